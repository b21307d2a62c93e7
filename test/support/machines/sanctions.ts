/** The machine of sanctions of the market, as tests drive it: of a firm that never worked for officer-2's agency, which sanctions it. */
import type { Actor } from "../../../platform/machine/index.js";
import {
  SANCTION,
  SanctionLevel,
  SanctionState,
  type SanctionEvent,
  type SanctionGuardFacts,
} from "../../../subgraphs/intermediary/intermediary-sanction/intermediary-sanction.machine.js";
import { termsOf } from "../../../subgraphs/intermediary/intermediary-sanction/intermediary-sanction.status.js";
import type { SanctionFacts } from "../../../subgraphs/intermediary/intermediary-sanction/intermediary-sanction.status.js";
import { sanctionWith } from "../verbs/sanctions.js";
import { VIEWERS } from "../viewers.js";
import type { ModelledMachine, ModelledVerb, Wording } from "./model.js";
import { rowWithJournal } from "./stored.js";

/** Whose agent this is, no other test that shares its stack sanctions. */
const FIRM = "91990101MA00026942";
/** Its agent. */
export const SANCTIONED_AGENT = { ...VIEWERS["agent-1"], username: "agent-sanctioned", subjectUscc: FIRM };

const TODAY = "2026-09-28";
const OFFICE = "12990101MB90000236";

/** Who decided it by a verb of the test stands with what the guards look at. */
type Facts = SanctionGuardFacts & { readonly decidedBy?: string };

/** A sanction as it begins. */
interface Kind {
  readonly begins: SanctionState;
  readonly level: SanctionLevel;
  readonly priorNoticeOn: string;
  readonly months?: number;
  readonly decidedOn?: string;
  readonly appealedOn?: string;
}

const { PRIOR_NOTICE_GIVEN, IN_FORCE, EXPIRED } = SanctionState;
const { REMINDER, SUSPENSION } = SanctionLevel;
const decided = { priorNoticeOn: "2026-09-07", decidedOn: "2026-09-24" };

/** By the remainder of their numbers. */
const KINDS: readonly Kind[] = [
  // Its time to be heard runs.
  { begins: PRIOR_NOTICE_GIVEN, level: REMINDER, priorNoticeOn: "2026-09-24" },
  { begins: PRIOR_NOTICE_GIVEN, level: SUSPENSION, months: 6, priorNoticeOn: "2026-09-24" },
  // It is over.
  { begins: PRIOR_NOTICE_GIVEN, level: SUSPENSION, months: 6, priorNoticeOn: "2026-09-07" },
  // And so is the time for the decision.
  { begins: PRIOR_NOTICE_GIVEN, level: REMINDER, priorNoticeOn: "2026-07-01" },
  { begins: EXPIRED, level: REMINDER, ...decided },
  { begins: EXPIRED, level: REMINDER, ...decided, appealedOn: "2026-09-25" },
  { begins: IN_FORCE, level: SUSPENSION, months: 3, ...decided },
  { begins: IN_FORCE, level: SUSPENSION, months: 3, ...decided, appealedOn: "2026-09-25" },
  { begins: EXPIRED, level: REMINDER, priorNoticeOn: "2026-05-06", decidedOn: "2026-06-01" },
];

const kindOf = (number: number): Kind => KINDS[number % KINDS.length]!;

const says = (input: object, said: Partial<Facts> = {}, stays: Partial<Facts> = {}): Wording<Facts> => ({
  input,
  after: (now, { viewer }) => ({ ...now, decidedIt: now.decidedBy === viewer, ...said }),
  // What is said is said once.
  stays: ({ statement: _statement, reasons: _reasons, docNo: _docNo, ...asked }) => ({ ...asked, ...stays }),
});

const verb = (
  by: Actor,
  event: SanctionEvent,
  name: string,
  ...wordings: Wording<Facts>[]
): ModelledVerb<SanctionEvent, Facts> => ({
  ...{ verb: name, input: event === "DECIDE" ? "DecideSanctionInput" : "SanctionStatementInput", event, by },
  wordings,
});

const TEXTS = ["演示陈述", " "] as const;

/** Says something, or nothing, as the firm. */
const states = (stays: Partial<Facts>): Wording<Facts>[] =>
  TEXTS.map((statement) => says({ statement }, { statement }, stays));

/** Gives reasons, or none. */
const reasons = (stays: Partial<Facts> = {}): Wording<Facts>[] =>
  TEXTS.map((statement) => says({ statement }, { reasons: statement }, stays));

/** Decides, for so many months; without a word for as many as the notice told. */
const decides = (docNo: string, statement: string, months?: number): Wording<Facts> => ({
  input: { docNo, statement, ...(months === undefined ? {} : { months }) },
  after: (now) => ({ ...now, docNo, reasons: statement, ...(months === undefined ? {} : { months }) }),
  stays: ({ docNo: _docNo, reasons: _reasons, ...asked }, { viewer }) => ({
    ...{ ...asked, decidedBy: viewer, lastDay: TODAY },
    ...termsOf({ priorNoticeOn: TODAY, decidedOn: TODAY } as SanctionFacts & { readonly priorNoticeOn: string }),
  }),
});

/** What is public is known to everybody. */
const isPublic = (state: SanctionState): boolean => state === IN_FORCE || state === EXPIRED;

/** Sanctions. */
export const SANCTIONS: ModelledMachine<SanctionState, SanctionEvent, Facts> = {
  machine: SANCTION,
  selects: "object: sanction { key: id state version }",
  keyInput: "id",
  sequences: 30,
  viewers: {
    [SANCTIONED_AGENT.username]: { may: ["FIRM"], plays: ["FIRM"], knows: () => true },
    "agent-1": { may: ["FIRM"], plays: [], knows: isPublic },
    "citizen-1": { may: ["FIRM"], plays: [], knows: isPublic },
    "officer-2": { may: ["OFFICER"], plays: ["OFFICER"], knows: () => true },
    "officer-1": { may: ["OFFICER"], plays: [], knows: isPublic },
    // The verbs of a decision are the department's and the supervisor's.
    "supervisor-1": { may: ["OFFICER", "SUPERVISOR"], plays: ["SUPERVISOR"], knows: () => true },
    anonymous: { may: [], plays: [], knows: () => false },
  },
  verbs: [
    verb("FIRM", "DEFEND", "defendAgainstSanction", ...states({ heard: true, defendedBefore: true })),
    verb(
      "OFFICER",
      "DECIDE",
      "decideSanction",
      decides("演惩〔2026〕93号", "事实清楚"),
      decides("演惩〔2026〕94号", "事实清楚", 3),
      decides("演惩〔2026〕95号", "事实清楚", 12),
      decides(" ", "事实清楚"),
      decides("演惩〔2026〕96号", " "),
    ),
    verb("OFFICER", "DROP", "dropSanction", ...reasons()),
    verb("FIRM", "APPEAL", "appealSanction", ...states({ appealedBefore: true, appealOpen: true })),
    verb("SUPERVISOR", "REJECT_APPEAL", "rejectSanctionAppeal", ...reasons({ appealOpen: false })),
    verb("SUPERVISOR", "REVOKE", "revokeSanction", ...reasons({ appealOpen: false })),
  ],
  async begin(stack, number) {
    const { level, months, priorNoticeOn, decidedOn, appealedOn } = kindOf(number);
    const { id } = await sanctionWith(
      stack,
      { id: `CN-USCC-${FIRM}`, uscc: FIRM },
      {
        ...{ level, months: months ?? null, prior_notice_on: priorNoticeOn, authority_uscc: OFFICE },
        ...(decidedOn === undefined ? {} : { decided_on: decidedOn, doc_no: "演惩〔2026〕92号" }),
        ...(appealedOn === undefined ? {} : { appealed_on: appealedOn, appeal: "已按期交付" }),
      },
    );
    return id;
  },
  begins: (number) => kindOf(number).begins,
  facts(number) {
    const kind = kindOf(number);
    const { level, months, decidedOn, appealedOn } = kind;
    const terms = termsOf(kind as SanctionFacts & { readonly priorNoticeOn: string });
    return {
      ...{ today: TODAY, level, isParty: false, decidedIt: false, ...terms },
      ...(months === undefined ? {} : { months, monthsTold: months }),
      ...(decidedOn === undefined ? {} : { lastDay: months === undefined ? decidedOn : "2026-12-24" }),
      ...{ heard: terms.defenceUntil! < TODAY, defendedBefore: false },
      ...{ appealedBefore: appealedOn !== undefined, appealOpen: appealedOn !== undefined },
    } as Facts;
  },
  stored: (stack, id) =>
    rowWithJournal(
      stack,
      { service: "intermediary", table: "intermediary_sanctions", key: "id", kind: "IntermediarySanction" },
      id,
    ),
};
