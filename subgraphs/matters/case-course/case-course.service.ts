/** Takes a case on to its end: each verb is one step of its machine, with what is written beside it. */
import { localDateOf } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { isStated } from "../../../platform/machine/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { checkStated } from "../../../platform/write/index.js";
import { ended } from "../case-handling/case-content.js";
import type { CaseStepInput } from "../case-handling/case-handling.input.js";
import { endProcedures } from "../case-handling/case-handling.repository.js";
import { correcting, supplementing } from "../case-handling/hand-in.js";
import type { CasePayload } from "../case-handling/case-handling.type.js";
import type { CaseStepAsked } from "../case-handling/case-step.js";
import type { MattersServices } from "../context.js";
import { CaseOutcome, SpecialProcedureKind } from "../service-case/service-case.enums.js";
import { PAUSING_KINDS, type CaseContent } from "../service-case/service-case.js";
import type { CaseEvent } from "../service-case/service-case.state.js";
import type {
  AskCorrectionInput,
  CompleteCaseInput,
  CorrectCaseInput,
  EndCaseInput,
  ExtendCaseInput,
  ResumeCaseInput,
  SuspendCaseInput,
} from "./case-course.input.js";
import { tellCompleted } from "./case-completed.js";
import { issueLicence } from "./case-licence.repository.js";
import { insertProcedure } from "./case-course.repository.js";

/** Steps of cases. Each throws what `runWrite`, `lockRecord` and `takeStep` throw, and BAD_USER_INPUT for a text without words. */
export interface CaseCourseService {
  askCorrection(input: AskCorrectionInput): Promise<CasePayload>;
  correct(input: CorrectCaseInput): Promise<CasePayload>;
  supplement(input: CorrectCaseInput): Promise<CasePayload>;
  giveBack(input: EndCaseInput): Promise<CasePayload>;
  suspend(input: SuspendCaseInput): Promise<CasePayload>;
  resume(input: ResumeCaseInput): Promise<CasePayload>;
  extend(input: ExtendCaseInput): Promise<CasePayload>;
  complete(input: CompleteCaseInput): Promise<CasePayload>;
  deliver(input: CaseStepInput): Promise<CasePayload>;
  transfer(input: EndCaseInput): Promise<CasePayload>;
  makeVoid(input: EndCaseInput): Promise<CasePayload>;
  discard(input: CaseStepInput): Promise<CasePayload>;
}

const granted = ({ result }: CaseContent): boolean => result?.outcome === CaseOutcome.GRANTED;

/** Creates the service for one request. */
export const createCaseCourseService = (
  dependencies: ServiceDependencies,
  services: MattersServices,
): CaseCourseService => {
  const { asOf } = dependencies;
  const today = localDateOf(asOf);
  const step = (verb: string, input: CaseStepInput, asked: CaseStepAsked): Promise<CasePayload> =>
    services.handling.step(verb, input, asked);
  const end = async (verb: string, input: EndCaseInput, event: CaseEvent): Promise<CasePayload> => {
    checkStated("reasons", input.reasons);
    return step(verb, input, {
      event,
      set: { endedOn: today },
      content: (content) => ended(content, today),
      reason: input.reasons,
    });
  };

  return {
    async askCorrection(input) {
      checkStated("missing", input.missing);
      return step("askCaseCorrection", input, {
        event: "ASK_CORRECTION",
        facts: ({ notices = 0 }) => ({ notices: notices + 1 }),
        set: { noticeOn: today },
        reason: input.missing,
      });
    },
    correct: async (input) => step("correctCase", input, correcting(input.materials, dependencies)),
    supplement: async (input) => step("supplementCase", input, supplementing(input.materials, dependencies)),
    giveBack: (input) => end("returnCase", input, "RETURN"),
    async suspend(input) {
      const { kind, name, reasons } = input;
      if (!PAUSING_KINDS.includes(kind)) throw badInput("kind", "PAUSING_KIND", "The time of this kind counts.");
      checkStated("name", name);
      checkStated("reasons", reasons);
      return step("suspendCase", input, {
        event: "SUSPEND",
        facts: { openSuspension: true },
        reason: reasons,
        beside: (trx, caseNo) =>
          insertProcedure(trx, caseNo, { ...NOTHING_YET, kind, name, reason: reasons, from: today }),
      });
    },
    resume: (input) =>
      step("resumeCase", input, {
        event: "RESUME",
        facts: { openSuspension: false },
        reason: input.result,
        beside: (trx, caseNo) => endProcedures(trx, caseNo, { on: today, result: input.result }),
      }),
    async extend(input) {
      checkStated("reasons", input.reasons);
      return step("extendCase", input, {
        event: "EXTEND",
        facts: ({ extensions = 0 }) => ({ extensions: extensions + 1, approvedByHead: isStated(input.approver) }),
        reason: input.reasons,
        beside: (trx, caseNo) =>
          insertProcedure(trx, caseNo, {
            ...NOTHING_YET,
            kind: SpecialProcedureKind.EXTENSION,
            name: "延长审批",
            reason: input.reasons,
            from: today,
            to: today,
            extensionDays: input.days,
            approver: input.approver,
          }),
      });
    },
    async complete(input) {
      const validTo = input.validTo ?? undefined;
      return step("completeCase", input, {
        event: "COMPLETE",
        facts(_now, content) {
          if (validTo !== undefined && validTo < today)
            throw badInput("validTo", "MIN", "A licence is not issued after its end.");
          return {
            granted: granted(content),
            ...(content.result?.reasons === undefined ? {} : { reasons: content.result.reasons }),
            ...(content.result?.remedy === undefined ? {} : { remedy: content.result.remedy }),
          };
        },
        set: (content) => ({ completedOn: today, endedOn: today, granted: granted(content) }),
        content: (content) => ended(content, today),
        async beside(trx, caseNo, { version }) {
          const issued = await issueLicence(trx, caseNo, { today, validTo });
          if (issued === undefined) return;
          await tellCompleted(trx, issued, { version, occurredAt: asOf, isAdult: input.applicantIsAdult === true });
        },
      });
    },
    deliver: (input) =>
      step("deliverCase", input, {
        event: "DELIVER",
        content: ({ result, ...content }) =>
          result === undefined ? content : { ...content, result: { ...result, deliveredOn: today } },
      }),
    transfer: (input) => end("transferCase", input, "TRANSFER"),
    makeVoid: (input) => end("voidCase", input, "VOID"),
    discard: (input) => step("discardCase", input, { event: "VOID" }),
  };
};

/** What a procedure that begins does not say. */
const NOTHING_YET = { to: undefined, result: undefined, extensionDays: undefined, approver: undefined } as const;
