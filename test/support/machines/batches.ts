/** The machine of subsidies, as tests drive it: of batches of officer-1's agency in each state that a day can give them, paid by officer-2's. */
import type { Actor } from "../../../platform/machine/index.js";
import {
  SUBSIDY,
  type SubsidyEvent,
  type SubsidyGuardFacts,
  SubsidyState,
} from "../../../subgraphs/funds/subsidy/subsidy.machine.js";
import { BATCH_DAYS, newBatch, objectionOf } from "../verbs/funds.js";
import type { ModelledMachine, ModelledVerb, Wording } from "./model.js";
import { rowWithJournal } from "./stored.js";

type Facts = SubsidyGuardFacts;

const says = (input: object, stays: Partial<Facts> = {}): Wording<Facts> => ({
  input,
  after: (now) => now,
  stays: (asked) => ({ ...asked, ...stays }),
});

const verb = (
  by: Actor,
  event: SubsidyEvent,
  name: string,
  input: string,
  ...wordings: Wording<Facts>[]
): ModelledVerb<SubsidyEvent, Facts> => ({ ...{ verb: name, input, event, by }, wordings });

/** Batches by the remainder of their numbers: what days they have, and in which state they begin. */
const KINDS = [
  ["prepared", SubsidyState.PREPARED],
  ["posted", SubsidyState.VILLAGE_PUBLICITY],
  ["ended", SubsidyState.TOWN_REVIEW],
  ["reviewed", SubsidyState.COUNTY_REVIEW],
] as const;

const kindOf = (number: number) => KINDS[number % KINDS.length]!;

/** Somebody objects to every other batch of those that are to be reviewed, while it is posted. */
const isObjectedTo = (number: number): boolean => number % 8 === 2;

const POSTED_TO = "2026-10-20";

/** What the scheme's agency does; the other verb is the finance department's. */
const ofScheme =
  (actor: Actor) =>
  (name: string): readonly Actor[] =>
    name === "paySubsidyBatch" ? [] : [actor];

const BOTH = ["OFFICER", "PUBLISHER"] as const;

/** Batches of subsidies. */
export const BATCHES: ModelledMachine<SubsidyState, SubsidyEvent, Facts> = {
  machine: SUBSIDY,
  selects: "object: batch { key: batchNo state version }",
  keyInput: "batchNo",
  viewers: {
    "publisher-1": { may: BOTH, plays: ofScheme("PUBLISHER"), knows: () => true },
    "officer-1": { may: BOTH, plays: ofScheme("OFFICER"), knows: () => true },
    "officer-2": {
      may: BOTH,
      plays: (name) => (name === "paySubsidyBatch" ? ["OFFICER"] : []),
      knows: () => true,
    },
    "citizen-1": { may: [], plays: [], knows: () => false },
    anonymous: { may: [], plays: [], knows: () => false },
  },
  verbs: [
    verb(
      "PUBLISHER",
      "POST",
      "postSubsidyRoster",
      "PostRosterInput",
      says({ publicityTo: POSTED_TO }, { publicityTo: POSTED_TO }),
      { ...says({ publicityTo: "2026-09-27" }), refusal: () => "PUBLICITY_TOO_SHORT" },
    ),
    verb("OFFICER", "REVIEW", "reviewSubsidyBatch", "BatchStepInput", says({})),
    verb("OFFICER", "PAY", "paySubsidyBatch", "PayBatchInput", says({})),
  ],
  async begin(stack, number) {
    const batchNo = await newBatch(stack, BATCH_DAYS[isObjectedTo(number) ? "posted" : kindOf(number)[0]]);
    if (!isObjectedTo(number)) return batchNo;
    await objectionOf(stack, batchNo);
    const { from, to } = BATCH_DAYS.ended;
    const batch = stack.databases["funds"]!("subsidy_batches").where("batch_no", batchNo);
    await batch.clone().update({ publicity_from: from, publicity_to: to });
    // That was counted as a change.
    await batch.clone().update({ version: 1 });
    return batchNo;
  },
  begins: (number) => kindOf(number)[1],
  facts: (number) => ({
    today: "2026-09-28",
    publicityTo: BATCH_DAYS[kindOf(number)[0]].to,
    objectionsOpen: isObjectedTo(number),
  }),
  async stored(stack, batchNo) {
    const record = await rowWithJournal(
      stack,
      { service: "funds", table: "subsidy_batches", key: "batch_no", kind: "SubsidyBatch" },
      batchNo,
    );
    const { rows } = (await stack.databases["funds"]!.raw(
      `select p.movement_id, p.direction, p.account, p.amount_fen from postings p
       join subsidy_batches b on b.allocation_id = p.allocation_id where b.batch_no = ? order by 1, 2`,
      [batchNo],
    )) as { rows: object[] };
    return { ...(record as object), movements: rows };
  },
};
