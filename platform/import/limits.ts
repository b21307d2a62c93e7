/** Time limits as exports write them: an amount beside its unit, or both in one cell. A unit that nobody said is not made up. */
import { LimitUnit } from "../graphql/limit-unit.js";
import type { TimeLimit } from "../graphql/time-limit.type.js";
import type { MappedRow } from "./mapping.js";
import { coded } from "./values.js";
import { RowRefused } from "./violation.js";

/** Units by their words; 日 and 天 are left out, which some lists mean as working days and some do not. */
export const LIMIT_WORDS: Readonly<Record<string, LimitUnit>> = {
  工作日: LimitUnit.WORKING_DAY,
  个工作日: LimitUnit.WORKING_DAY,
  自然日: LimitUnit.NATURAL_DAY,
  个自然日: LimitUnit.NATURAL_DAY,
  日历日: LimitUnit.NATURAL_DAY,
  月: LimitUnit.MONTH,
  个月: LimitUnit.MONTH,
  小时: LimitUnit.HOUR,
  个小时: LimitUnit.HOUR,
  即办: LimitUnit.IMMEDIATE,
};

const ON_THE_SPOT = /^(?:即办|即时|即时办结|即时办理|当场|当场办结|当场办理|即办件|立等可取)$/u;
const AMOUNT = /^(?:自受理之日起)?(?<amount>\d{1,6})(?:\.0+)?\(?(?<unit>\D+?)?\)?(?:之内|以内|内)?$/u;

/** A limit that is written in one cell, such as 20个工作日, 20（工作日）, 3个月 or 即办; the unit is absent where it names none. Undefined for anything else. */
export const readLimit = (
  value: string,
  words: Readonly<Record<string, LimitUnit>> = LIMIT_WORDS,
): { readonly amount: number; readonly unit?: LimitUnit } | undefined => {
  const text = value.normalize("NFKC").replaceAll(/\s/g, "");
  if (ON_THE_SPOT.test(text)) return { amount: 0, unit: LimitUnit.IMMEDIATE };
  const { amount, unit } = AMOUNT.exec(text)?.groups ?? {};
  if (amount === undefined) return undefined;
  if (unit === undefined) return { amount: Number(amount) };
  return words[unit] === undefined ? undefined : { amount: Number(amount), unit: words[unit] };
};

/** The fields that a limit is read of, and the codes and words of its unit. */
export interface LimitFields {
  readonly amount: string;
  readonly unit: string;
  readonly units: Readonly<Record<string, LimitUnit>>;
}

/** The limit of a row; undefined where it says none. Throws RowRefused for an amount or a unit that is not known, missing or said twice differently. */
export const limitOf = (
  row: MappedRow,
  { amount: field, unit: unitField, units }: LimitFields,
): TimeLimit | undefined => {
  const said = coded(units, unitField, row[unitField], "LIMIT_UNIT_UNKNOWN");
  const value = row[field];
  if (value === undefined) return said === LimitUnit.IMMEDIATE ? { amount: 0, unit: said } : undefined;
  const read = readLimit(value);
  if (read === undefined)
    throw new RowRefused(
      field,
      "LIMIT_UNKNOWN",
      "Write a whole number and its unit, such as 20个工作日, 3个月 or 即办.",
    );
  if (said !== undefined && read.unit !== undefined && said !== read.unit)
    throw new RowRefused(
      field,
      "LIMIT_UNIT_CONTRADICTS",
      "The cell names another unit than its heading or the column of units: give both one unit; where rows differ, units have a column of their own.",
    );
  const unit = read.unit ?? said;
  if (unit === undefined)
    throw new RowRefused(
      field,
      "LIMIT_UNIT_MISSING",
      `Give the unit of the limit: in the cell, in a column of its own, or for the whole file as a constant of the mapping ("${unitField}").`,
    );
  return { amount: read.amount, unit };
};
