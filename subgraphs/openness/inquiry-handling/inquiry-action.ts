/** What may be done with an inquiry, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done: the events of its machine. */
export enum InquiryAction {
  TRIAGE = "TRIAGE",
  MERGE = "MERGE",
  ASSIGN = "ASSIGN",
  RETURN = "RETURN",
  REPLY = "REPLY",
  RATE = "RATE",
  CALL_BACK = "CALL_BACK",
  CLOSE = "CLOSE",
  PUBLISH = "PUBLISH",
  RETRACT = "RETRACT",
}

describeEnum(InquiryAction, "InquiryAction", "What may be done with an inquiry (诉求办理操作).", {
  TRIAGE: "Sort it by kind: triageInquiry (分类).",
  MERGE: "Merge a duplicate: mergeInquiry (合并).",
  ASSIGN: "Give it to a body: assignInquiry (派单).",
  RETURN: "Return it to the pool: returnInquiry (退单).",
  REPLY: "Reply: replyInquiry (答复).",
  RATE: "Say how it was handled: rateInquiry (评价).",
  CALL_BACK: "Record that the asker was called back: callBackInquiry (回访).",
  CLOSE: "Close it: closeInquiry (办结).",
  PUBLISH: "Publish question and reply without persons: publishInquiry (公开).",
  RETRACT: "Take it out of publication: retractInquiry (撤回公开).",
});
