/** The machine of a request for information, as tests drive it: citizen-1 asks officer-1's agency on the day of the demonstration. */
import type { Actor } from "../../../platform/machine/index.js";
import { DisclosureOutcome } from "../../../subgraphs/openness/disclosure-request/disclosure-outcome.js";
import {
  DISCLOSURE,
  DisclosureState,
  type DisclosureEvent,
  type DisclosureGuardFacts,
} from "../../../subgraphs/openness/disclosure-request/disclosure-request.machine.js";
import { askedRequest } from "../verbs/disclosures.js";
import { ITS_DOCUMENT } from "../verbs/openness.js";
import type { ModelledMachine, ModelledVerb, Wording } from "./model.js";
import { rowWithJournal } from "./stored.js";

type Facts = DisclosureGuardFacts;

const verb = (
  by: Actor,
  event: DisclosureEvent,
  name: string,
  input: string,
  ...wordings: readonly Wording<Facts>[]
): ModelledVerb<DisclosureEvent, Facts> => ({ verb: name, input, event, by, wordings });

/** An input, what guards look at then, and what stays of it. */
const said = (input: object, makes: Facts = {}, stays: Facts = {}): Wording<Facts> => ({
  input,
  after: (now) => ({ ...now, ...makes }),
  stays: ({ corrected = false, extended = false }) => ({ corrected, extended, ...stays }),
});

const REASONS = { reasons: "属于内部事务信息。" };
const REMEDY = { remedy: "可以在六十日内申请行政复议。" };
const answer = (outcome: DisclosureOutcome, told: object, hasInformation = false): Wording<Facts> =>
  said(
    { outcome, ...told, ...(hasInformation ? { indexNo: ITS_DOCUMENT } : {}) },
    { outcome, ...told, hasInformation },
  );

/** Requests for information. */
export const DISCLOSURES: ModelledMachine<DisclosureState, DisclosureEvent, Facts> = {
  machine: DISCLOSURE,
  selects: "object: disclosureRequest { key: requestNo state version }",
  keyInput: "requestNo",
  sequences: 25,
  viewers: {
    "citizen-1": { may: ["SUBJECT"], plays: ["SUBJECT"], knows: () => true },
    "officer-1": { may: ["OFFICER"], plays: ["OFFICER"], knows: () => true },
    "citizen-2": { may: ["SUBJECT"], plays: [], knows: () => false },
    "officer-2": { may: ["OFFICER"], plays: [], knows: () => false },
    "supervisor-1": { may: [], plays: [], knows: () => true },
  },
  verbs: [
    verb(
      ...(["OFFICER", "ASK_CORRECTION", "askDisclosureCorrection", "AskDisclosureCorrectionInput"] as const),
      said({ unclear: "请说明年份。", correctBy: "2026-10-15" }),
    ),
    verb(
      ...(["SUBJECT", "CORRECT", "correctDisclosure", "CorrectDisclosureInput"] as const),
      said({ correction: "2025年。" }, {}, { corrected: true }),
    ),
    verb(
      ...(["OFFICER", "CONSULT", "consultThirdParty", "ConsultThirdPartyInput"] as const),
      said({ thirdParty: "某企业" }),
    ),
    verb(
      ...(["OFFICER", "RECORD_OPINION", "recordThirdPartyOpinion", "RecordThirdPartyOpinionInput"] as const),
      said({ opinion: "OBJECTS" }, { opinionDue: true }),
      said({ opinion: "NO_ANSWER" }, { opinionDue: false }),
    ),
    verb(
      ...(["OFFICER", "EXTEND", "extendDisclosure", "ExtendDisclosureInput"] as const),
      said({ approvedByHead: true, ...REASONS }, { approvedByHead: true, ...REASONS }, { extended: true }),
      said({ approvedByHead: false, ...REASONS }, { approvedByHead: false, ...REASONS }),
      said({ approvedByHead: true, reasons: " " }, { approvedByHead: true, reasons: " " }),
    ),
    verb(
      ...(["OFFICER", "ANSWER", "answerDisclosure", "AnswerDisclosureInput"] as const),
      answer(DisclosureOutcome.DISCLOSED, {}, true),
      answer(DisclosureOutcome.DISCLOSED, {}),
      answer(DisclosureOutcome.INTERNAL_AFFAIRS, { ...REASONS, ...REMEDY }),
      answer(DisclosureOutcome.INTERNAL_AFFAIRS, REASONS),
      answer(DisclosureOutcome.INTERNAL_AFFAIRS, REMEDY),
      answer(DisclosureOutcome.STILL_UNCLEAR, { ...REASONS, ...REMEDY }),
    ),
    verb("SUBJECT", "WITHDRAW", "withdrawDisclosure", "DisclosureStepInput", said({})),
  ],
  begin: async (stack) => (await askedRequest(stack)).requestNo,
  facts: () => ({ corrected: false, extended: false }),
  stored: (stack, id) =>
    rowWithJournal(
      stack,
      { service: "openness", table: "disclosure_requests", key: "request_no", kind: "DisclosureRequest" },
      id,
    ),
};
