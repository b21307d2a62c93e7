/** Verbs of consultations, and what one tells of its own life: version, what may be done next, history. */
import { Ctx, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import { CONSULTATION_CLOSURE, Consultation } from "../consultation/consultation.type.js";
import type { MattersContext } from "../context.js";
import { ConsultationAction } from "./consultation-action.js";
import {
  AnswerConsultationInput,
  AskConsultationInput,
  ConsultationStepInput,
  FollowUpConsultationInput,
  PublishConsultationInput,
} from "./consultation-handling.input.js";
import { consultationVerb, type ConsultationPayload } from "./consultation-handling.type.js";

type Answered = Promise<ConsultationPayload>;

@Resolver(() => Consultation)
export class ConsultationHandlingResolver {
  @consultationVerb(["OWNER"], "Asks the agency of a matter (提出咨询).")
  askConsultation(@VerbInput() input: AskConsultationInput, @Ctx() { services }: MattersContext): Answered {
    return services.consultationHandling.ask(input);
  }

  @consultationVerb(["AGENCY"], "Answers the last question of a consultation (答复咨询).")
  answerConsultation(@VerbInput() input: AnswerConsultationInput, @Ctx() { services }: MattersContext): Answered {
    return services.consultationHandling.answer(input);
  }

  @consultationVerb(["OWNER"], "Asks again after an answer to a consultation of your own (追问).")
  followUpConsultation(@VerbInput() input: FollowUpConsultationInput, @Ctx() { services }: MattersContext): Answered {
    return services.consultationHandling.followUp(input);
  }

  @consultationVerb(["AGENCY"], "Publishes an answered consultation, where the asker agreed (公开咨询答复).")
  publishConsultation(@VerbInput() input: PublishConsultationInput, @Ctx() { services }: MattersContext): Answered {
    return services.consultationHandling.publish(input);
  }

  @consultationVerb(
    ["OWNER", "AGENCY"],
    "Takes a consultation out of publication; the asker takes back their consent with it, before or after (撤下公开的咨询、撤回同意).",
  )
  retractConsultation(@VerbInput() input: ConsultationStepInput, @Ctx() { services }: MattersContext): Answered {
    return services.consultationHandling.retract(input);
  }

  @consultationVerb(["OWNER"], "Takes back a question of your own that was not answered yet (撤回咨询).")
  withdrawConsultation(@VerbInput() input: ConsultationStepInput, @Ctx() { services }: MattersContext): Answered {
    return services.consultationHandling.withdraw(input);
  }

  @VersionField({ closed: CONSULTATION_CLOSURE })
  version(@Root() { version }: Consultation): number {
    return version;
  }

  @AllowedActionsField(() => ConsultationAction, { closed: CONSULTATION_CLOSURE })
  allowedActions(@Root() consultation: Consultation, @Ctx() { services }: MattersContext): ConsultationAction[] {
    return services.consultationHandling.allowedActions(consultation);
  }

  @HistoryField({ closed: CONSULTATION_CLOSURE })
  history(@Root() { id }: Consultation, @Ctx() { services }: MattersContext): Promise<HistoryEntry[]> {
    return services.consultationHandling.history(id);
  }
}
