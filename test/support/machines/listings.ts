/** The machine of listing, as tests drive it: of agent-1's enterprise, to which officer-1's agency gave notice long ago or yesterday. */
import type { Actor } from "../../../platform/machine/index.js";
import {
  LISTING,
  type ListingEvent,
  type ListingGuardFacts,
  type ListingState,
} from "../../../subgraphs/credit/listing-case/listing-case.machine.js";
import { LISTING as DECISION, noticed } from "../verbs/lists.js";
import type { ModelledMachine, ModelledVerb, Wording } from "./model.js";
import { rowWithJournal } from "./stored.js";

/** Beside what guards look at, the day of the notice: a body that was heard is waited for until then. */
type Facts = ListingGuardFacts & { readonly noticedOn: string };

const says = (input: object, said: Partial<Facts> = {}, stays: (now: Facts) => Partial<Facts> = () => ({})) => ({
  input,
  after: (now: Facts): Facts => ({ ...now, ...said }),
  stays: (asked: Facts): Facts => {
    const { today, heardUntil, onList, noticedOn } = asked;
    return { today, heardUntil, onList, noticedOn, ...stays(asked) };
  },
});

const verb = (
  by: Actor,
  event: ListingEvent,
  name: string,
  input: string,
  ...wordings: Wording<Facts>[]
): ModelledVerb<ListingEvent, Facts> => ({ ...{ verb: name, input, event, by }, wordings });

const { reasons, remedy, decisionDocNo } = DECISION;
const TOLD = { reasons, remedy, decisionDocNo };
const DROPPED = { outcome: "NOT_LISTED", reasons: "已改正" };

/** Of five working days, the notice of the 1st of September is over on the 8th, that of the 27th in October. */
const timesOf = (number: number): { readonly noticedOn: string; readonly heardUntil: string } =>
  number % 2 === 0
    ? { noticedOn: "2026-09-01", heardUntil: "2026-09-08" }
    : { noticedOn: "2026-09-27", heardUntil: "2026-10-10" };

/** Cases of listing. */
export const LISTINGS: ModelledMachine<ListingState, ListingEvent, Facts> = {
  machine: LISTING,
  selects: "object: listingCase { key: no state version }",
  keyInput: "no",
  viewers: {
    "agent-1": { may: ["SUBJECT"], plays: ["SUBJECT"], knows: () => true },
    "citizen-1": { may: ["SUBJECT"], plays: [], knows: () => false },
    "officer-1": { may: ["OFFICER"], plays: ["OFFICER"], knows: () => true },
    "officer-2": { may: ["OFFICER"], plays: [], knows: () => false },
    anonymous: { may: [], plays: [], knows: () => false },
  },
  verbs: [
    verb(
      "SUBJECT",
      "DEFEND",
      "defendListing",
      "DefendListingInput",
      says({ statement: "已按期改正" }, {}, ({ noticedOn }) => ({ heardUntil: noticedOn })),
    ),
    verb(
      "OFFICER",
      "LIST",
      "decideListing",
      "DecideListingInput",
      says(DECISION, TOLD),
      says({ ...DECISION, reasons: " " }, { ...TOLD, reasons: " " }),
      says({ ...DECISION, remedy: " " }, { ...TOLD, remedy: " " }),
    ),
    verb(
      "OFFICER",
      "DROP",
      "decideListing",
      "DecideListingInput",
      says(DROPPED, { reasons: DROPPED.reasons }),
      says({ ...DROPPED, reasons: " " }, { reasons: " " }),
    ),
  ],
  async begin(stack, number) {
    const { no } = await noticed(stack, timesOf(number).noticedOn);
    // The day was counted as a change.
    await stack.databases["credit"]!("listing_cases").where({ no }).update({ version: 1 });
    return no;
  },
  facts: (number) => ({ today: "2026-09-28", onList: false, ...timesOf(number) }),
  stored: (stack, no) =>
    rowWithJournal(stack, { service: "credit", table: "listing_cases", key: "no", kind: "ListingCase" }, no),
};
