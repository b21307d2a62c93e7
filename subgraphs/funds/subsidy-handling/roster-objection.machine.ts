/** The machine of an objection to a posted roster (财办〔2020〕37号): filed while it is posted, then upheld or rejected with reasons. Pure. */
import { basisOfLimit } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates, REASONS_TOLD } from "../../../platform/machine/index.js";

/** State of an objection to a roster. */
export enum RosterObjectionState {
  FILED = "FILED",
  UPHELD = "UPHELD",
  REJECTED = "REJECTED",
}

/** What happens to it. */
export type RosterObjectionEvent = "UPHOLD" | "REJECT";

/** What its guards look at. */
export interface RosterObjectionFacts {
  readonly reasons?: string;
}

const BASIS = basisOfLimit("L21");
const { FILED, UPHELD, REJECTED } = RosterObjectionState;
const answered = {
  from: [FILED],
  actors: ["OFFICER"],
  guards: [REASONS_TOLD],
  basis: BASIS,
  sets: ["answer"],
} as const;

/** Life of an objection. */
export const ROSTER_OBJECTION = defineMachine<RosterObjectionState, RosterObjectionEvent, RosterObjectionFacts>({
  name: "RosterObjectionState",
  title: "Objection to a roster 花名册公示异议",
  states: {
    FILED: { zh: "已提出", en: "Filed" },
    UPHELD: { zh: "异议成立", en: "Upheld: the batch is not paid as it was posted", terminal: true },
    REJECTED: { zh: "异议不成立", en: "Rejected", terminal: true },
  },
  initial: FILED,
  transitions: [
    { ...answered, event: "UPHOLD", to: UPHELD },
    { ...answered, event: "REJECT", to: REJECTED },
  ],
});

describeEnum(
  RosterObjectionState,
  ROSTER_OBJECTION.name,
  "State of an objection to a posted roster (公示异议状态).",
  describedStates(ROSTER_OBJECTION),
);
