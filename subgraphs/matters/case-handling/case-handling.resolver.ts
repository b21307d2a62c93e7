/** Verbs of cases, and what a case tells of its own life: version, what may be done next, history. */
import { Ctx, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import type { MattersContext } from "../context.js";
import { CASE_FILE, ServiceCase } from "../service-case/service-case.type.js";
import {
  AcceptCaseInput,
  CaseStepInput,
  DecideCaseInput,
  DraftCaseInput,
  EditCaseInput,
  ReasonedCaseInput,
  RefuseCaseInput,
  SubmitCaseInput,
} from "./case-handling.input.js";
import { CaseAction } from "./case-action.js";
import { agency, applicant, type CasePayload } from "./case-handling.type.js";

@Resolver(() => ServiceCase)
export class CaseHandlingResolver {
  @applicant("Begins an application of your own, as a draft that nobody else sees (填写申请).")
  draftCase(@VerbInput() input: DraftCaseInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.handling.draft(input);
  }

  @applicant("Changes a draft of your own (修改草稿).")
  editCase(@VerbInput() input: EditCaseInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.handling.edit(input);
  }

  @applicant("Hands a draft in, with every material that the matter requires (提交申请).")
  submitCase(@VerbInput() input: SubmitCaseInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.handling.submit(input);
  }

  @applicant("Takes an application back before it is decided (撤回申请).")
  withdrawCase(@VerbInput() input: ReasonedCaseInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.handling.withdraw(input);
  }

  @agency("LICENSING-2019-32", "Receives a case that was handed in (收件).")
  receiveCase(@VerbInput() input: CaseStepInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.handling.receive(input);
  }

  @agency("LICENSING-2019-32", "Accepts a case; its limits count from the next day (受理).")
  acceptCase(@VerbInput() input: AcceptCaseInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.handling.accept(input);
  }

  @agency("LICENSING-2019-32", "Refuses to accept a case, with reasons and remedy (不予受理).")
  refuseCase(@VerbInput() input: RefuseCaseInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.handling.refuse(input);
  }

  @agency("LICENSING-2019-34", "Begins the review of an accepted case (审查).")
  reviewCase(@VerbInput() input: CaseStepInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.handling.review(input);
  }

  @agency("LICENSING-2019-37", "Decides a case; a refusal tells reasons and remedy (作出决定).")
  decideCase(@VerbInput() input: DecideCaseInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.handling.decide(input);
  }

  @VersionField({ closed: CASE_FILE })
  version(@Root() { version }: ServiceCase): number {
    return version;
  }

  @AllowedActionsField(() => CaseAction, { closed: CASE_FILE, most: 23 })
  allowedActions(@Root() serviceCase: ServiceCase, @Ctx() { services }: MattersContext): CaseAction[] {
    return services.handling.allowedActions(serviceCase);
  }

  @HistoryField({ closed: CASE_FILE })
  history(@Root() serviceCase: ServiceCase, @Ctx() { services }: MattersContext): Promise<HistoryEntry[]> {
    return services.handling.history(serviceCase);
  }
}
