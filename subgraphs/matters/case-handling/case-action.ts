/** What may be done with a case, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with a case: the events of its machine that are verbs of the graph. */
export enum CaseAction {
  EDIT = "EDIT",
  SUBMIT = "SUBMIT",
  SUPPLEMENT = "SUPPLEMENT",
  RECEIVE = "RECEIVE",
  ACCEPT = "ACCEPT",
  REFUSE_ACCEPTANCE = "REFUSE_ACCEPTANCE",
  REVIEW = "REVIEW",
  DECIDE = "DECIDE",
  WITHDRAW = "WITHDRAW",
  ASK_CORRECTION = "ASK_CORRECTION",
  CORRECT = "CORRECT",
  RETURN = "RETURN",
  SUSPEND = "SUSPEND",
  RESUME = "RESUME",
  EXTEND = "EXTEND",
  COMPLETE = "COMPLETE",
  DELIVER = "DELIVER",
  TRANSFER = "TRANSFER",
  VOID = "VOID",
}

describeEnum(CaseAction, "CaseAction", "What may be done with a case (可办操作).", {
  EDIT: "Change the draft: editCase (修改草稿).",
  SUBMIT: "Hand it in: submitCase (提交).",
  SUPPLEMENT: "Hand in what was promised: supplementCase (补交材料).",
  RECEIVE: "Receive it: receiveCase (收件).",
  ACCEPT: "Accept it: acceptCase (受理).",
  REFUSE_ACCEPTANCE: "Refuse to accept it: refuseCase (不予受理).",
  REVIEW: "Begin its review: reviewCase (审查).",
  DECIDE: "Decide it: decideCase (决定).",
  WITHDRAW: "Withdraw it: withdrawCase (撤回).",
  ASK_CORRECTION: "Tell once and in full what is missing: askCaseCorrection (一次性告知补正).",
  CORRECT: "Hand in what was missing: correctCase (补正).",
  RETURN: "Return it to the applicant: returnCase (退件).",
  SUSPEND: "Begin a special procedure: suspendCase (启动特别程序).",
  RESUME: "End the special procedure: resumeCase (结束特别程序).",
  EXTEND: "Extend its limit, once: extendCase (延长期限).",
  COMPLETE: "Complete it: completeCase (办结).",
  DELIVER: "Deliver its result: deliverCase (送达).",
  TRANSFER: "Pass it on to a higher agency: transferCase (转报).",
  VOID: "Make it void: discardCase for a draft of your own, voidCase for the agency (作废).",
});
