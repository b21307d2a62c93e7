/** Budget codes as data (budget-codes.json): what a code means in which years; a year is added the day its table appears, without a release. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { projectPath } from "../../config/index.js";
import type { LocalDate } from "../local-date.js";
import { inOrderOfDay, instrumentShape, lawDay, lawPlace, LawFileRefused, readLaw } from "./law-file.js";
import type { Instrument } from "./limit-rules.js";

/** The three classifications: by function (支出功能分类), and by economic use for governments and for departments (支出经济分类). */
export const CLASSIFICATIONS = ["FUNCTION", "GOVERNMENT_ECONOMIC", "DEPARTMENT_ECONOMIC"] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

const year = z.int().min(2000).max(2100);
const entryShape = z.strictObject({
  code: z.string().regex(/^\d{3}(\d{2}){0,2}$/, "is no code of three, five or seven digits"),
  name: z.string().min(1),
  /** First year in which it means this, from the first one of the tables where it is not said. */
  from: year.optional(),
  /** Last year, where it means this no longer. */
  to: year.optional(),
  document: z.string(),
  verified: z.boolean(),
});
const fileShape = z.strictObject({
  edition: lawDay,
  jurisdiction: lawPlace,
  firstYear: year,
  lastYear: year,
  documents: z.record(z.string().regex(/^[A-Z0-9_]+$/), instrumentShape),
  FUNCTION: z.array(entryShape),
  GOVERNMENT_ECONOMIC: z.array(entryShape),
  DEPARTMENT_ECONOMIC: z.array(entryShape),
});
type BudgetCodeFile = z.infer<typeof fileShape>;

/** What a code means in a span of years. */
export interface BudgetCode {
  readonly code: string;
  readonly name: string;
  readonly firstYear: number;
  /** Absent while it holds. */
  readonly lastYear?: number;
  readonly instrument: Instrument;
  /** False where code, name or years could not be confirmed in the document. */
  readonly verified: boolean;
}

/** Tables of the years from the first to the last. */
export interface BudgetCodes extends Readonly<Record<Classification, readonly BudgetCode[]>> {
  /** Day that the file says it is of. */
  readonly edition: LocalDate;
  readonly firstYear: number;
  readonly lastYear: number;
}

const byCode = (codes: readonly BudgetCode[]): Map<string, BudgetCode[]> => {
  const grouped = new Map<string, BudgetCode[]>();
  for (const entry of codes) grouped.set(entry.code, [...(grouped.get(entry.code) ?? []), entry]);
  return grouped;
};

const holds = ({ firstYear, lastYear }: BudgetCode, of: number): boolean =>
  firstYear <= of && (lastYear === undefined || of <= lastYear);

/** A code means one thing a year, and stands below a class or group that the year has. */
const faultsOfTable = (codes: readonly BudgetCode[], first: number, last: number): string[] => {
  const table = byCode(codes);
  return [...table].flatMap(([code, spans]) => {
    const above = code.length > 3 ? (table.get(code.slice(0, -2)) ?? []) : undefined;
    return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((of) => {
      const count = spans.filter((span) => holds(span, of)).length;
      return [
        ...(count > 1 ? [`${code} means ${count} things in ${of}`] : []),
        ...(count === 1 && above?.some((span) => holds(span, of)) === false
          ? [`${code} stands in ${of} below ${code.slice(0, -2)}, which does not`]
          : []),
      ];
    });
  });
};

const faultsOf = ({ documents, firstYear, lastYear, ...tables }: BudgetCodeFile): string[] => {
  const entries = CLASSIFICATIONS.flatMap((kind) => tables[kind]);
  const cited = new Set(entries.map(({ document }) => document));
  return [
    ...(firstYear > lastYear ? [`the tables end in ${lastYear}, before they begin`] : []),
    ...Object.keys(documents)
      .filter((key) => !cited.has(key))
      .map((key) => `no code cites ${key}`),
    ...entries.flatMap(({ code, from, to, document }) => [
      ...(documents[document] === undefined ? [`${code} cites ${document}, which is not among the documents`] : []),
      ...(from !== undefined && to !== undefined && from > to ? [`${code} ends in ${to}, before it begins`] : []),
    ]),
  ];
};

/** The tables of a file's text. Throws LawFileRefused where it contradicts itself. */
export const parseBudgetCodes = (name: string, text: string): BudgetCodes => {
  const { edition, firstYear, lastYear, documents, ...tables } = readLaw(name, text, fileShape, faultsOf);
  const read = (kind: Classification): BudgetCode[] =>
    tables[kind].map(({ from = firstYear, to, document, ...entry }) => ({
      ...entry,
      firstYear: from,
      ...(to === undefined ? {} : { lastYear: to }),
      instrument: documents[document] as Instrument,
    }));
  return {
    edition,
    firstYear,
    lastYear,
    FUNCTION: read("FUNCTION"),
    GOVERNMENT_ECONOMIC: read("GOVERNMENT_ECONOMIC"),
    DEPARTMENT_ECONOMIC: read("DEPARTMENT_ECONOMIC"),
  };
};

/** Tables of one file over another; each says all spans of the codes that it names. Throws LawFileRefused where they contradict each other. */
const joined = (before: BudgetCodes, later: BudgetCodes, name: string): BudgetCodes => {
  const [firstYear, lastYear] = [
    Math.min(before.firstYear, later.firstYear),
    Math.max(before.lastYear, later.lastYear),
  ];
  const gap = Math.min(before.lastYear, later.lastYear) + 1;
  const faults = Math.max(before.firstYear, later.firstYear) > gap ? [`${gap} would have no table`] : [];
  const tables = Object.fromEntries(
    CLASSIFICATIONS.map((kind) => {
      const named = new Set(later[kind].map(({ code }) => code));
      const codes = [...before[kind].filter(({ code }) => !named.has(code)), ...later[kind]];
      faults.push(...faultsOfTable(codes, firstYear, lastYear));
      return [kind, codes.sort((left, right) => (left.code < right.code ? -1 : left.code > right.code ? 1 : 0))];
    }),
  ) as unknown as Record<Classification, BudgetCode[]>;
  if (faults.length > 0) throw new LawFileRefused(name, faults);
  return { edition: later.edition, firstYear, lastYear, ...tables };
};

const empty = (shipped: BudgetCodes): BudgetCodes => ({
  ...shipped,
  FUNCTION: [],
  GOVERNMENT_ECONOMIC: [],
  DEPARTMENT_ECONOMIC: [],
});

let shipped: BudgetCodes | undefined;
let inForce: BudgetCodes | undefined;

/** Read when it is first asked for: most services never are. */
const shippedCodes = (): BudgetCodes => {
  if (shipped === undefined) {
    const name = "budget-codes.json";
    const read = parseBudgetCodes(name, readFileSync(projectPath("platform/domain/law/budget-codes.json"), "utf8"));
    shipped = joined(empty(read), read, name);
  }
  return shipped;
};

/** The tables in force. */
export const budgetCodes = (): BudgetCodes => inForce ?? shippedCodes();

/** Day that the tables say they are of which ship. */
export const shippedBudgetCodesEdition = (): LocalDate => shippedCodes().edition;

/**
 * Puts tables into force beside those that ship, without any those that ship alone; a code that both name is that of the newer file.
 * Throws LawFileRefused, and changes nothing, where they contradict each other.
 */
export const useBudgetCodes = (loaded?: BudgetCodes, name = "budget-codes"): void => {
  const [lower, upper] = inOrderOfDay(shippedCodes(), loaded ? [loaded] : []);
  inForce = upper && joined(lower!, upper, name);
  index.clear();
};

const index = new Map<Classification, Map<string, BudgetCode[]>>();

const spansOf = (kind: Classification, code: string): readonly BudgetCode[] => {
  let table = index.get(kind);
  if (table === undefined) index.set(kind, (table = byCode(budgetCodes()[kind])));
  return table.get(code) ?? [];
};

/** Codes of the year's table in order; none where there is no table. */
export const budgetCodesOf = (kind: Classification, of: number): readonly BudgetCode[] => {
  const { firstYear, lastYear, [kind]: codes } = budgetCodes();
  return of < firstYear || of > lastYear ? [] : codes.filter((entry) => holds(entry, of));
};

/** What the code means in the year; of a year whose table has not appeared, what the last table says. */
export const findBudgetCode = (kind: Classification, of: number, code: string): BudgetCode | undefined => {
  const { firstYear, lastYear } = budgetCodes();
  return of < firstYear ? undefined : spansOf(kind, code).find((entry) => holds(entry, Math.min(of, lastYear)));
};

/** How far a code is known: by its table; not yet, as of a year without one or of years that are not confirmed; not at all. */
export type CodeStanding = "KNOWN" | "UNCONFIRMED" | "UNKNOWN";

/** How far the code is known in the year. */
export const codeStanding = (kind: Classification, of: number, code: string): CodeStanding => {
  if (findBudgetCode(kind, of, code) !== undefined) return "KNOWN";
  const { firstYear, lastYear } = budgetCodes();
  const hasTable = firstYear <= of && of <= lastYear;
  return !hasTable || spansOf(kind, code).some(({ verified }) => !verified) ? "UNCONFIRMED" : "UNKNOWN";
};
