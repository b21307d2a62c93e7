/** The machine of a penalty's publicity, as tests drive it: of penalties that officer-1's agency made, in each state that a day can give them. */
import type { Actor } from "../../../platform/machine/index.js";
import { PUBLICITY } from "../../../subgraphs/credit/penalty/penalty.machine.js";
import {
  PublicityState,
  type PublicityEvent,
  type PublicityGuardFacts,
} from "../../../subgraphs/credit/penalty/publicity.state.js";
import { copyOf } from "../verbs/credit.js";
import type { ModelledMachine, ModelledVerb, Wording } from "./model.js";
import { rowWithJournal } from "./stored.js";

type Facts = PublicityGuardFacts;

const says = (input: object, said: Partial<Facts> = {}, stays: Partial<Facts> = {}): Wording<Facts> => ({
  input,
  after: (now) => ({ ...now, ...said }),
  stays: ({ reasons: _reasons, revocationNo: _number, servedOn: _day, ...asked }) => ({ ...asked, ...stays }),
});

const verb = (
  by: Actor,
  event: PublicityEvent,
  name: string,
  input: string,
  ...wordings: Wording<Facts>[]
): ModelledVerb<PublicityEvent, Facts> => ({ ...{ verb: name, input, event, by }, wordings });

const REASONS = { reasons: "经复议撤销" };
const BY_DOCUMENT = { ...REASONS, revocationNo: "演复议〔2026〕1号" };
const BLANK = { ...REASONS, revocationNo: " " };

const served = (servedOn: string, stays: Partial<Facts> = {}): Wording<Facts> =>
  says({ servedOn }, { servedOn }, stays);

/** Penalties by the remainder of their numbers: like which one, with which columns, in which state they begin. */
const KINDS = [
  { of: "CF-GOLDEN-9", set: {}, state: PublicityState.NOT_PUBLISHED, decisionDate: "2026-09-24" },
  { of: "CF-GOLDEN-1", set: {}, state: PublicityState.PUBLISHED, decisionDate: "2026-05-06" },
  {
    ...{ of: "CF-GOLDEN-1", set: { repaired_on: "2026-09-01" } },
    ...{ state: PublicityState.REPAIRED, decisionDate: "2026-05-06" },
  },
  {
    ...{ of: "CF-GOLDEN-1", set: { shielded_from: "2026-09-01" } },
    ...{ state: PublicityState.SHIELDED, decisionDate: "2026-05-06" },
  },
  {
    ...{
      of: "CF-GOLDEN-1",
      set: { decision_date: "2020-05-06" },
    },
    ...{ state: PublicityState.EXPIRED, decisionDate: "2020-05-06" },
  },
] as const;

const kindOf = (number: number) => KINDS[number % KINDS.length]!;

const AUTHORITY = ["OFFICER", "PUBLISHER"] as const;

const IS_PUBLIC = (state: PublicityState): boolean => state === PublicityState.PUBLISHED;

/** Publicity of penalties. */
export const PENALTIES: ModelledMachine<PublicityState, PublicityEvent, Facts> = {
  machine: PUBLICITY,
  selects: "object: penalty { key: id state: publicityState version }",
  keyInput: "id",
  viewers: {
    "publisher-1": { may: AUTHORITY, plays: ["PUBLISHER"], knows: () => true },
    "officer-1": { may: AUTHORITY, plays: ["OFFICER"], knows: () => true },
    "officer-2": { may: AUTHORITY, plays: [], knows: IS_PUBLIC },
    "agent-1": { may: [], plays: [], knows: () => true },
    anonymous: { may: [], plays: [], knows: IS_PUBLIC },
  },
  verbs: [
    verb(
      "OFFICER",
      "SERVE",
      "servePenalty",
      "ServePenaltyInput",
      served("2026-09-25", { noticeServed: true }),
      served("2026-10-01"),
    ),
    verb("PUBLISHER", "PUBLISH", "publishPenalty", "PenaltyStepInput", says({})),
    verb(
      "OFFICER",
      "REVOKE_DECISION",
      "recordRevocation",
      "RecordRevocationInput",
      says(BY_DOCUMENT, BY_DOCUMENT, { decisionRevoked: true }),
      says(BLANK, BLANK),
    ),
    verb("PUBLISHER", "WITHDRAW", "withdrawPenalty", "WithdrawPenaltyInput", says(REASONS)),
  ],
  begin(stack, number) {
    const { of, set } = kindOf(number);
    return copyOf(stack, "penalties", of, { version: 1, repair_notice_on: null, ...set });
  },
  begins: (number) => kindOf(number).state,
  facts: (number) => ({
    ...{ today: "2026-09-28", sealed: false, rulePublishes: true, decisionRevoked: false, planCarriedOut: false },
    ...{ repairRuns: false, repairDecided: false, repairFoundFalse: false, noticeServed: false },
    decisionDate: kindOf(number).decisionDate,
  }),
  async stored(stack, id) {
    const kept = { service: "credit", table: "penalties", key: "id", kind: "AdministrativePenalty" } as const;
    return rowWithJournal(stack, kept, id);
  },
};
