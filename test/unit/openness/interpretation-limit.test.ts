/** The last day of publication whose limit for an interpretation is over: golden days around a holiday, and beside counting forward. */
import fc from "fast-check";
import { addDays, addWorkdays } from "../../../platform/domain/index.js";
import {
  lastDayOverdue,
  limitWorkdays,
} from "../../../subgraphs/openness/policy-interpretation/policy-interpretation.js";

it("the limit is three working days", () => expect(limitWorkdays("2026-09-28")).toBe(3));

// 25 to 27 September 2026 are days off (Mid-Autumn), and Sunday the 20th is worked.
it.each([
  ["2026-09-28", 0, "2026-09-27"],
  ["2026-09-28", 1, "2026-09-23"],
  ["2026-09-28", 3, "2026-09-21"],
  ["2026-09-28", 5, "2026-09-19"],
  ["2026-09-25", 3, "2026-09-21"],
  ["2026-09-24", 3, "2026-09-20"],
  ["2026-09-29", 3, "2026-09-22"],
  ["2026-01-01", 1, "2025-12-30"],
])("on %s after %i working days it is %s", (day, workdays, last) => expect(lastDayOverdue(day, workdays)).toBe(last));

it("it is the last one of which counting forward ends before the day", () => {
  fc.assert(
    fc.property(fc.nat(365), fc.nat(60), (offset, workdays) => {
      const day = addDays("2025-06-01", offset);
      const last = lastDayOverdue(day, workdays)!;
      expect(addWorkdays(last, workdays) < day).toBe(true);
      expect(addWorkdays(addDays(last, 1), workdays) < day).toBe(false);
    }),
  );
});

it.each([
  ["2009-01-05", 1],
  ["2010-01-02", 3],
  ["2100-01-02", 1],
])("on %s after %i working days nobody knows, without a calendar", (day, workdays) =>
  expect(lastDayOverdue(day, workdays)).toBeUndefined(),
);
