/** Verbs of repair, and what a repair case tells of its own life: version, what may be done next, history. */
import { Ctx, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import type { CreditContext } from "../context.js";
import { REPAIR_CLOSURE, RepairCase } from "../repair-case/repair-case.type.js";
import { RepairAction } from "./repair-action.js";
import {
  ApplyForRepairInput,
  DecideRepairInput,
  FindRepairFalseInput,
  ReasonedRepairInput,
  RefuseRepairInput,
  RepairStepInput,
} from "./repair-handling.input.js";
import { applicant, authority, type RepairPayload } from "./repair-handling.type.js";

type Answer = Promise<RepairPayload>;

@Resolver(() => RepairCase)
export class RepairHandlingResolver {
  @applicant("Applies for the repair of a record about you, or about the enterprise you act for (申请信用修复).")
  applyForRepair(@VerbInput() input: ApplyForRepairInput, @Ctx() { services }: CreditContext): Answer {
    return services.repairHandling.apply(input);
  }

  @applicant("Takes an application back before it is decided (撤回信用修复申请).")
  withdrawRepair(@VerbInput() input: ReasonedRepairInput, @Ctx() { services }: CreditContext): Answer {
    return services.repairHandling.withdraw(input);
  }

  @authority("Accepts an application; the finding authority decides (受理信用修复申请).")
  acceptRepair(@VerbInput() input: RepairStepInput, @Ctx() { services }: CreditContext): Answer {
    return services.repairHandling.accept(input);
  }

  @authority("Refuses to accept an application, with reasons and remedy (不予受理信用修复申请).")
  refuseRepair(@VerbInput() input: RefuseRepairInput, @Ctx() { services }: CreditContext): Answer {
    return services.repairHandling.refuse(input);
  }

  @authority("Extends the limit of the decision, once, with reasons (延长信用修复期限).")
  extendRepair(@VerbInput() input: ReasonedRepairInput, @Ctx() { services }: CreditContext): Answer {
    return services.repairHandling.extend(input);
  }

  @authority(
    "Decides: the record's publicity ends with it, or the repair is refused with reasons and remedy (信用修复决定).",
  )
  decideRepair(@VerbInput() input: DecideRepairInput, @Ctx() { services }: CreditContext): Answer {
    return services.repairHandling.decide(input);
  }

  @authority("Records that the applicant was told the outcome (反馈信用修复结果).")
  tellRepair(@VerbInput() input: RepairStepInput, @Ctx() { services }: CreditContext): Answer {
    return services.repairHandling.tell(input);
  }

  @authority("Records the authority's finding that a repair rests on false statements (查实信用修复弄虚作假).")
  findRepairFalse(@VerbInput() input: FindRepairFalseInput, @Ctx() { services }: CreditContext): Answer {
    return services.repairHandling.findFalse(input);
  }

  @authority(
    "Revokes a repair that was found false: the record is public again and another application barred (撤销信用修复).",
  )
  revokeRepair(@VerbInput() input: ReasonedRepairInput, @Ctx() { services }: CreditContext): Answer {
    return services.repairHandling.revoke(input);
  }

  @VersionField({ closed: REPAIR_CLOSURE })
  version(@Root() { version }: RepairCase): number {
    return version;
  }

  @AllowedActionsField(() => RepairAction, { closed: REPAIR_CLOSURE })
  allowedActions(@Root() repairCase: RepairCase, @Ctx() { services }: CreditContext): Promise<RepairAction[]> {
    return services.repairHandling.allowedActions(repairCase);
  }

  @HistoryField({ closed: REPAIR_CLOSURE })
  history(@Root() { no }: RepairCase, @Ctx() { services }: CreditContext): Promise<HistoryEntry[]> {
    return services.repairHandling.history(no);
  }
}
