/** Verbs by which a case goes on after it was received: correction, special procedures, extension, completion, delivery, other ends. */
import { Ctx, Resolver, VerbInput } from "../../../platform/graphql/classes/index.js";
import { CaseStepInput } from "../case-handling/case-handling.input.js";
import { agency, applicant, type CasePayload } from "../case-handling/case-handling.type.js";
import type { MattersContext } from "../context.js";
import {
  AskCorrectionInput,
  CorrectCaseInput,
  EndCaseInput,
  ExtendCaseInput,
  ResumeCaseInput,
  SuspendCaseInput,
} from "./case-course.input.js";

@Resolver()
export class CaseCourseResolver {
  @agency("LICENSING-2019-32", "Tells the applicant once and in full what is missing (一次性告知补正).")
  askCaseCorrection(@VerbInput() input: AskCorrectionInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.course.askCorrection(input);
  }

  @applicant("Hands in what was missing (补正).")
  correctCase(@VerbInput() input: CorrectCaseInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.course.correct(input);
  }

  @applicant("Hands in what you promised to hand in later (补交承诺材料).")
  supplementCase(@VerbInput() input: CorrectCaseInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.course.supplement(input);
  }

  @agency("LICENSING-2019-32", "Returns a case to the applicant before it is accepted (退件).")
  returnCase(@VerbInput() input: EndCaseInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.course.giveBack(input);
  }

  @agency("LICENSING-2019-45", "Begins a special procedure, whose time does not count (启动特别程序).")
  suspendCase(@VerbInput() input: SuspendCaseInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.course.suspend(input);
  }

  @agency("LICENSING-2019-45", "Ends the special procedure; the clock goes on (结束特别程序).")
  resumeCase(@VerbInput() input: ResumeCaseInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.course.resume(input);
  }

  @agency(
    "LICENSING-2019-42",
    "Extends the limit once, by at most ten working days, as the agency's head approved (延长期限).",
  )
  extendCase(@VerbInput() input: ExtendCaseInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.course.extend(input);
  }

  @agency("LICENSING-2019-44", "Completes a decided case (办结).")
  completeCase(@VerbInput() input: CaseStepInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.course.complete(input);
  }

  @agency("LICENSING-2019-44", "Delivers the result of a completed case (送达).")
  deliverCase(@VerbInput() input: CaseStepInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.course.deliver(input);
  }

  @agency("LICENSING-2019-35", "Passes a case on to a higher agency (转报).")
  transferCase(@VerbInput() input: EndCaseInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.course.transfer(input);
  }

  @agency("LICENSING-2019-34", "Makes a case void under review (作废).")
  voidCase(@VerbInput() input: EndCaseInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.course.makeVoid(input);
  }

  @applicant("Discards a draft of your own (删除草稿).")
  discardCase(@VerbInput() input: CaseStepInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.course.discard(input);
  }
}
