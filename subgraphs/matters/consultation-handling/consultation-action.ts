/** What may be done with a consultation, as an enumeration of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What may be done with a consultation: the events of its machine. */
export enum ConsultationAction {
  ANSWER = "ANSWER",
  FOLLOW_UP = "FOLLOW_UP",
  PUBLISH = "PUBLISH",
  RETRACT = "RETRACT",
  WITHDRAW = "WITHDRAW",
}

describeEnum(ConsultationAction, "ConsultationAction", "What may be done with a consultation (咨询操作).", {
  ANSWER: "Answer it: answerConsultation (答复).",
  FOLLOW_UP: "Ask again: followUpConsultation (追问).",
  PUBLISH: "Publish it without the asker: publishConsultation (公开答复).",
  RETRACT:
    "Take it out of publication, or as the asker your consent to it back: retractConsultation (撤下公开、撤回同意).",
  WITHDRAW: "Take it back: withdrawConsultation (撤回).",
});
