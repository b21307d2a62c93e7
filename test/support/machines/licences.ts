/** The machine of a licence's publicity, as tests drive it: of a licence that officer-1's agency made, whose publisher is publisher-1. */
import type { Actor } from "../../../platform/machine/index.js";
import {
  LICENCE_PUBLICITY,
  type LicenceEvent,
  type LicenceGuardFacts,
  LicencePublicity,
} from "../../../subgraphs/credit/licence/licence.machine.js";
import { copyOf } from "../verbs/credit.js";
import type { ModelledMachine, ModelledVerb, Wording } from "./model.js";
import { rowWithJournal } from "./stored.js";

type Facts = LicenceGuardFacts;

const says = (input: object, said: Partial<Facts> = {}, stays: Partial<Facts> = {}): Wording<Facts> => ({
  input,
  after: (now) => ({ ...now, ...said }),
  stays: ({ sealed, decisionRevoked }) => ({ sealed, decisionRevoked, ...stays }),
});

const verb = (
  by: Actor,
  event: LicenceEvent,
  name: string,
  input: string,
  ...wordings: Wording<Facts>[]
): ModelledVerb<LicenceEvent, Facts> => ({ ...{ verb: name, input, event, by }, wordings });

const REASONS = { reasons: "经复议撤销" };
const BY_DOCUMENT = { ...REASONS, revocationNo: "演复议〔2026〕1号" };
const BLANK = { ...REASONS, revocationNo: " " };

/** Verbs of the authority are open to its officers and publishers; who of them takes which step, the machine says. */
const AUTHORITY = ["OFFICER", "PUBLISHER"] as const;

const IS_PUBLIC = (state: LicencePublicity): boolean => state === LicencePublicity.PUBLISHED;

/** Publicity of licences. */
export const LICENCES: ModelledMachine<LicencePublicity, LicenceEvent, Facts> = {
  machine: LICENCE_PUBLICITY,
  selects: "object: licence { key: id state: publicityState version }",
  keyInput: "id",
  viewers: {
    "publisher-1": { may: AUTHORITY, plays: ["PUBLISHER"], knows: () => true },
    "officer-1": { may: AUTHORITY, plays: ["OFFICER"], knows: () => true },
    "officer-2": { may: AUTHORITY, plays: [], knows: IS_PUBLIC },
    "agent-1": { may: [], plays: [], knows: () => true },
    anonymous: { may: [], plays: [], knows: IS_PUBLIC },
  },
  verbs: [
    verb("PUBLISHER", "PUBLISH", "publishLicence", "LicenceStepInput", says({})),
    verb(
      "OFFICER",
      "REVOKE_DECISION",
      "recordLicenceRevocation",
      "RecordLicenceRevocationInput",
      says(BY_DOCUMENT, BY_DOCUMENT, { decisionRevoked: true }),
      says(BLANK, BLANK),
    ),
    verb("PUBLISHER", "WITHDRAW", "withdrawLicence", "WithdrawLicenceInput", says(REASONS)),
  ],
  begin: (stack) => copyOf(stack, "licences", "XK-B1", { version: 1, case_no: null, published_on: null }),
  facts: () => ({ sealed: false, decisionRevoked: false }),
  stored: (stack, id) =>
    rowWithJournal(stack, { service: "credit", table: "licences", key: "id", kind: "AdministrativeLicence" }, id),
};
