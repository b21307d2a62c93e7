/** Verbs of allotments, and what an allotment tells of its own life: version, what may be done next, history. */
import { Ctx, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import { BudgetAllotment } from "../budget-allotment/budget-allotment.type.js";
import type { FundsContext } from "../context.js";
import { AllotmentAction } from "./allotment-action.js";
import {
  AllotmentStepInput,
  AssignAllotmentInput,
  DraftAllotmentInput,
  MoveAllotmentInput,
  ReasonedAllotmentInput,
  RecallAllotmentInput,
} from "./allotment-handling.input.js";
import { finance, type AllotmentPayload } from "./allotment-handling.type.js";

@Resolver(() => BudgetAllotment)
export class AllotmentHandlingResolver {
  @finance(
    52,
    "Drafts an allotment: of your division's own money, out of one that it received, or of what it carried over (拟制指标).",
  )
  draftAllotment(
    @VerbInput() input: DraftAllotmentInput,
    @Ctx() { services }: FundsContext,
  ): Promise<AllotmentPayload> {
    return services.allotmentHandling.draft(input);
  }

  @finance(52, "Issues a draft: its money leaves the account above and is on its way (下达指标).")
  issueAllotment(@VerbInput() input: AllotmentStepInput, @Ctx() { services }: FundsContext): Promise<AllotmentPayload> {
    return services.allotmentHandling.issue(input);
  }

  @finance(52, "Receives an allotment: its money arrives (接收指标).")
  receiveAllotment(
    @VerbInput() input: AllotmentStepInput,
    @Ctx() { services }: FundsContext,
  ): Promise<AllotmentPayload> {
    return services.allotmentHandling.receive(input);
  }

  @finance(57, "Assigns money of an allotment to a body or a project, which spends it (分配到单位、项目).")
  assignAllotment(
    @VerbInput() input: AssignAllotmentInput,
    @Ctx() { services }: FundsContext,
  ): Promise<AllotmentPayload> {
    return services.allotmentHandling.assign(input);
  }

  @finance(71, "Adds money to an allotment that was received (追加指标).")
  addToAllotment(@VerbInput() input: MoveAllotmentInput, @Ctx() { services }: FundsContext): Promise<AllotmentPayload> {
    return services.allotmentHandling.add(input);
  }

  @finance(57, "Takes money that is still held of an allotment back (收回指标).")
  reclaimAllotment(
    @VerbInput() input: MoveAllotmentInput,
    @Ctx() { services }: FundsContext,
  ): Promise<AllotmentPayload> {
    return services.allotmentHandling.reclaim(input);
  }

  @finance(
    57,
    "Takes money back that was assigned and is not spent; the allotment's account holds it again (收回分配).",
  )
  recallAllotment(
    @VerbInput() input: RecallAllotmentInput,
    @Ctx() { services }: FundsContext,
  ): Promise<AllotmentPayload> {
    return services.allotmentHandling.recall(input);
  }

  @finance(42, "Carries all that is still held of an allotment, by whomever, over into the next year (结转).")
  carryOverAllotment(
    @VerbInput() input: AllotmentStepInput,
    @Ctx() { services }: FundsContext,
  ): Promise<AllotmentPayload> {
    return services.allotmentHandling.carryOver(input);
  }

  @finance(74, "Closes an allotment of which nothing is held any more (结清指标).")
  closeAllotment(@VerbInput() input: AllotmentStepInput, @Ctx() { services }: FundsContext): Promise<AllotmentPayload> {
    return services.allotmentHandling.close(input);
  }

  @finance(57, "Opens a closed allotment again, because money of it comes back (恢复执行).")
  reopenAllotment(
    @VerbInput() input: ReasonedAllotmentInput,
    @Ctx() { services }: FundsContext,
  ): Promise<AllotmentPayload> {
    return services.allotmentHandling.reopen(input);
  }

  @VersionField()
  version(@Root() { version }: BudgetAllotment): number {
    return version;
  }

  @AllowedActionsField(() => AllotmentAction)
  allowedActions(@Root() allotment: BudgetAllotment, @Ctx() { services }: FundsContext): Promise<AllotmentAction[]> {
    return services.allotmentHandling.allowedActions(allotment);
  }

  @HistoryField()
  history(@Root() { allotmentNo }: BudgetAllotment, @Ctx() { services }: FundsContext): Promise<HistoryEntry[]> {
    return services.allotmentHandling.history(allotmentNo);
  }
}
