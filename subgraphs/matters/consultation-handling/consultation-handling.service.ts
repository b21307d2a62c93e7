/** Writes of consultations for one request: each verb is one step of the machine, with the words that it adds. */
import { toSet, type NewOf } from "../../../platform/database/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { basisOfLimit, localDateOf, withoutPersons } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  actingSubject,
  allowedActions,
  checkPublishable,
  checkStated,
  createHistories,
  lockRecord,
  openingStep,
  runWrite,
  takeStep,
  type RecordedTransition,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import { ANSWER_LIMIT, ConsultationState, type ConsultationEvent } from "../consultation/consultation.machine.js";
import { OF_ASKER } from "../consultation/consultation.policy.js";
import { MOST_TURNS, type Consultation } from "../consultation/consultation.js";
import { CONSULTATIONS } from "../consultation/consultation.rows.js";
import type { MattersServices } from "../context.js";
import { EditorialStatus } from "../matter/matter.machine.js";
import type { ServiceMatter } from "../matter/matter.js";
import { ConsultationAction } from "./consultation-action.js";
import type {
  AnswerConsultationInput,
  AskConsultationInput,
  ConsultationStepInput,
  FollowUpConsultationInput,
  PublishConsultationInput,
} from "./consultation-handling.input.js";
import { WRITTEN_CONSULTATION } from "./consultation-handling.policy.js";
import { addQuestion, answerLast, insertConsultation } from "./consultation-handling.repository.js";
import type { ConsultationPayload } from "./consultation-handling.type.js";

/** Writes of consultations. Each throws what `runWrite`, `lockRecord` and `takeStep` throw, and BAD_USER_INPUT for a text without words. */
export interface ConsultationHandlingService {
  /** Throws NOT_FOUND for a matter that is not published, RULE_VIOLATION (MATTER_NOT_OPEN) where its agency is not known. */
  ask(input: AskConsultationInput): Promise<ConsultationPayload>;
  answer(input: AnswerConsultationInput): Promise<ConsultationPayload>;
  /** Throws BAD_USER_INPUT for more questions than a consultation may have. */
  followUp(input: FollowUpConsultationInput): Promise<ConsultationPayload>;
  /** Throws RULE_VIOLATION (PERSONAL_DATA) where a person stands in question or answer still. */
  publish(input: PublishConsultationInput): Promise<ConsultationPayload>;
  /** Takes it out of publication; where the asker does, their consent ends with it, whether it was public or not. */
  retract(input: ConsultationStepInput): Promise<ConsultationPayload>;
  withdraw(input: ConsultationStepInput): Promise<ConsultationPayload>;
  allowedActions(consultation: Consultation): ConsultationAction[];
  history(id: string): Promise<RecordedTransition[]>;
}

interface StepAsked {
  readonly event: ConsultationEvent;
  /** Columns that it fills; `isAsker` says that the asker takes it. */
  readonly set?: (isAsker: boolean) => Partial<NewOf<typeof CONSULTATIONS>>;
  readonly answer?: string;
  readonly beside?: (trx: WriteTransaction) => Promise<void>;
}

const UNPUBLISHED = { publishedOn: undefined, publicQuestion: undefined, publicAnswer: undefined } as const;

/** Creates the service for one request. */
export const createConsultationHandling = (
  dependencies: ServiceDependencies,
  services: MattersServices,
): ConsultationHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_CONSULTATION);
  const payload = async (id: string): Promise<ConsultationPayload> => {
    const consultation = await services.consultations.findAnew(id);
    return consultation === undefined ? {} : { consultation };
  };
  const step = async (
    verb: string,
    input: ConsultationStepInput,
    { event, set = () => ({}), answer, beside }: StepAsked,
  ): Promise<ConsultationPayload> => {
    const { key } = await runWrite(dependencies, {
      verb,
      input,
      async change(trx, inputHash) {
        const { consultationId: id, expectedVersion } = input;
        const row = await lockRecord(trx, WRITTEN_CONSULTATION, dependencies, { key: id, expectedVersion });
        const taken = await takeStep(trx, WRITTEN_CONSULTATION, dependencies, {
          ...{ row, event, inputHash, set: toSet(CONSULTATIONS, set(canRead(OF_ASKER, { viewer }, row as never))) },
          facts: { mayPublish: row["may_publish"] === true, ...(answer === undefined ? {} : { answer }) },
        });
        await beside?.(trx);
        return taken;
      },
    });
    return payload(key);
  };
  /** Matter and agency that are asked. Throws NOT_FOUND for what is not published, RULE_VIOLATION (MATTER_NOT_OPEN) where nobody is known who answers. */
  const asked = (matter: ServiceMatter | undefined) => {
    if (!matter || matter.status !== EditorialStatus.PUBLISHED) throw new ServiceError("NOT_FOUND");
    const { id, deptId, deptUscc, divisionCode } = matter;
    if (deptUscc === undefined)
      throw new ServiceError("RULE_VIOLATION", "Nobody is known who answers.", { reason: "MATTER_NOT_OPEN" });
    return { matterId: id, deptId, deptUscc, divisionCode };
  };

  return {
    async ask(input) {
      const { matterId, question, mayPublish } = input;
      checkStated("question", question);
      const acting = actingSubject(viewer);
      if (!acting) throw new ServiceError("FORBIDDEN");
      const matter = await services.matters.find(matterId);
      const { key } = await runWrite(dependencies, {
        verb: "askConsultation",
        input,
        async change(trx, inputHash) {
          const id = await insertConsultation(trx, {
            ...{
              ...asked(matter),
              subject: acting.subject,
              state: ConsultationState.ASKED,
              mayPublish,
              askedOn: today,
            },
            ...{ ...UNPUBLISHED, answeredOn: undefined },
          });
          await addQuestion(trx, id, { question, askedOn: today });
          const basis = basisOfLimit(ANSWER_LIMIT)();
          return openingStep(trx, WRITTEN_CONSULTATION, dependencies, { key: id, part: "SUBJECT", basis, inputHash });
        },
      });
      return payload(key);
    },
    answer: async (input) =>
      step("answerConsultation", input, {
        ...{ event: "ANSWER", answer: input.answer, set: () => ({ answeredOn: today }) },
        beside: (trx) => answerLast(trx, input.consultationId, { answer: input.answer, answeredOn: today }),
      }),
    async followUp(input) {
      checkStated("question", input.question);
      return step("followUpConsultation", input, {
        ...{ event: "FOLLOW_UP", set: () => ({ askedOn: today, answeredOn: undefined }) },
        async beside(trx) {
          const count = await addQuestion(trx, input.consultationId, { question: input.question, askedOn: today });
          if (count > MOST_TURNS)
            throw badInput("question", "MAX", `A consultation has at most ${MOST_TURNS} questions.`);
        },
      });
    },
    async publish(input) {
      checkStated("publicQuestion", input.publicQuestion);
      checkStated("publicAnswer", input.publicAnswer);
      const publicQuestion = withoutPersons(input.publicQuestion, { natural: true, today });
      // The agency's own telephone and address stay.
      const publicAnswer = withoutPersons(input.publicAnswer, { today });
      return step("publishConsultation", input, {
        ...{ event: "PUBLISH", set: () => ({ publishedOn: today, publicQuestion, publicAnswer }) },
        async beside() {
          checkPublishable("publicQuestion", publicQuestion, { natural: true, today });
          checkPublishable("publicAnswer", publicAnswer, { today });
        },
      });
    },
    retract: (input) =>
      step("retractConsultation", input, {
        event: "RETRACT",
        set: (isAsker) => ({ ...UNPUBLISHED, ...(isAsker ? { mayPublish: false } : {}) }),
      }),
    withdraw: (input) => step("withdrawConsultation", input, { event: "WITHDRAW" }),
    allowedActions({ state, mayPublish, subject, deptUscc, divisionCode }) {
      const row = { state, subject, dept_uscc: deptUscc, division_code: divisionCode };
      const facts = { answer: "-", mayPublish };
      return allowedActions(ConsultationAction, WRITTEN_CONSULTATION, { viewer }, { row, state, facts });
    },
    history: (id) => histories.load(id),
  };
};
