/** A report lists the first entries of each rule and tells how many more there are; all are counted. */
import { createReportEntries } from "../../../platform/import/report-entries.js";

const entry = (line: number, rule: string): { line: number; rule: string; remedy: string } => ({
  line,
  rule,
  remedy: ".",
});

it("keeps the first thousand of a rule, and all of another", () => {
  const entries = createReportEntries();
  for (let line = 1; line <= 1_500; line++) entries.add(entry(line, "COMMON"));
  entries.add(entry(1_501, "RARE"));
  expect([entries.total, entries.kept.length]).toEqual([1_501, 1_001]);
  expect(entries.kept.at(999)).toEqual(entry(1_000, "COMMON"));
  expect(entries.kept.at(-1)).toEqual(entry(1_501, "RARE"));
  expect(entries.leftOut()).toEqual([
    {
      rule: "ENTRIES_LEFT_OUT",
      place: "COMMON",
      remedy: "500 more have the same rule, and only the first 1000 are listed.",
    },
  ]);
});

it("tells nothing where all are listed", () => {
  const entries = createReportEntries();
  for (let line = 1; line <= 1_000; line++) entries.add(entry(line, "A"));
  expect(entries.leftOut()).toEqual([]);
});
