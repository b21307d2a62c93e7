/** Deadline: computed for the day of the request from facts, never stored; a value type that several services show alike (期限). */
import { Directive, Field, Int, ObjectType } from "./classes/index.js";
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
import { describeEnum } from "./enum.js";
import { DateScalar } from "./scalars/scalars.js";

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

/** A deadline. */
@Directive("@shareable")
@ObjectType({ description: "A deadline, computed for the day of the request (期限)." })
export class Deadline {
  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day in time; null while suspended, or where the calendar does not reach it (截止日期).",
  })
  dueOn?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Of a provisional one: whatever calendar is published, it does not end after this day (不确定时的最晚截止日期).",
  })
  latestOn?: string;

  @Field(() => String, { description: "Rule or promise it follows from, with law and article (期限依据)." })
  basis: string;

  @Field(() => DeadlineState, { description: "How it stands (期限状态)." })
  state: DeadlineState;

  @Field(() => Int, {
    nullable: true,
    description: "Days left in the unit of the limit, negative where late; null where done or not known (剩余天数).",
  })
  remaining?: number;

  @Field(() => Light, { nullable: true, description: "Light; null where done or not known (灯)." })
  light?: Light;

  @Field(() => Int, { description: "Days within the limit that did not count (暂停天数)." })
  suspendedDays: number;

  @Field(() => Boolean, {
    description:
      "False where a figure of the limit, or of its extension, could not be confirmed in its document, or is a value for demonstration: it is never LATE (期限数值是否已核实).",
  })
  confirmed: boolean;
}

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
