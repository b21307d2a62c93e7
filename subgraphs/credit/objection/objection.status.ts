/** The limit of an objection as of a day; its life is in objection.machine.ts. Pure. */
import { toDeadline, type Deadline } from "../../../platform/graphql/index.js";
import { OBJECTION_RULES, ObjectionState } from "./objection.machine.js";

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
  const { unit, amount, basisClause } = filed ? OBJECTION_RULES.acceptance : OBJECTION_RULES.investigation;
  return toDeadline({
    facts: { start: filed ? filedOn : acceptedOn, unit, amount },
    basis: basisClause,
    today,
    completedOn: decidedOn,
  });
};
