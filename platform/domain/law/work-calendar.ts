/** The calendar of working days as data (work-calendar.json): a year is added the day its notice appears, without a release. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { projectPath } from "../../config/index.js";
import { addDays, weekdayOf, type LocalDate } from "../local-date.js";
import { faultsOfTwice, inOrderOfDay, lawDay, LawFileRefused, readLaw } from "./law-file.js";

/** One year of the calendar as the General Office of the State Council published it. */
export interface WorkCalendarYear {
  readonly year: number;
  /** Notice in which it was published (发文字号), where known. */
  readonly notice?: string;
  /** Days off that the arrangement names, YYYY-MM-DD. */
  readonly holidays: readonly string[];
  /** Weekend days that are worked. */
  readonly makeupDays: readonly string[];
}

const yearShape = z.strictObject({
  year: z.int().min(2000).max(2100),
  notice: z.string().min(1).optional(),
  holidays: z.array(lawDay).min(1),
  makeupDays: z.array(lawDay),
});
const fileShape = z.strictObject({
  edition: lawDay,
  source: z.string().min(1),
  years: z.array(yearShape).min(1),
});

const isWeekend = (day: LocalDate): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;

/** Days that no year is without: the fixed days of 全国年节及纪念日放假办法. */
const ALWAYS_OFF = ["01-01", "05-01", "10-01"];

const faultsOf = ({ years }: z.infer<typeof fileShape>): string[] => {
  return [
    ...faultsOfTwice(years.map(({ year }) => String(year))),
    ...years.flatMap(({ year, holidays, makeupDays }) => {
      const days = [...holidays, ...makeupDays];
      return [
        ...faultsOfTwice(days),
        ...days.filter((day) => !day.startsWith(`${year}-`)).map((day) => `${day} is not in ${year}`),
        ...makeupDays.filter((day) => !isWeekend(day)).map((day) => `${day} is worked instead, but is no weekend`),
        ...ALWAYS_OFF.filter((day) => !holidays.includes(`${year}-${day}`)).map(
          (day) => `${year}-${day} is a holiday of every year and is missing`,
        ),
      ];
    }),
  ];
};

/** A file of calendars. */
export interface WorkCalendarFile {
  /** Day that it says it is of. */
  readonly edition: LocalDate;
  readonly years: readonly WorkCalendarYear[];
}

/** A file's text. Throws LawFileRefused where it contradicts itself. */
export const parseWorkCalendar = (name: string, text: string): WorkCalendarFile =>
  readLaw(name, text, fileShape, faultsOf) as WorkCalendarFile;

const shipped = parseWorkCalendar(
  "work-calendar.json",
  readFileSync(projectPath("platform/domain/law/work-calendar.json"), "utf8"),
);
const byYear = (files: readonly WorkCalendarFile[]): Map<number, WorkCalendarYear> =>
  new Map(files.flatMap((file) => file.years).map((year) => [year.year, year]));
let years = byYear([shipped]);

/** Day that the calendar says it is of which ships. */
export const SHIPPED_CALENDAR_EDITION = shipped.edition;

/** The published years, by year. */
export const workCalendarYears = (): readonly WorkCalendarYear[] =>
  [...years.values()].sort((left, right) => left.year - right.year);

/**
 * Puts a calendar into force beside the shipped one, without any the shipped one alone; a year that both have is that of the newer file.
 * Throws LawFileRefused, and changes nothing, where a year between would be missing: nobody could count through it.
 */
export const useWorkCalendar = (loaded?: WorkCalendarFile, name = "The work calendar"): void => {
  const next = byYear(inOrderOfDay(shipped, loaded ? [loaded] : []));
  const [first, last] = [Math.min(...next.keys()), Math.max(...next.keys())];
  const missing = Array.from({ length: last - first }, (_, index) => first + index).filter((year) => !next.has(year));
  if (missing.length > 0) throw new LawFileRefused(name, [`${missing.join(", ")} would be missing`]);
  years = next;
  clear();
};

/** Answers questions about working days. */
export interface WorkCalendarIndex {
  /** True for a working day; undefined in a year without a published calendar. */
  isWorkday(day: LocalDate): boolean | undefined;
}

/** Creates the index of published years. */
export const createWorkCalendar = (of: readonly WorkCalendarYear[]): WorkCalendarIndex => {
  const published = new Set(of.map(({ year }) => String(year)));
  const holidays = new Set(of.flatMap((year) => year.holidays));
  const makeupDays = new Set(of.flatMap((year) => year.makeupDays));
  // Each day is looked up once: counting goes over the same days again and again.
  const known = new Map<LocalDate, boolean>();
  const isWorked = (day: LocalDate): boolean => {
    if (makeupDays.has(day)) return true;
    if (holidays.has(day)) return false;
    return !isWeekend(day);
  };
  return {
    isWorkday(day) {
      if (!published.has(day.slice(0, 4))) return undefined;
      let workday = known.get(day);
      if (workday === undefined) known.set(day, (workday = isWorked(day)));
      return workday;
    },
  };
};

let edition = 0;

/** Which calendar is in force, for whoever keeps what was computed from it: another number is another calendar. */
export const workCalendarEdition = (): number => edition;

let index: WorkCalendarIndex | undefined;
const latest = new Map<number, WorkCalendarIndex>();
const clear = (): void => {
  edition += 1;
  index = undefined;
  latest.clear();
};

/** The calendar in force. */
export const WORK_CALENDAR: WorkCalendarIndex = {
  isWorkday: (day) => (index ??= createWorkCalendar(workCalendarYears())).isWorkday(day),
};

/** Weekdays off in a year at most, over all published years: what a year to come may at worst have. */
const mostWeekdaysOff = (): number =>
  Math.max(...workCalendarYears().map(({ holidays }) => holidays.filter((day) => !isWeekend(day)).length));

/** A year not yet published at its latest thinkable: no make-up days, and as many weekdays off as any year had, all of them at its beginning. */
const latestYear = (year: number): WorkCalendarYear => {
  const holidays: string[] = [];
  for (let day = `${year}-01-01`, left = mostWeekdaysOff(); left > 0; day = addDays(day, 1))
    if (!isWeekend(day)) {
      holidays.push(day);
      left -= 1;
    }
  return { year, holidays, makeupDays: [] };
};

/** The calendar in force, continued by years at their latest thinkable: no real calendar lets a limit end later. It begins where that begins. */
export const LATEST_CALENDAR: WorkCalendarIndex = {
  isWorkday(day) {
    const known = WORK_CALENDAR.isWorkday(day);
    if (known !== undefined) return known;
    const year = Number(day.slice(0, 4));
    if (year < Math.min(...years.keys())) return undefined;
    if (!latest.has(year)) latest.set(year, createWorkCalendar([latestYear(year)]));
    return latest.get(year)!.isWorkday(day);
  },
};
