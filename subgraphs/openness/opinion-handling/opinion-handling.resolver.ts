/** The verbs of opinions, and what an opinion tells of its own life. */
import { Ctx, Resolver, Root, Verb, VerbInput } from "../../../platform/graphql/classes/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import type { OpennessContext } from "../context.js";
import { Opinion } from "../opinion/opinion.type.js";
import { OpinionAction } from "./opinion-action.js";
import { AnswerOpinionInput, SubmitOpinionInput } from "./opinion-handling.input.js";
import { HANDLING_CLOSURE, OpinionPayload } from "./opinion-handling.type.js";

@Resolver(() => Opinion)
export class OpinionHandlingResolver {
  @Verb(() => OpinionPayload, {
    by: ["OWNER"],
    basis: "MAJOR-DECISIONS-2019-15",
    description: "Gives an opinion on the draft of a decision, while its consultation is open (提出意见).",
  })
  submitOpinion(@VerbInput() input: SubmitOpinionInput, @Ctx() { services }: OpennessContext): Promise<OpinionPayload> {
    return services.opinionHandling.submit(input);
  }

  @Verb(() => OpinionPayload, {
    by: ["AGENCY"],
    basis: "MAJOR-DECISIONS-2019-18",
    description: "Says what became of an opinion; opinion and answer are public from then on (答复意见).",
  })
  answerOpinion(@VerbInput() input: AnswerOpinionInput, @Ctx() { services }: OpennessContext): Promise<OpinionPayload> {
    return services.opinionHandling.answer(input);
  }

  @VersionField({ closed: HANDLING_CLOSURE })
  version(@Root() { version }: Opinion): number {
    return version;
  }

  @AllowedActionsField(() => OpinionAction, { closed: HANDLING_CLOSURE })
  allowedActions(@Root() opinion: Opinion, @Ctx() { services }: OpennessContext): OpinionAction[] {
    return services.opinionHandling.allowedActions(opinion);
  }

  @HistoryField({ closed: HANDLING_CLOSURE, note: "its author has no pseudonym in it" })
  history(@Root() { id }: Opinion, @Ctx() { services }: OpennessContext): Promise<HistoryEntry[]> {
    return services.opinionHandling.history(id);
  }
}
