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
import { describeEnum } from "./enum.js";

/** How a deadline stands. */
export enum DeadlineState {
  RUNNING = "RUNNING",
  SUSPENDED = "SUSPENDED",
  MET = "MET",
  LATE = "LATE",
  PROVISIONAL = "PROVISIONAL",
}

describeEnum(DeadlineState, "DeadlineState", "How a deadline stands on the day of the request (期限状态).", {
  RUNNING: "Runs and is not past (计时中).",
  SUSPENDED: "Stands still during a special procedure (暂停计时).",
  MET: "Done in time (按时).",
  LATE: "Past; late only from the day after (超期).",
  PROVISIONAL:
    "Not known: the work calendar of a needed year is not published, or it is past a limit whose figure is not confirmed (日历未公布或期限数值未核实，暂不确定).",
});

/** Light of electronic monitoring. */
export enum Light {
  GREEN = "GREEN",
  YELLOW = "YELLOW",
  RED = "RED",
  BLACK = "BLACK",
  PROVISIONAL = "PROVISIONAL",
}

describeEnum(Light, "Light", "Light of electronic monitoring (电子监察灯).", {
  GREEN: "Time is left (绿灯).",
  YELLOW: "At most one working day is left (黄灯).",
  RED: "Past the promised day (红灯).",
  BLACK: "Past the statutory day (黑灯).",
  PROVISIONAL:
    "Not known: the work calendar of a needed year is not published and the latest thinkable day is not past, or it is past a limit whose figure is not confirmed (日历未公布或期限数值未核实，暂不确定).",
});

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
