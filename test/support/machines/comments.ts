/** The machine of a comment's moderation, as tests drive it: of a rating of citizen-1, moderated by supervisor-1. */
import {
  Moderation,
  MODERATION,
  type ModerationEvent,
} from "../../../subgraphs/matters/service-rating/service-rating.machine.js";
import { ratingAfter } from "../verbs/ratings.js";
import type { ModelledMachine, ModelledVerb } from "./model.js";
import { rowWithJournal } from "./stored.js";

const verb = (
  event: ModerationEvent,
  name: string,
  input: string,
  said: object,
): ModelledVerb<ModerationEvent, object> => ({
  ...{ verb: name, input, event, by: "SUPERVISOR" },
  wordings: [{ input: said, after: (now) => now }],
});

/** Comments of ratings. */
export const COMMENTS: ModelledMachine<Moderation, ModerationEvent, object> = {
  machine: MODERATION,
  selects: "object: rating { key: id state: moderation version }",
  keyInput: "ratingId",
  // Two events from one state: each sequence takes one of them.
  sequences: 8,
  viewers: {
    "supervisor-1": { may: ["SUPERVISOR"], plays: ["SUPERVISOR"], knows: () => true },
    "officer-1": { may: [], plays: [], knows: () => true },
    "citizen-1": { may: [], plays: [], knows: () => true },
  },
  verbs: [
    verb("PASS", "passRatingComment", "PassCommentInput", { shownComment: "排队时间较长。" }),
    verb("BLOCK", "blockRatingComment", "ToldRatingInput", { told: "含有侮辱性语言" }),
  ],
  begin: async (stack) => (await ratingAfter(stack)).ratingId,
  facts: () => ({}),
  async stored(stack, id) {
    const kept = { service: "matters", table: "service_ratings", key: "id", kind: "ServiceRating" } as const;
    const record = (await rowWithJournal(stack, kept, id)) as { record: { moderation: Moderation } };
    return { ...record, state: record.record.moderation };
  },
};
