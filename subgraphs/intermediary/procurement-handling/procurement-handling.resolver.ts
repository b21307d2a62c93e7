/** Verbs of projects, and what a project tells of its own life: what may be done next, history. */
import { type Closure, Ctx, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import { AllowedActionsField, HistoryField, type HistoryEntry } from "../../../platform/write/classes/index.js";
import type { IntermediaryContext } from "../context.js";
import { IntermediaryProcurement } from "../intermediary-procurement/intermediary-procurement.type.js";
import { fail, open, publish, resume, select, suspend } from "./bidding-steps.js";
import { accept, cancel, deliver, evaluate, reply, sign } from "./contract-steps.js";
import { MarketAction } from "./market-action.js";
import {
  DeliverProcuredServiceInput,
  EvaluateProcuredServiceInput,
  ProcurementStepInput,
  PublishProcurementInput,
  ReasonedProcurementInput,
  ReplyToEvaluationInput,
  ResumeProcurementInput,
  SelectIntermediaryInput,
  SignProcurementContractInput,
} from "./procurement-handling.input.js";
import { DraftProcurementInput, EditProcurementInput } from "./project-draft.input.js";
import { firm, party, type ProcurementPayload } from "./procurement-handling.type.js";

type Answer = Promise<ProcurementPayload>;

/** Who may read how a project was handled. */
const PROCESS: Closure = {
  tier: ["OWNER", "AGENCY", "SUPERVISOR"],
  reason: "PROCESS_INFORMATION",
  basis: "OGI-2019-16",
};

@Resolver(() => IntermediaryProcurement)
export class ProcurementHandlingResolver {
  @party("Begins a project of your own, as a draft that is not public (填写采购项目).")
  draftProcurement(@VerbInput() input: DraftProcurementInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.draft(input);
  }

  @party("Changes a project that is a draft: what is not said stays (修改采购项目).")
  editProcurement(@VerbInput() input: EditProcurementInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.edit(input);
  }

  @party("Gives public notice of a project: bids may come in until the day that it names (发布采购公告).")
  publishProcurement(@VerbInput() input: PublishProcurementInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.step("publishProcurement", input, (inHand, today) =>
      publish(input, inHand, today),
    );
  }

  @party("Suspends a project before selection; its clock stands still (暂停采购).")
  suspendProcurement(@VerbInput() input: ReasonedProcurementInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.step("suspendProcurement", input, (inHand, today) =>
      suspend(input, inHand, today),
    );
  }

  @party("Goes on with a suspended project; what the department suspended it resumes (恢复采购).")
  resumeProcurement(@VerbInput() input: ResumeProcurementInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.step("resumeProcurement", input, (inHand, today) =>
      resume(input, inHand, today),
    );
  }

  @party("Opens the bids once firms had their time to tell what they sealed: everybody reads them (开启报价).")
  openBids(@VerbInput() input: ProcurementStepInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.step("openBids", input, (_, today) => open(today));
  }

  @party("Ends a project for which fewer firms bid than the place asks for; bids stay sealed (流标).")
  failProcurement(@VerbInput() input: ReasonedProcurementInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.step("failProcurement", input, () => fail(input));
  }

  @party(
    "Selects an intermediary in the way that the notice told: by price, by lot, or named by the owner (选定中介机构).",
  )
  selectIntermediary(@VerbInput() input: SelectIntermediaryInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.step("selectIntermediary", input, (inHand, today) =>
      select(input, inHand, today),
    );
  }

  @party("Publishes the selection (中选结果公示).")
  publishSelection(@VerbInput() input: ProcurementStepInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.step("publishSelection", input, () => ({ event: "OPEN_PUBLICITY" }));
  }

  @party("Records the contract, at the price that was bid and within its limit (签订合同).")
  signProcurementContract(
    @VerbInput() input: SignProcurementContractInput,
    @Ctx() { services }: IntermediaryContext,
  ): Answer {
    return services.procurementHandling.step("signProcurementContract", input, (_, today) => sign(input, today));
  }

  @firm("Begins the work of a contract of your own (开始服务).")
  beginProcuredService(@VerbInput() input: ProcurementStepInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.step("beginProcuredService", input, () => ({ event: "BEGIN" }));
  }

  @firm("Delivers the result of a contract of your own (交付成果).")
  deliverProcuredService(
    @VerbInput() input: DeliverProcuredServiceInput,
    @Ctx() { services }: IntermediaryContext,
  ): Answer {
    return services.procurementHandling.step("deliverProcuredService", input, (_, today) => deliver(input, today));
  }

  @party("Accepts the result (验收).")
  acceptProcuredService(@VerbInput() input: ProcurementStepInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.step("acceptProcuredService", input, accept);
  }

  @party("Evaluates the intermediary, 1 to 5 stars on five aspects (评价).")
  evaluateProcuredService(
    @VerbInput() input: EvaluateProcuredServiceInput,
    @Ctx() { services }: IntermediaryContext,
  ): Answer {
    return services.procurementHandling.step("evaluateProcuredService", input, (_, today) => evaluate(input, today));
  }

  @firm("Replies to the evaluation of your own work, once; the reply is published beside it (回复评价).")
  replyToEvaluation(@VerbInput() input: ReplyToEvaluationInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.step("replyToEvaluation", input, (_, today) => reply(input, today));
  }

  @party("Archives an evaluated project (归档).")
  archiveProcurement(@VerbInput() input: ProcurementStepInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.step("archiveProcurement", input, () => ({ event: "ARCHIVE" }));
  }

  @party("Cancels a project, with the reason that is published (取消采购).")
  cancelProcurement(@VerbInput() input: ReasonedProcurementInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.step("cancelProcurement", input, (inHand, today) =>
      cancel(input, inHand, today),
    );
  }

  @AllowedActionsField(() => MarketAction, { most: 20, note: "what is sealed is not told by it" })
  allowedActions(
    @Root() { projectNo }: IntermediaryProcurement,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<MarketAction[]> {
    return services.procurementHandling.allowedActions(projectNo);
  }

  @HistoryField({ closed: PROCESS, note: "bids have no entry in it" })
  history(
    @Root() { projectNo }: IntermediaryProcurement,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<HistoryEntry[]> {
    return services.procurementHandling.history(projectNo);
  }
}
