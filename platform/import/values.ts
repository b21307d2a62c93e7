/** Values as exports write them: days, texts that must be there, codes and words. */
import { isLocalDate } from "../domain/index.js";
import type { MappedRow } from "./mapping.js";
import { RowRefused } from "./violation.js";

/** A day as exports write it: 2026-05-06, 2026/5/6, 20260506, 2026年5月6日, each with or without a time. Throws RowRefused. */
export const dayOf = (field: string, value: string | undefined): string | undefined => {
  if (value === undefined) return undefined;
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T].*)?$/.exec(value.normalize("NFKC").trim());
  const day = match ? `${match[1]}-${match[2]!.padStart(2, "0")}-${match[3]!.padStart(2, "0")}` : "";
  if (!isLocalDate(day)) throw new RowRefused(field, "DATE", "Write the day as YYYY-MM-DD.");
  return day;
};

/** A text that must be there. Throws RowRefused. */
export const required = (row: MappedRow, field: string, rule: string, remedy: string): string => {
  const value = row[field];
  if (value === undefined) throw new RowRefused(field, rule, remedy);
  return value;
};

/** The entry of a table of codes and words. Throws RowRefused where it has none. */
export const coded = <Value>(
  table: Readonly<Record<string, Value>>,
  field: string,
  value: string | undefined,
  rule: string,
): Value | undefined => {
  if (value === undefined) return undefined;
  const found = table[value.normalize("NFKC").trim()];
  if (found === undefined)
    throw new RowRefused(
      field,
      rule,
      `Use one of ${Object.keys(table).join(", ")}, or map the value in a mapping file.`,
    );
  return found;
};

/** Entries of a cell that holds several values. */
export const entriesOf = (value: string | undefined): string[] => (value ?? "").split(/[,，^;；、\s]+/).filter(Boolean);
