/** Writes of requests for information for one request: each verb is one step of the machine, with the words that it adds. */
import { basisOfProcedure, localDateOf } from "../../../platform/domain/index.js";
import { listAttached } from "../../../platform/files/attached/index.js";
import { shownFile, type AttachedFile } from "../../../platform/files/classes/index.js";
import { createGroupLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  allowedActions,
  checkStated,
  createHistories,
  openingStep,
  runWrite,
  type RecordedTransition,
} from "../../../platform/write/index.js";
import type { OpennessServices } from "../context.js";
import { DisclosureOutcome } from "../disclosure-request/disclosure-outcome.js";
import type { DisclosureRequest } from "../disclosure-request/disclosure-request.js";
import { ThirdPartyOpinion } from "../disclosure-request/disclosure-request.enums.js";
import { DisclosureAction } from "./disclosure-action.js";
import { answerStep } from "./disclosure-answer.js";
import { factsOn } from "./disclosure-facts.js";
import type {
  AnswerDisclosureInput,
  AskDisclosureCorrectionInput,
  ConsultThirdPartyInput,
  CorrectDisclosureInput,
  DisclosureStepInput,
  ExtendDisclosureInput,
  RecordThirdPartyOpinionInput,
  RequestDisclosureInput,
} from "./disclosure-handling.input.js";
import { WRITTEN_REQUEST } from "./disclosure-handling.policy.js";
import { endConsultation, insertRequest } from "./disclosure-handling.repository.js";
import type { DisclosureRequestPayload } from "./disclosure-handling.type.js";
import { askThirdParty, takeDisclosureStep, type DisclosureChange } from "./disclosure-step.js";
import { checkDay, newRequest } from "./new-request.js";

type Payload = Promise<DisclosureRequestPayload>;

/** Writes of requests. Each throws what `runWrite`, `lockRecord` and `takeStep` throw, and BAD_USER_INPUT for a text without words. */
export interface DisclosureHandlingService {
  /** Throws NOT_FOUND for a body without an openness office, BAD_USER_INPUT for a contact by which nobody is reached. */
  request(input: RequestDisclosureInput): Payload;
  /** Throws BAD_USER_INPUT for a last day that is not after today. */
  askCorrection(input: AskDisclosureCorrectionInput): Payload;
  correct(input: CorrectDisclosureInput): Payload;
  /** Throws BAD_USER_INPUT for more than ten third parties. */
  consult(input: ConsultThirdPartyInput): Payload;
  recordOpinion(input: RecordThirdPartyOpinionInput): Payload;
  extend(input: ExtendDisclosureInput): Payload;
  /** Throws what `attachFile` throws, NOT_FOUND for a document that is not public. */
  answer(input: AnswerDisclosureInput): Payload;
  withdraw(input: DisclosureStepInput): Payload;
  files(requestNo: string): Promise<AttachedFile[]>;
  allowedActions(request: DisclosureRequest): Promise<DisclosureAction[]>;
  history(requestNo: string): Promise<RecordedTransition[]>;
}

const BASIS = basisOfProcedure("DISCLOSURE-REQUEST");

/** What an input could make true. */
const WILLING = {
  approvedByHead: true,
  opinionDue: true,
  outcome: DisclosureOutcome.DISCLOSED,
  ...{ reasons: "-", remedy: "-", hasInformation: true },
} as const;

/** Creates the service for one request. */
export const createDisclosureHandling = (
  dependencies: ServiceDependencies,
  services: OpennessServices,
): DisclosureHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_REQUEST);
  const files = createGroupLoader(
    (requestNos) => listAttached(db, "DisclosureRequest", requestNos),
    ({ holderKey }) => holderKey,
  );
  const payload = async (requestNo: string): Payload => {
    const disclosureRequest = await services.disclosureRequests.findAnew(requestNo);
    return disclosureRequest === undefined ? {} : { disclosureRequest };
  };
  const step = async (verb: string, input: DisclosureStepInput, change: DisclosureChange): Payload => {
    const { key } = await runWrite(dependencies, {
      verb,
      input,
      change: (trx, inputHash) => takeDisclosureStep(trx, dependencies, input, inputHash, change),
    });
    return payload(key);
  };

  return {
    async request(input) {
      const office = await services.opennessOffices.findOf(input.agencyId);
      const { key } = await runWrite(dependencies, {
        verb: "requestDisclosure",
        input,
        async change(trx, inputHash) {
          const record = newRequest(input, { viewer, office, today });
          const opening = { part: "SUBJECT", basis: BASIS(), inputHash } as const;
          return openingStep(trx, WRITTEN_REQUEST, dependencies, { key: await insertRequest(trx, record), ...opening });
        },
      });
      return payload(key);
    },
    async askCorrection(input) {
      checkStated("unclear", input.unclear);
      const { unclear, correctBy } = input;
      const set = { unclear, correctBy, correctionAskedOn: today };
      return step("askDisclosureCorrection", input, {
        ...{ event: "ASK_CORRECTION", set, reason: unclear },
        async before() {
          checkDay("correctBy", correctBy, today);
          return {};
        },
      });
    },
    async correct(input) {
      checkStated("correction", input.correction);
      const set = { correction: input.correction, correctedOn: today };
      return step("correctDisclosure", input, { event: "CORRECT", set });
    },
    async consult(input) {
      checkStated("thirdParty", input.thirdParty);
      return step("consultThirdParty", input, {
        event: "CONSULT",
        beside: (trx, { consultations }) => askThirdParty(trx, input, consultations.length, today),
      });
    },
    recordOpinion: (input) =>
      step("recordThirdPartyOpinion", input, {
        event: "RECORD_OPINION",
        facts: input.opinion === ThirdPartyOpinion.NO_ANSWER ? {} : { opinionDue: true },
        beside: (trx) =>
          endConsultation(trx, input.requestNo, {
            ...{ endedOn: today, opinion: input.opinion, opinionText: input.opinionText },
          }),
      }),
    extend: async (input) => {
      const { approvedByHead, reasons } = input;
      const set = { extendedOn: today, extensionReasons: reasons };
      return step("extendDisclosure", input, {
        ...{ event: "EXTEND", set, facts: { approvedByHead, reasons }, reason: reasons },
      });
    },
    answer: (input) => step("answerDisclosure", input, answerStep(input, dependencies)),
    withdraw: (input) => step("withdrawDisclosure", input, { event: "WITHDRAW", set: { endedOn: today } }),
    files: async (requestNo) => (await files.load(requestNo)).map((file) => shownFile(file, "openness")),
    async allowedActions(request) {
      const { state, subject, agencyUscc, divisionCode } = request;
      const row = { subject, agency_uscc: agencyUscc, division_code: divisionCode };
      const facts = { ...factsOn(await services.disclosureRequests.clockFacts(request), today), ...WILLING };
      return allowedActions(DisclosureAction, WRITTEN_REQUEST, { viewer }, { row, state, facts });
    },
    history: (requestNo) => histories.load(requestNo),
  };
};
