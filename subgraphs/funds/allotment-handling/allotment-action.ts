/** What may be done with an allotment, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";
import type { AllotmentEvent } from "../budget-allotment/budget-allotment.machine.js";

/** What may be done with an allotment: the events of its machine. */
export enum AllotmentAction {
  ISSUE = "ISSUE",
  RECEIVE = "RECEIVE",
  DIVIDE = "DIVIDE",
  EXECUTE = "EXECUTE",
  RECALL = "RECALL",
  RECLAIM = "RECLAIM",
  ADJUST = "ADJUST",
  CARRY_OVER = "CARRY_OVER",
  CLOSE = "CLOSE",
  REOPEN = "REOPEN",
}

/** Events that the finance department which issued it brings about; the others are the receiver's. */
export const OF_ISSUER: readonly AllotmentEvent[] = ["ISSUE", "RECLAIM", "ADJUST"];

describeEnum(AllotmentAction, "AllotmentAction", "What may be done with an allotment (指标可办操作).", {
  ISSUE: "Issue the draft: issueAllotment (下达).",
  RECEIVE: "Receive it: receiveAllotment (接收).",
  DIVIDE: "Issue out of it: draftAllotment with upstreamNo, then issueAllotment (分解).",
  EXECUTE: "Assign its money: assignAllotment (分配到单位、项目).",
  RECALL: "Take assigned money back into its account: recallAllotment (收回分配).",
  RECLAIM: "Take money of it back: reclaimAllotment (追减、收回).",
  ADJUST: "Add money to it: addToAllotment (追加).",
  CARRY_OVER: "Carry what is left over into the next year: carryOverAllotment (结转).",
  CLOSE: "Close it: closeAllotment (结清).",
  REOPEN: "Open it again, because money comes back: reopenAllotment (恢复执行).",
});
