/** Budget classification by year: a code means what that year's table says (docs/reference/rules.md#classification). */
import { readFileSync } from "node:fs";
import { projectPath } from "../../../platform/config/index.js";

/** The three classifications: by function, and by economic use for governments and for departments. */
export type Classification = "FUNCTION" | "GOVERNMENT_ECONOMIC" | "DEPARTMENT_ECONOMIC";

interface CodeEntry {
  readonly code: string;
  readonly name: string;
  readonly from?: number;
  readonly to?: number;
}

type CodeTable = { readonly firstYear: number; readonly lastYear: number } & Readonly<
  Record<Classification, readonly CodeEntry[]>
>;

let table: CodeTable | undefined;

const codeTable = (): CodeTable =>
  (table ??= JSON.parse(readFileSync(projectPath("subgraphs/funds/classification/codes.json"), "utf8")) as CodeTable);

/** A code with its name. */
export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

/** Codes of the year's table; none where the table is not there. */
export const codesOf = (classification: Classification, year: number): readonly NamedCode[] => {
  const { firstYear, lastYear, [classification]: entries } = codeTable();
  if (year < firstYear || year > lastYear) return [];
  return entries.filter((entry) => (entry.from ?? firstYear) <= year && year <= (entry.to ?? lastYear));
};

/** Name of the code in the year's table; undefined where the table has no such code, or is not there yet (rule B6). */
export const codeName = (classification: Classification, year: number, code: string): string | undefined =>
  codesOf(classification, year).find((entry) => entry.code === code)?.name;

/** The nearest code above (类, 款) that the year's table has. */
export const codeAbove = (classification: Classification, year: number, code: string): NamedCode | undefined =>
  codesOf(classification, year)
    .filter((entry) => entry.code !== code && code.startsWith(entry.code))
    .sort((a, b) => b.code.length - a.code.length)[0];
