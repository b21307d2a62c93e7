/** Verbs of penalties, and what a penalty tells of its own life: version, what may be done next, history. */
import { Ctx, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import type { CreditContext } from "../context.js";
import { AdministrativePenalty } from "../penalty/penalty.type.js";
import { PenaltyAction } from "./penalty-handling.enums.js";
import {
  PenaltyStepInput,
  RecordRevocationInput,
  ServePenaltyInput,
  ShieldPenaltyInput,
  WithdrawPenaltyInput,
} from "./penalty-handling.input.js";
import { authority, PENALTY_FILE_CLOSURE, type PenaltyPayload } from "./penalty-handling.type.js";

type Answer = Promise<PenaltyPayload>;

@Resolver(() => AdministrativePenalty)
export class PenaltyHandlingResolver {
  @authority("Records that the decision was served, and the notice of how it may be repaired with it (两书同达).")
  servePenalty(@VerbInput() input: ServePenaltyInput, @Ctx() { services }: CreditContext): Answer {
    return services.penaltyHandling.serve(input);
  }

  @authority("Publishes a penalty; within seven working days of the decision, else it is late (公示行政处罚, L12).")
  publishPenalty(@VerbInput() input: PenaltyStepInput, @Ctx() { services }: CreditContext): Answer {
    return services.penaltyHandling.publish(input);
  }

  @authority(
    "Records that the decision was revoked or changed, by the number of the document (记录处罚决定撤销或变更).",
  )
  recordRevocation(@VerbInput() input: RecordRevocationInput, @Ctx() { services }: CreditContext): Answer {
    return services.penaltyHandling.recordRevocation(input);
  }

  @authority("Withdraws a penalty whose decision was revoked or changed, as is on record (撤回公示, L14).")
  withdrawPenalty(@VerbInput() input: WithdrawPenaltyInput, @Ctx() { services }: CreditContext): Answer {
    return services.penaltyHandling.withdraw(input);
  }

  @authority(
    "Keeps a penalty back while a plan of reorganisation is carried out that a court approved, by the number of the ruling (重整期间暂时屏蔽).",
  )
  shieldPenalty(@VerbInput() input: ShieldPenaltyInput, @Ctx() { services }: CreditContext): Answer {
    return services.penaltyHandling.shield(input);
  }

  @authority(
    "Shows a penalty again once the plan is carried out no more; the day before was the last of its shield (解除屏蔽).",
  )
  unshieldPenalty(@VerbInput() input: WithdrawPenaltyInput, @Ctx() { services }: CreditContext): Answer {
    return services.penaltyHandling.unshield(input);
  }

  @VersionField({ closed: PENALTY_FILE_CLOSURE })
  version(@Root() { id }: AdministrativePenalty, @Ctx() { services }: CreditContext): Promise<number | undefined> {
    return services.penaltyHandling.version(id);
  }

  @AllowedActionsField(() => PenaltyAction, { closed: PENALTY_FILE_CLOSURE })
  allowedActions(@Root() { id }: AdministrativePenalty, @Ctx() { services }: CreditContext): Promise<PenaltyAction[]> {
    return services.penaltyHandling.allowedActions(id);
  }

  @HistoryField({ closed: PENALTY_FILE_CLOSURE })
  history(@Root() { id }: AdministrativePenalty, @Ctx() { services }: CreditContext): Promise<HistoryEntry[]> {
    return services.penaltyHandling.history(id);
  }
}
