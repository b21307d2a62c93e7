/** Reads values of agencies' exports: days, amounts, codes. Throws RowRefused with what to do about it. */
import { fenFromYuan, isLocalDate, type Fen } from "../../../platform/domain/index.js";
import { RowRefused, type MappedRow } from "../../../platform/import/index.js";

/** The value of a field that has to be there. */
export const requiredValue = (row: MappedRow, field: string): string => {
  const value = row[field];
  if (value === undefined) throw new RowRefused(field, "VALUE_MISSING", `Give a value for ${field}.`);
  return value;
};

/** A day as `2026-05-06`, `20260506` or `2026/5/6`; undefined where there is none. */
export const dayOf = (row: MappedRow, field: string): string | undefined => {
  const value = row[field];
  if (value === undefined) return undefined;
  const [, year, month, day] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T].*)?$/.exec(value) ?? [];
  const written = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  if (!isLocalDate(written)) throw new RowRefused(field, "DATE", "Give a day that exists, such as 2026-05-06.");
  return written;
};

/** A day that has to be there. */
export const requiredDay = (row: MappedRow, field: string): string => {
  const day = dayOf(row, field);
  if (day === undefined) throw new RowRefused(field, "VALUE_MISSING", `Give a day for ${field}.`);
  return day;
};

/** An amount above zero, in yuan with at most two places; thousands may be separated by commas. */
export const amountOf = (row: MappedRow, field: string): Fen => {
  const fen = fenFromYuan(requiredValue(row, field).replaceAll(",", ""), field);
  if (fen <= 0n) throw new RowRefused(field, "AMOUNT", "An amount is above zero.");
  return fen;
};

/** The value of a table; undefined where the field is empty. */
export const codeOf = <Value>(
  row: MappedRow,
  field: string,
  table: Readonly<Record<string, Value>>,
): Value | undefined => {
  const value = row[field];
  if (value === undefined) return undefined;
  const found = table[value];
  if (found === undefined)
    throw new RowRefused(
      field,
      "CODE_UNKNOWN",
      `Use one of ${Object.keys(table).join(", ")}, or map it in a mapping file.`,
    );
  return found;
};
