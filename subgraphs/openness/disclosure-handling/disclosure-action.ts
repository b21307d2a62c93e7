/** What may be done with a request for information, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with a request: the events of its machine, without what time alone brings about. */
export enum DisclosureAction {
  ASK_CORRECTION = "ASK_CORRECTION",
  CORRECT = "CORRECT",
  CONSULT = "CONSULT",
  RECORD_OPINION = "RECORD_OPINION",
  EXTEND = "EXTEND",
  ANSWER = "ANSWER",
  WITHDRAW = "WITHDRAW",
}

describeEnum(DisclosureAction, "DisclosureAction", "What may be done with a request for information (申请办理操作).", {
  ASK_CORRECTION: "Ask what is meant: askDisclosureCorrection (告知补正).",
  CORRECT: "Make it clear: correctDisclosure (补正).",
  CONSULT: "Ask a third party: consultThirdParty (征求第三方意见).",
  RECORD_OPINION: "Record what it said: recordThirdPartyOpinion (记录第三方意见).",
  EXTEND: "Extend the limit: extendDisclosure (延长答复期限).",
  ANSWER: "Answer: answerDisclosure (答复).",
  WITHDRAW: "Take it back: withdrawDisclosure (撤回).",
});
