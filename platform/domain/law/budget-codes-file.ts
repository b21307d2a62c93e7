/** The file of budget codes: its shape, its faults, and one file over another. */
import { z } from "zod";
import type { LocalDate } from "../local-date.js";
import { instrumentShape, lawDay, lawPlace, LawFileRefused, readLaw } from "./law-file.js";
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

/** Spans of each code. */
export const byCode = (codes: readonly BudgetCode[]): Map<string, BudgetCode[]> => {
  const grouped = new Map<string, BudgetCode[]>();
  for (const entry of codes) grouped.set(entry.code, [...(grouped.get(entry.code) ?? []), entry]);
  return grouped;
};

/** Whether the code means this in the year. */
export const holds = ({ firstYear, lastYear }: BudgetCode, of: number): boolean =>
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
export const joined = (before: BudgetCodes, later: BudgetCodes, name: string): BudgetCodes => {
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
