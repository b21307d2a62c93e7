/** The machine of a bad rating's rectification, as tests drive it: by citizen-1 of officer-1's agency, judged by supervisor-1. */
import type { Actor } from "../../../platform/machine/index.js";
import {
  RECTIFICATION,
  type RectificationEvent,
  type RectificationGuardFacts,
  type RectificationState,
} from "../../../subgraphs/matters/service-rating/service-rating.machine.js";
import { ratingAfter } from "../verbs/ratings.js";
import type { ModelledMachine, ModelledVerb, Wording } from "./model.js";
import { rowWithJournal } from "./stored.js";

type Facts = RectificationGuardFacts;

const says = (input: object, said: Partial<Facts> = {}, stays: Partial<Facts> = {}): Wording<Facts> => ({
  input,
  after: (now) => ({ ...now, ...said }),
  stays: ({ reasons: _reasons, ...asked }) => ({ ...asked, ...stays }),
});

const verb = (
  by: Actor,
  event: RectificationEvent,
  name: string,
  input = "RatingStepInput",
  ...wordings: Wording<Facts>[]
): ModelledVerb<RectificationEvent, Facts> => ({
  ...{ verb: name, input, event, by },
  wordings: wordings.length > 0 ? wordings : [says({})],
});

const told = (text: string, stays: Partial<Facts> = {}): Wording<Facts> =>
  says({ told: text }, { reasons: text }, stays);

/** Ratings. */
export const RATINGS: ModelledMachine<RectificationState, RectificationEvent, Facts> = {
  machine: RECTIFICATION,
  selects: "object: rating { key: id state: rectification { state } version }",
  keyInput: "ratingId",
  viewers: {
    "officer-1": { may: ["OFFICER"], plays: ["OFFICER"], knows: () => true },
    "supervisor-1": { may: ["SUPERVISOR"], plays: ["SUPERVISOR"], knows: () => true },
    "officer-2": { may: ["OFFICER"], plays: [], knows: () => false },
    "citizen-1": { may: [], plays: [], knows: () => true },
    anonymous: { may: [], plays: [], knows: () => false },
  },
  verbs: [
    verb("OFFICER", "VERIFY", "verifyRating"),
    verb("OFFICER", "APPEAL", "appealRating", "ToldRatingInput", told("评价人认错了窗口", { appealed: true })),
    verb("SUPERVISOR", "REJECT", "rejectRating", "ToldRatingInput", told("核实为误评")),
    verb("OFFICER", "BEGIN", "beginRectification"),
    verb("OFFICER", "RECTIFY", "rectifyRating", "ToldRatingInput", told("已增设窗口")),
    verb("OFFICER", "CALL_BACK", "callBackRater", "ToldRatingInput", told("评价人表示满意")),
    verb("OFFICER", "CLOSE", "closeRating"),
  ],
  begin: async (stack) => (await ratingAfter(stack)).ratingId,
  facts: () => ({}),
  async stored(stack, id) {
    const kept = { service: "matters", table: "service_ratings", key: "id", kind: "ServiceRating" } as const;
    const record = (await rowWithJournal(stack, kept, id)) as { record: { rectification_state: string } };
    return { ...record, state: record.record.rectification_state };
  },
};
