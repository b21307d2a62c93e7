/** What of the law is loaded for all services at once, and how each kind is read and put into force. */
import {
  budgetCodes,
  CLASSIFICATIONS,
  limitRules,
  parseBudgetCodes,
  parseLimits,
  parseWorkCalendar,
  SHIPPED_CALENDAR_EDITION,
  SHIPPED_LIMITS_EDITION,
  shippedBudgetCodesEdition,
  useBudgetCodes,
  useLimits,
  useWorkCalendar,
  workCalendarYears,
  type BudgetCode,
  type LimitRule,
  type WorkCalendarYear,
} from "../domain/index.js";

/** Kinds of file that every service keeps. */
export const LAW_KINDS = ["work-calendar", "time-limits", "budget-codes"] as const;
export type LawKind = (typeof LAW_KINDS)[number];

/** Kinds of file that fill tables of services. */
export const LAW_TABLE_KINDS = ["legal-bases", "severity-rules", "divisions"] as const;
export type LawTableKind = (typeof LAW_TABLE_KINDS)[number];

/** All kinds of file of the law's data. */
export type EditionKind = LawKind | LawTableKind;

/** A file of a kind that agrees with itself. */
export interface ReadLaw {
  /** Day that it says it is of. */
  readonly edition: string;
  /** What it changes in what is in force, a line each. */
  readonly changes: readonly string[];
  /** Puts it into force in this process. Throws LawFileRefused, and changes nothing, where what would then be in force contradicts itself. */
  use(): void;
}

const daysOf = ({ holidays, makeupDays }: WorkCalendarYear): string =>
  [holidays, makeupDays].map((days) => [...days].sort().join()).join("|");

const ofCalendar = (name: string, text: string): ReadLaw => {
  const file = parseWorkCalendar(name, text);
  const { edition, years } = file;
  const known = new Map(workCalendarYears().map((year) => [year.year, year]));
  const changes = years.flatMap((year) => {
    const before = known.get(year.year);
    const days = `${year.holidays.length} days off, ${year.makeupDays.length} worked instead`;
    if (before === undefined) return [`${year.year}: added, ${days}`];
    return daysOf(before) === daysOf(year) ? [] : [`${year.year}: changed, ${days}`];
  });
  return { edition, changes, use: () => useWorkCalendar(file, name) };
};

const spanOf = ({ amount, unit, validFrom, basisClause }: LimitRule): string =>
  `${amount} ${unit} since ${validFrom}, by ${basisClause}`;

const ofLimits = (name: string, text: string): ReadLaw => {
  const file = parseLimits(name, text);
  const { edition, limits } = file;
  const changes = limits.flatMap((limit) => {
    const versions = limitRules().filter(({ id }) => id === limit.id);
    const before = versions.find(({ validFrom }) => validFrom === limit.validFrom);
    if (versions.length === 0) return [`${limit.id}: added, ${spanOf(limit)}`];
    if (before === undefined) return [`${limit.id}: changes, ${spanOf(limit)}`];
    return JSON.stringify(before) === JSON.stringify(limit) ? [] : [`${limit.id}: corrected, ${spanOf(limit)}`];
  });
  return { edition, changes, use: () => useLimits(file, name) };
};

const yearsOf = ({ name, firstYear, lastYear }: BudgetCode): string => `${name}, ${firstYear} to ${lastYear ?? "now"}`;

const ofBudgetCodes = (name: string, text: string): ReadLaw => {
  const file = parseBudgetCodes(name, text);
  const before = budgetCodes();
  const changes = CLASSIFICATIONS.flatMap((kind) => {
    const known = (code: string): string =>
      before[kind]
        .filter((entry) => entry.code === code)
        .map(yearsOf)
        .join("; ");
    return [...new Set(file[kind].map(({ code }) => code))].flatMap((code) => {
      const says = file[kind]
        .filter((entry) => entry.code === code)
        .map(yearsOf)
        .join("; ");
      return says === known(code) ? [] : [`${kind} ${code}: ${known(code) === "" ? "added" : "changed"}, ${says}`];
    });
  });
  const years = file.lastYear > before.lastYear ? [`tables reach to ${file.lastYear}`] : [];
  return { edition: file.edition, changes: [...years, ...changes], use: () => useBudgetCodes(file, name) };
};

const READERS: Readonly<Record<LawKind, (name: string, text: string) => ReadLaw>> = {
  "work-calendar": ofCalendar,
  "time-limits": ofLimits,
  "budget-codes": ofBudgetCodes,
};

/** Puts what ships of a kind into force in this process, alone. */
export const useShipped: Readonly<Record<LawKind, () => void>> = {
  "work-calendar": () => useWorkCalendar(),
  "time-limits": () => useLimits(),
  "budget-codes": () => useBudgetCodes(),
};

/** Day that the file of a kind says it is of which ships. */
export const shippedEdition: Readonly<Record<LawKind, () => string>> = {
  "work-calendar": () => SHIPPED_CALENDAR_EDITION,
  "time-limits": () => SHIPPED_LIMITS_EDITION,
  "budget-codes": shippedBudgetCodesEdition,
};

/** A file's text. Throws LawFileRefused with all faults where it contradicts itself. */
export const readLawFile = (kind: LawKind, name: string, text: string): ReadLaw => READERS[kind](name, text);
