/** What of the law is loaded for all services at once, and how each kind is read and put into force. */
import {
  budgetCodes,
  CLASSIFICATIONS,
  limitRules,
  parseBudgetCodes,
  parseLimits,
  parseProcedures,
  parseRepairMeasures,
  parseSealingLaws,
  parseWorkCalendar,
  SHIPPED_CALENDAR_EDITION,
  SHIPPED_LIMITS_EDITION,
  SHIPPED_PROCEDURES_EDITION,
  shippedBudgetCodesEdition,
  useBudgetCodes,
  procedures,
  repairMeasures,
  sealingLaws,
  SHIPPED_SEALING_LAWS_EDITION,
  SHIPPED_REPAIR_MEASURES_EDITION,
  useLimits,
  useProcedures,
  useRepairMeasures,
  useSealingLaws,
  useWorkCalendar,
  workCalendarYears,
  type BudgetCode,
  type LimitRule,
  type Procedure,
  type RepairMeasures,
  type SealingLaw,
  type Versioned,
  type VersionedFile,
  type Versions,
  type WorkCalendarYear,
} from "../domain/index.js";

/** Kinds of file that every service keeps. */
export const LAW_KINDS = [
  "work-calendar",
  "time-limits",
  "procedures",
  "repair-measures",
  "sealing-laws",
  "budget-codes",
] as const;
export type LawKind = (typeof LAW_KINDS)[number];

/** Kinds of file that fill tables of services. */
export const LAW_TABLE_KINDS = ["legal-bases", "severity-rules", "divisions"] as const;
export type LawTableKind = (typeof LAW_TABLE_KINDS)[number];

/** All kinds of file of the law's data. */
export type EditionKind = LawKind | LawTableKind;

/** Their names, for commands. */
export const LAW_FILE_KINDS: readonly EditionKind[] = [...LAW_KINDS, ...LAW_TABLE_KINDS];

/** A file of a kind that agrees with itself. */
export interface ReadLaw {
  /** Day that it says it is of. */
  readonly edition: string;
  /** What it changes in what is in force, a line each. */
  readonly changes: readonly string[];
  /** Puts it into force in this process. Throws LawFileRefused, and changes nothing, where what would then be in force contradicts itself. */
  use(): void;
}

/** How a kind is read and put into force. */
interface Kind {
  /** Throws LawFileRefused with all faults where the text contradicts itself. */
  read(name: string, text: string): ReadLaw;
  useShipped(): void;
  shippedEdition(): string;
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

/** A line for each entry that is another one than what is in force. */
const changesOf = <Entry extends Versioned>(
  loaded: readonly Entry[],
  inForce: readonly Entry[],
  says: (entry: Entry) => string,
): string[] =>
  loaded.flatMap((entry) => {
    const versions = inForce.filter(({ id }) => id === entry.id);
    const before = versions.find(({ validFrom }) => validFrom === entry.validFrom);
    if (versions.length === 0) return [`${entry.id}: added, ${says(entry)}`];
    if (before === undefined) return [`${entry.id}: changes, ${says(entry)}`];
    return JSON.stringify(before) === JSON.stringify(entry) ? [] : [`${entry.id}: corrected, ${says(entry)}`];
  });

/** A kind whose entries are kept by id and day; `says` tells of an entry what counts. */
const versioned = <Entry extends Versioned>(
  parse: (name: string, text: string) => VersionedFile<Entry>,
  { all, use, shippedEdition: shipped }: Pick<Versions<Entry>, "all" | "use" | "shippedEdition">,
  says: (entry: Entry) => string,
): Kind => ({
  read(name, text) {
    const file = parse(name, text);
    return { edition: file.edition, changes: changesOf(file.entries, all(), says), use: () => use(file, name) };
  },
  useShipped: () => use(),
  shippedEdition: () => shipped,
});

const ofProcedure = ({ validFrom, basisClause, figures = {} }: Procedure): string =>
  [
    `since ${validFrom}, by ${basisClause}`,
    ...Object.entries(figures).map(([figure, values]) => `${figure} ${values.join("/")}`),
  ].join(", ");

const ofMeasures = ({ title, validFrom, acceptance, decision }: RepairMeasures): string =>
  `${title} since ${validFrom}, by ${acceptance} and ${decision}`;

const ofSealingLaw = ({ title, article, validFrom, what }: SealingLaw): string =>
  `${what.en} since ${validFrom}, by ${title} ${article}`;

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

const KINDS: Readonly<Record<LawKind, Kind>> = {
  "work-calendar": {
    read: ofCalendar,
    useShipped: () => useWorkCalendar(),
    shippedEdition: () => SHIPPED_CALENDAR_EDITION,
  },
  "time-limits": versioned(
    parseLimits,
    { all: limitRules, use: useLimits, shippedEdition: SHIPPED_LIMITS_EDITION },
    spanOf,
  ),
  procedures: versioned(
    parseProcedures,
    { all: procedures, use: useProcedures, shippedEdition: SHIPPED_PROCEDURES_EDITION },
    ofProcedure,
  ),
  "repair-measures": versioned(
    parseRepairMeasures,
    { all: repairMeasures, use: useRepairMeasures, shippedEdition: SHIPPED_REPAIR_MEASURES_EDITION },
    ofMeasures,
  ),
  "sealing-laws": versioned(
    parseSealingLaws,
    { all: sealingLaws, use: useSealingLaws, shippedEdition: SHIPPED_SEALING_LAWS_EDITION },
    ofSealingLaw,
  ),
  "budget-codes": {
    read: ofBudgetCodes,
    useShipped: () => useBudgetCodes(),
    shippedEdition: shippedBudgetCodesEdition,
  },
};

/** Puts what ships of a kind into force in this process, alone. */
export const useShipped = (kind: LawKind): void => KINDS[kind].useShipped();

/** Day that the file of a kind says it is of which ships. */
export const shippedEdition = (kind: LawKind): string => KINDS[kind].shippedEdition();

/** A file's text. Throws LawFileRefused with all faults where it contradicts itself. */
export const readLawFile = (kind: LawKind, name: string, text: string): ReadLaw => KINDS[kind].read(name, text);
