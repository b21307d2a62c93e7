/** The machine of objections to posted rosters, as tests drive it: by citizen-1, to a batch of officer-1's agency. */
import {
  ROSTER_OBJECTION,
  type RosterObjectionEvent,
  type RosterObjectionFacts,
  type RosterObjectionState,
} from "../../../subgraphs/funds/subsidy-handling/roster-objection.machine.js";
import { BATCH_DAYS, newBatch, objectionOf } from "../verbs/funds.js";
import type { ModelledMachine, ModelledVerb, Wording } from "./model.js";
import { rowWithJournal } from "./stored.js";

const answer = (
  event: RosterObjectionEvent,
  upheld: boolean,
): ModelledVerb<RosterObjectionEvent, RosterObjectionFacts> => ({
  ...{ verb: "answerRosterObjection", input: "AnswerRosterObjectionInput", event, by: "OFFICER" },
  wordings: ["经核查", " "].map((reasons): Wording<RosterObjectionFacts> => ({
    input: { upheld, reasons },
    after: () => ({ reasons }),
  })),
});

/** Objections to rosters. */
export const ROSTER_OBJECTIONS: ModelledMachine<RosterObjectionState, RosterObjectionEvent, RosterObjectionFacts> = {
  machine: ROSTER_OBJECTION,
  selects: "object: objection { key: objectionNo state version }",
  keyInput: "objectionNo",
  viewers: {
    "officer-1": { may: ["OFFICER"], plays: ["OFFICER"], knows: () => true },
    "officer-2": { may: ["OFFICER"], plays: [], knows: () => false },
    "citizen-1": { may: [], plays: [], knows: () => true },
    anonymous: { may: [], plays: [], knows: () => false },
  },
  verbs: [answer("UPHOLD", true), answer("REJECT", false)],
  begin: async (stack) => objectionOf(stack, await newBatch(stack, BATCH_DAYS.posted)),
  facts: () => ({}),
  stored: (stack, no) =>
    rowWithJournal(
      stack,
      { service: "funds", table: "roster_objections", key: "objection_no", kind: "RosterObjection" },
      no,
    ),
};
