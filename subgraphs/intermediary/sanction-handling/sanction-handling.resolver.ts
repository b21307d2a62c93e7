/** Verbs of sanctions, and what a sanction tells of its own life: what may be done next, history. */
import { Ctx, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import type { IntermediaryContext } from "../context.js";
import { IntermediarySanction, SANCTION_FILE_CLOSURE } from "../intermediary-sanction/intermediary-sanction.type.js";
import { SanctionAction } from "./sanction-handling.enums.js";
import { DecideSanctionInput, GiveSanctionNoticeInput, SanctionStatementInput } from "./sanction-handling.input.js";
import { decider, department, sanctioned, supervisor, type SanctionPayload } from "./sanction-handling.type.js";
import { appeal, decide, defend, drop, rejectAppeal, revoke } from "./sanction-steps.js";

type Answer = Promise<SanctionPayload>;

@Resolver(() => IntermediarySanction)
export class SanctionHandlingResolver {
  @department(
    "Gives prior notice of a sanction, as the department that approves with a service of the intermediary; the level below comes first (惩戒事先告知).",
  )
  giveSanctionNotice(@VerbInput() input: GiveSanctionNoticeInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.sanctionHandling.giveNotice(input);
  }

  @sanctioned("Says in your own intermediary's defence what there is to say, once and in time (陈述申辩).")
  defendAgainstSanction(@VerbInput() input: SanctionStatementInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.sanctionHandling.step("defendAgainstSanction", input, defend);
  }

  @decider(
    "Decides a sanction once the intermediary was heard or its time passed; where it worked for the department, the supervisor decides. A suspension or removal takes its open bids out (作出惩戒决定).",
  )
  decideSanction(@VerbInput() input: DecideSanctionInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.sanctionHandling.step("decideSanction", input, decide);
  }

  @decider("Drops a sanction of which prior notice was given (不予惩戒).")
  dropSanction(@VerbInput() input: SanctionStatementInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.sanctionHandling.step("dropSanction", input, drop);
  }

  @sanctioned("Appeals against a sanction of your own intermediary, once and in time; it stays in force (申诉).")
  appealSanction(@VerbInput() input: SanctionStatementInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.sanctionHandling.step("appealSanction", input, appeal);
  }

  @supervisor("Rejects the appeal against a sanction: it stands (驳回申诉).")
  rejectSanctionAppeal(@VerbInput() input: SanctionStatementInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.sanctionHandling.step("rejectSanctionAppeal", input, rejectAppeal);
  }

  @supervisor("Revokes a sanction upon its appeal: the intermediary may bid again (撤销惩戒).")
  revokeSanction(@VerbInput() input: SanctionStatementInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.sanctionHandling.step("revokeSanction", input, revoke);
  }

  @VersionField({ closed: SANCTION_FILE_CLOSURE })
  version(@Root() { version }: IntermediarySanction): number {
    return version;
  }

  @AllowedActionsField(() => SanctionAction, { closed: SANCTION_FILE_CLOSURE })
  allowedActions(
    @Root() { id }: IntermediarySanction,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<SanctionAction[]> {
    return services.sanctionHandling.allowedActions(id);
  }

  @HistoryField({ closed: SANCTION_FILE_CLOSURE })
  history(@Root() { id }: IntermediarySanction, @Ctx() { services }: IntermediaryContext): Promise<HistoryEntry[]> {
    return services.sanctionHandling.history(id);
  }
}
