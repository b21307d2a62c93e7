/** A year's calendar of working days as the domain knows it: no decorator, no I/O. */
import type { LocalDate } from "../../../platform/domain/index.js";

/** A year's calendar as the State Council published it. */
export interface WorkCalendar {
  readonly year: number;
  /** True if the arrangement of the year is published; no deadline is computed without it. */
  readonly published: boolean;
  readonly holidays: LocalDate[];
  readonly makeupDays: LocalDate[];
}
