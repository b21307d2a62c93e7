/** The limit of an objection as of a day; its life is in objection.machine.ts. Pure. */
import { runningLimit } from "../../../platform/domain/index.js";
import { toDeadline } from "../../../platform/graphql/deadline.js";
import type { Deadline } from "../../../platform/graphql/deadline.type.js";
import { ObjectionState } from "./objection.machine.js";

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
  const limit = filed ? runningLimit("O-ACCEPTANCE", filedOn) : runningLimit("O-INVESTIGATION", acceptedOn);
  return toDeadline({ ...limit, today, completedOn: decidedOn });
};
