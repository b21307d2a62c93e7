/** `npm run import -- work-calendar <file>`: puts a calendar into force the day its notice appears, for all services. */
import { readFileSync } from "node:fs";
import {
  parseWorkCalendar,
  useWorkCalendarYears,
  workCalendarYears,
  type WorkCalendarYear,
} from "../platform/domain/index.js";
import { writeLawEdition, type LawKind } from "../platform/law/index.js";
import { say } from "./command.js";
import { openDatabases } from "./databases.js";
import { withDatabaseOf } from "./prepare.js";

/** The days of a year, in whatever order they are written. */
const daysOf = ({ holidays, makeupDays }: WorkCalendarYear): string =>
  [holidays, makeupDays].map((days) => [...days].sort().join()).join("|");

/** What the years of a file change in those that are in force, a line each. */
const changesOf = (years: readonly WorkCalendarYear[]): string[] => {
  const known = new Map(workCalendarYears().map((year) => [year.year, year]));
  return years.flatMap((year) => {
    const before = known.get(year.year);
    const days = `${year.holidays.length} days off, ${year.makeupDays.length} worked instead`;
    if (before === undefined) return [`${year.year}: added, ${days}`];
    return daysOf(before) === daysOf(year) ? [] : [`${year.year}: changed, ${days}`];
  });
};

/** Checks the file and, but for a dry run, writes it for each service. Throws LawFileRefused, and writes nothing, where it contradicts itself. */
export const importLaw = async (kind: LawKind, file: string, { dryRun }: { dryRun: boolean }): Promise<void> => {
  // Windows editors put a mark in front.
  const content = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  const { edition, years } = parseWorkCalendar(file, content);
  const changes = changesOf(years);
  // Refuses a calendar that would leave a year out.
  useWorkCalendarYears(years);
  for (const line of changes.length > 0 ? changes : ["Nothing changes."]) say(line);
  if (dryRun) return say("Checked; nothing was written.");
  const { urls, release } = await openDatabases();
  try {
    for (const service of Object.keys(urls)) {
      const written = await withDatabaseOf(service, urls, "govgraph-import", (db) =>
        writeLawEdition(db, kind, { edition, content }),
      );
      say(`${service}: ${written ? `edition ${edition} loaded` : "unchanged"}`);
    }
    say("Running services take it within a minute; npm run refresh computes the figures that hang on it.");
  } finally {
    await release();
  }
};
