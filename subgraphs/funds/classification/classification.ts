/** Budget classification by year: a code means what that year's table says (domain.md §5.2). */
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

/** Name of the code in the year's table; undefined where the table has no such code, or is not there yet (rule B6). */
export const codeName = (classification: Classification, year: number, code: string): string | undefined => {
  const { firstYear, lastYear, [classification]: entries } = codeTable();
  if (year < firstYear || year > lastYear) return undefined;
  return entries.find(
    (entry) => entry.code === code && (entry.from ?? firstYear) <= year && year <= (entry.to ?? lastYear),
  )?.name;
};
