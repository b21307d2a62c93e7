/** The limit of a repair case as of a day (L24), by the measures that govern its record; its life is in repair-case.machine.ts. Pure. */
import { repairMeasuresOf, runningLimit } from "../../../platform/domain/index.js";
import { toDeadline } from "../../../platform/graphql/deadline.js";
import type { Deadline } from "../../../platform/graphql/deadline.type.js";
import { limitsIn } from "../../../platform/machine/index.js";
import { REPAIR, RepairState } from "./repair-case.machine.js";

/** Days of events, as far as they happened. */
export interface RepairFacts {
  readonly state: RepairState;
  readonly appliedOn: string;
  readonly acceptedOn?: string;
  /** Day on which the applicant was told. */
  readonly feedbackOn?: string;
  /** True where the authority extended its limit. */
  readonly extended: boolean;
  /** System whose own measures govern the record; absent where the general ones do. */
  readonly repairSystem?: string;
}

/** The limit that runs, or the last that ran, as of today. */
export const repairDeadline = (facts: RepairFacts, today: string): Deadline | undefined => {
  const [limit] = limitsIn(REPAIR, facts.state);
  if (limit === undefined) return undefined;
  const { appliedOn, acceptedOn, extended, feedbackOn } = facts;
  // Measures of a system of its own count each step in their way; what was never accepted has the limit of acceptance alone.
  const measures = repairMeasuresOf(facts.repairSystem, appliedOn);
  const start = measures.decisionFrom === "ACCEPTANCE" ? acceptedOn : appliedOn;
  const running =
    limit === "L24-ACCEPTANCE" || start === undefined
      ? runningLimit(measures.acceptance, appliedOn, { extended })
      : runningLimit(measures.decision, start, { extended });
  return toDeadline({ ...running, today, completedOn: feedbackOn });
};
