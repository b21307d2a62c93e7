/** The machine of objections as data, and the limit that runs in each state (信用信息异议处理规定). Pure. */
import { toDeadline, type Deadline } from "../../../platform/graphql/index.js";
import { ObjectionState } from "./objection.enums.js";

/** One step of the machine. */
export interface ObjectionStep {
  readonly next: readonly ObjectionState[];
  /** Working days that run in this state; local rules differ, hence data. */
  readonly workdays?: number;
  /** What leads out of it. */
  readonly guard: string;
}

/** Rule on which the limits of objections rest. */
export const OBJECTION_BASIS = "信用信息异议处理规定";

/** Objection states and what may follow each. */
export const OBJECTION: Readonly<Record<ObjectionState, ObjectionStep>> = {
  FILED: { next: [ObjectionState.ACCEPTED], workdays: 3, guard: "accepted within 3 working days" },
  ACCEPTED: { next: [ObjectionState.INVESTIGATING], workdays: 15, guard: "handed to the source of the record" },
  INVESTIGATING: {
    next: [ObjectionState.CORRECTED, ObjectionState.UPHELD],
    workdays: 15,
    guard: "the record carries a public mark until the outcome",
  },
  CORRECTED: { next: [ObjectionState.NOTIFIED], guard: "the record is changed or withdrawn" },
  UPHELD: { next: [ObjectionState.NOTIFIED], guard: "reasons are told" },
  NOTIFIED: { next: [], guard: "closed" },
};

/** Days of events, as far as they happened. */
export interface ObjectionFacts {
  readonly state: ObjectionState;
  readonly filedOn: string;
  readonly acceptedOn?: string;
  readonly decidedOn?: string;
}

/** The limit that runs, or the one of the finished investigation, as of today. */
export const objectionDeadline = (
  { state, filedOn, acceptedOn, decidedOn }: ObjectionFacts,
  today: string,
): Deadline => {
  const filed = state === ObjectionState.FILED || acceptedOn === undefined;
  const rule = OBJECTION[filed ? ObjectionState.FILED : ObjectionState.INVESTIGATING];
  return toDeadline({
    facts: { start: filed ? filedOn : acceptedOn, unit: "WD", amount: rule.workdays ?? 0 },
    basis: OBJECTION_BASIS,
    today,
    completedOn: decidedOn,
  });
};
