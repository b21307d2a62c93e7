/** Division codes (行政区划代码), GB/T 2260 and GB/T 10114, and validity periods. */
import { badInput } from "../errors/service-error.js";
import type { LocalDate } from "./local-date.js";
import { foldCode } from "./text.js";

/** Six digits, or nine for a township; twelve digits padded with zeros are shortened. Throws BAD_USER_INPUT. */
export const parseDivisionCode = (value: string, argument = "division"): string => {
  const code = foldCode(value);
  if (/^[1-9]\d{5}$/.test(code)) return code;
  if (/^[1-9]\d{8}$/.test(code)) return code.replace(/000$/, "");
  if (/^[1-9]\d{8}000$/.test(code)) return code.slice(0, 9).replace(/000$/, "");
  throw badInput(argument, "DIVISION_CODE", "A division code has 6 digits (9 for townships), or 12 padded with zeros.");
};

/** Place in which a rule holds: a division, or 000000 for the whole country. Throws BAD_USER_INPUT. */
export const parseJurisdiction = (value: string): string => {
  const code = foldCode(value);
  return code === "000000" ? code : parseDivisionCode(code, "jurisdiction");
};

/** The code padded to twelve digits. */
export const division12 = (code: string): string => code.padEnd(12, "0");

/** A span of validity; an open end is absent. Both ends belong to it. */
export interface ValidityPeriod {
  readonly validFrom?: LocalDate;
  readonly validTo?: LocalDate;
}

/** True where the day lies in the period. */
export const validOn = ({ validFrom, validTo }: ValidityPeriod, day: LocalDate): boolean =>
  (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo);
