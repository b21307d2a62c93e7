/** How deadlines stand, and the lights of electronic monitoring (期限状态、电子监察灯). */
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
