/** What may be done with a case, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with a case: the events of its machine that are verbs of the graph. */
export enum CaseAction {
  SUBMIT = "SUBMIT",
  RECEIVE = "RECEIVE",
  ACCEPT = "ACCEPT",
  REFUSE_ACCEPTANCE = "REFUSE_ACCEPTANCE",
  REVIEW = "REVIEW",
  DECIDE = "DECIDE",
  WITHDRAW = "WITHDRAW",
}

describeEnum(CaseAction, "CaseAction", "What may be done with a case (可办操作).", {
  SUBMIT: "Hand it in: submitCase (提交).",
  RECEIVE: "Receive it: receiveCase (收件).",
  ACCEPT: "Accept it: acceptCase (受理).",
  REFUSE_ACCEPTANCE: "Refuse to accept it: refuseCase (不予受理).",
  REVIEW: "Begin its review: reviewCase (审查).",
  DECIDE: "Decide it: decideCase (决定).",
  WITHDRAW: "Withdraw it: withdrawCase (撤回).",
});
