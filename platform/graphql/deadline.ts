/** How a deadline stands on the day of the request (期限状态): computed from facts, never stored. */
import {
  WORK_CALENDAR,
  computeDeadline,
  daysBetween,
  deadlineState,
  lightOf,
  workdaysBetween,
  type LimitFacts,
  type LocalDate,
} from "../domain/index.js";
import type { Deadline } from "./deadline.type.js";
import { DeadlineState, Light } from "./deadline-state.js";

/** Shows a running or finished limit as of `today`. `statutory` is the outer limit, for the black light. @default the limit itself */
export const toDeadline = (options: {
  readonly facts: LimitFacts;
  readonly statutory?: LimitFacts;
  readonly basis: string;
  readonly today: LocalDate;
  readonly completedOn?: LocalDate;
}): Deadline => {
  const { facts, today, completedOn } = options;
  const deadline = computeDeadline(facts);
  const outer = options.statutory === undefined ? deadline : computeDeadline(options.statutory);
  const { dueOn, latestOn } = deadline;
  const state = deadlineState(deadline, today, completedOn);
  const open = completedOn === undefined && dueOn !== undefined && state !== "PROVISIONAL";
  return {
    dueOn,
    latestOn,
    basis: options.basis,
    state: DeadlineState[state],
    remaining: !open
      ? undefined
      : facts.unit === "WD"
        ? workdaysBetween(today, dueOn, { calendar: facts.calendar ?? WORK_CALENDAR })
        : daysBetween(today, dueOn),
    light: completedOn === undefined ? toLight(lightOf(deadline, outer, today)) : undefined,
    suspendedDays: deadline.suspendedDays,
    confirmed: deadline.confirmed !== false,
  };
};

const toLight = (light: ReturnType<typeof lightOf>): Light | undefined =>
  light === undefined ? undefined : Light[light];
