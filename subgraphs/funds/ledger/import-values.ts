/** Reads values of agencies' exports that funds have alike: texts and days that have to be there, amounts, codes. Throws RowRefused with what to do about it. */
import { fenFromYuan, type Fen } from "../../../platform/domain/index.js";
import { coded, dayOf, required, RowRefused, type MappedRow } from "../../../platform/import/index.js";

/** The value of a field that has to be there. */
export const requiredValue = (row: MappedRow, field: string): string =>
  required(row, field, "VALUE_MISSING", `Give a value for ${field}.`);

/** A day; undefined where there is none. */
export const optionalDay = (row: MappedRow, field: string): string | undefined => dayOf(field, row[field]);

/** A day that has to be there. */
export const requiredDay = (row: MappedRow, field: string): string => {
  const day = optionalDay(row, field);
  if (day === undefined) throw new RowRefused(field, "VALUE_MISSING", `Give a day for ${field}.`);
  return day;
};

/** An amount above zero, in yuan with at most two places. */
export const amountOf = (row: MappedRow, field: string): Fen => {
  const fen = fenFromYuan(requiredValue(row, field), field);
  if (fen <= 0n) throw new RowRefused(field, "AMOUNT", "An amount is above zero.");
  return fen;
};

/** The value of a table; undefined where the field is empty. */
export const codeOf = <Value>(
  row: MappedRow,
  field: string,
  table: Readonly<Record<string, Value>>,
): Value | undefined => coded(table, field, row[field], "CODE_UNKNOWN");
