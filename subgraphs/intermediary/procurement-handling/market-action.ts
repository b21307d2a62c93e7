/** What may be done with a project, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with a project: the events of its machine that are verbs of the graph. */
export enum MarketAction {
  GIVE_PUBLIC_NOTICE = "GIVE_PUBLIC_NOTICE",
  SUSPEND = "SUSPEND",
  RESUME = "RESUME",
  OPEN_BIDS = "OPEN_BIDS",
  FAIL = "FAIL",
  SELECT = "SELECT",
  OPEN_PUBLICITY = "OPEN_PUBLICITY",
  SIGN = "SIGN",
  BEGIN = "BEGIN",
  DELIVER = "DELIVER",
  ACCEPT = "ACCEPT",
  EVALUATE = "EVALUATE",
  ARCHIVE = "ARCHIVE",
  CANCEL = "CANCEL",
}

describeEnum(MarketAction, "MarketAction", "What may be done with an intermediary procurement (可办操作).", {
  GIVE_PUBLIC_NOTICE: "Give public notice of it: publishProcurement (发布公告).",
  SUSPEND: "Suspend it before selection: suspendProcurement (暂停).",
  RESUME: "Go on with it: resumeProcurement (恢复).",
  OPEN_BIDS: "Open the bids: openBids (开启报价).",
  FAIL: "End it for want of bids: failProcurement (流标).",
  SELECT: "Select an intermediary: selectIntermediary (选定).",
  OPEN_PUBLICITY: "Publish the selection: publishSelection (结果公示).",
  SIGN: "Record the signed contract: signProcurementContract (签订合同).",
  BEGIN: "Begin the work: beginProcuredService (开始服务).",
  DELIVER: "Deliver the result: deliverProcuredService (交付成果).",
  ACCEPT: "Accept the result: acceptProcuredService (验收).",
  EVALUATE: "Evaluate the intermediary: evaluateProcuredService (评价).",
  ARCHIVE: "Archive it: archiveProcurement (归档).",
  CANCEL: "Cancel it: cancelProcurement (取消).",
});
