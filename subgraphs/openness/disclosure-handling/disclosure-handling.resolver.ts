/** Verbs of requests for information, and what one tells of its own life: files, version, what may be done next, history. */
import { AttachedFile } from "../../../platform/files/classes/index.js";
import { Closed, Ctx, FieldResolver, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import type { OpennessContext } from "../context.js";
import { DisclosureRequest, REQUEST_CLOSURE } from "../disclosure-request/disclosure-request.type.js";
import { DisclosureAction } from "./disclosure-action.js";
import {
  AnswerDisclosureInput,
  AskDisclosureCorrectionInput,
  ConsultThirdPartyInput,
  CorrectDisclosureInput,
  DisclosureStepInput,
  ExtendDisclosureInput,
  RecordThirdPartyOpinionInput,
  RequestDisclosureInput,
} from "./disclosure-handling.input.js";
import { agency, applicant, type DisclosureRequestPayload } from "./disclosure-handling.type.js";

type Answered = Promise<DisclosureRequestPayload>;

@Resolver(() => DisclosureRequest)
export class DisclosureHandlingResolver {
  @applicant("27", "Asks an agency to disclose information (提出政府信息公开申请).")
  requestDisclosure(@VerbInput() input: RequestDisclosureInput, @Ctx() { services }: OpennessContext): Answered {
    return services.disclosureHandling.request(input);
  }

  @agency("30", "Tells the applicant, within seven working days and once, what is unclear (告知补正).")
  askDisclosureCorrection(
    @VerbInput() input: AskDisclosureCorrectionInput,
    @Ctx() { services }: OpennessContext,
  ): Answered {
    return services.disclosureHandling.askCorrection(input);
  }

  @applicant("30", "Makes a request of your own clear; the limit of the answer begins anew (补正申请).")
  correctDisclosure(@VerbInput() input: CorrectDisclosureInput, @Ctx() { services }: OpennessContext): Answered {
    return services.disclosureHandling.correct(input);
  }

  @agency("32", "Asks a third party whose rights are touched; the clock stops (征求第三方意见).")
  consultThirdParty(@VerbInput() input: ConsultThirdPartyInput, @Ctx() { services }: OpennessContext): Answered {
    return services.disclosureHandling.consult(input);
  }

  @agency("32", "Records what a third party said, or that it said nothing in time; the clock goes on (记录第三方意见).")
  recordThirdPartyOpinion(
    @VerbInput() input: RecordThirdPartyOpinionInput,
    @Ctx() { services }: OpennessContext,
  ): Answered {
    return services.disclosureHandling.recordOpinion(input);
  }

  @agency("33", "Extends the limit of the answer, once, with the head of the openness office (延长答复期限).")
  extendDisclosure(@VerbInput() input: ExtendDisclosureInput, @Ctx() { services }: OpennessContext): Answered {
    return services.disclosureHandling.extend(input);
  }

  @agency("36", "Answers a request; whoever refuses tells reasons and remedy (答复政府信息公开申请).")
  answerDisclosure(@VerbInput() input: AnswerDisclosureInput, @Ctx() { services }: OpennessContext): Answered {
    return services.disclosureHandling.answer(input);
  }

  @applicant("27", "Takes back a request of your own that is not answered yet (撤回申请).")
  withdrawDisclosure(@VerbInput() input: DisclosureStepInput, @Ctx() { services }: OpennessContext): Answered {
    return services.disclosureHandling.withdraw(input);
  }

  @Closed(REQUEST_CLOSURE)
  @FieldResolver(() => [AttachedFile], { nullable: true, description: "Files of the answer, at most ten (答复附件)." })
  files(@Root() { requestNo }: DisclosureRequest, @Ctx() { services }: OpennessContext): Promise<AttachedFile[]> {
    return services.disclosureHandling.files(requestNo);
  }

  @VersionField({ closed: REQUEST_CLOSURE })
  version(@Root() { version }: DisclosureRequest): number {
    return version;
  }

  @AllowedActionsField(() => DisclosureAction, { closed: REQUEST_CLOSURE })
  allowedActions(
    @Root() request: DisclosureRequest,
    @Ctx() { services }: OpennessContext,
  ): Promise<DisclosureAction[]> {
    return services.disclosureHandling.allowedActions(request);
  }

  @HistoryField({ closed: REQUEST_CLOSURE })
  history(@Root() { requestNo }: DisclosureRequest, @Ctx() { services }: OpennessContext): Promise<HistoryEntry[]> {
    return services.disclosureHandling.history(requestNo);
  }
}
