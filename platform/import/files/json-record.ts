/** A record of JSON as texts by heading. Pure. */
import { ImportRefused } from "../violation.js";
import { REPEATED_VALUE, type CellProblem, type SourceRecord } from "../source-file.js";

const NESTED: CellProblem = {
  rule: "NESTED_VALUE",
  remedy: "An object stands there: export its parts as columns of their own.",
};

const REPEATED: CellProblem = {
  rule: REPEATED_VALUE,
  remedy: "A list of several values stands there, and the field takes one: export the one that counts.",
};

/** The record of a value, with an empty text for each column that it does not have. Throws ImportRefused where it is no object. */
export const recordOf = (value: unknown, line: number, columns: readonly string[]): SourceRecord => {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new ImportRefused(`Record ${line} is not an object. Nothing was loaded.`);
  const given = value as Readonly<Record<string, unknown>>;
  const values: Record<string, string> = {};
  const problems = new Map<string, CellProblem>();
  for (const column of columns) {
    const text = textOfValue(Object.hasOwn(given, column) ? given[column] : undefined);
    if (text === undefined) problems.set(column, NESTED);
    else if (text.repeated) problems.set(column, REPEATED);
    values[column] = text?.written ?? JSON.stringify(given[column]);
  }
  return { line, values, ...(problems.size === 0 ? {} : { problems }) };
};

/** The text of a value: of a list its members with the separator of the exchange tables; undefined where objects are in it. */
const textOfValue = (value: unknown): { readonly written: string; readonly repeated: boolean } | undefined => {
  if (value === null || value === undefined) return NOTHING;
  if (typeof value !== "object") return { written: String(value), repeated: false };
  if (!Array.isArray(value) || value.some((entry) => entry !== null && typeof entry === "object")) return undefined;
  const members = value.filter((entry) => entry !== null).map(String);
  return { written: members.join("^"), repeated: members.length > 1 };
};

const NOTHING = { written: "", repeated: false };
