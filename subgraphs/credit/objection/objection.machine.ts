/** The machine of objections (信用信息异议处理规定): filed, investigated under a public mark, corrected or upheld, told. Pure. */
import { basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates, REASONS_TOLD } from "../../../platform/machine/index.js";

/** Where an objection stands. */
export enum ObjectionState {
  FILED = "FILED",
  ACCEPTED = "ACCEPTED",
  INVESTIGATING = "INVESTIGATING",
  CORRECTED = "CORRECTED",
  UPHELD = "UPHELD",
  NOTIFIED = "NOTIFIED",
  WITHDRAWN = "WITHDRAWN",
}

/** What happens to an objection. */
export type ObjectionEvent = "ACCEPT" | "INVESTIGATE" | "CORRECT" | "UPHOLD" | "NOTIFY" | "WITHDRAW";

/** What its guards look at. */
export interface ObjectionGuardFacts {
  /** True where what the record says was changed, or the record withdrawn, since the objection was filed. */
  readonly recordChanged: boolean;
  readonly reasons?: string;
}

const BASIS = basisOfProcedure("OBJECTION");
const { FILED, ACCEPTED, INVESTIGATING, CORRECTED, UPHELD, NOTIFIED, WITHDRAWN } = ObjectionState;

/** Life of an objection. */
export const OBJECTION = defineMachine<ObjectionState, ObjectionEvent, ObjectionGuardFacts>({
  name: "ObjectionState",
  title: "Objection 异议",
  states: {
    FILED: { zh: "已提出", en: "Filed" },
    ACCEPTED: { zh: "已受理", en: "Accepted" },
    INVESTIGATING: { zh: "异议处理中", en: "Being investigated; the record says so publicly" },
    CORRECTED: { zh: "已更正", en: "The record was corrected" },
    UPHELD: { zh: "维持", en: "The record was found right" },
    NOTIFIED: { zh: "已告知", en: "The objector was told of the outcome", terminal: true },
    WITHDRAWN: { zh: "已撤回", en: "Taken back by the objector before it was decided", terminal: true },
  },
  initial: FILED,
  transitions: [
    {
      event: "ACCEPT",
      from: [FILED],
      to: ACCEPTED,
      actors: ["OFFICER"],
      basis: BASIS,
      limit: "O-ACCEPTANCE",
      sets: ["acceptedOn"],
    },
    { event: "INVESTIGATE", from: [ACCEPTED], to: INVESTIGATING, actors: ["OFFICER"], basis: BASIS },
    {
      event: "CORRECT",
      from: [INVESTIGATING],
      to: CORRECTED,
      actors: ["OFFICER"],
      guards: [
        {
          reason: "RECORD_NOT_CHANGED",
          en: "the record is changed or withdrawn",
          holds: ({ recordChanged }) => recordChanged,
        },
      ],
      basis: BASIS,
      limit: "O-INVESTIGATION",
      sets: ["decidedOn", "outcome"],
    },
    {
      event: "UPHOLD",
      from: [INVESTIGATING],
      to: UPHELD,
      actors: ["OFFICER"],
      guards: [REASONS_TOLD],
      basis: BASIS,
      limit: "O-INVESTIGATION",
      sets: ["decidedOn", "outcome", "decision"],
    },
    { event: "WITHDRAW", from: [FILED, ACCEPTED, INVESTIGATING], to: WITHDRAWN, actors: ["SUBJECT"], basis: BASIS },
    { event: "NOTIFY", from: [CORRECTED, UPHELD], to: NOTIFIED, actors: ["OFFICER"], basis: BASIS },
  ],
});

describeEnum(ObjectionState, OBJECTION.name, "Where an objection stands (异议状态).", describedStates(OBJECTION));
