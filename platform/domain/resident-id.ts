/** Resident identity number (公民身份号码), GB 11643-1999: checked, hashed for lookup, shown only in part. */
import { createHmac } from "node:crypto";
import { badInput } from "../errors/service-error.js";
import { isLocalDate, type LocalDate } from "./local-date.js";
import { foldCode } from "./text.js";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK = "10X98765432";

/** True where the check character passes and the birth date exists and is not after `today`. */
export const isValidResidentId = (value: string, today: LocalDate): boolean => {
  const number = foldCode(value);
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  const birth = birthOf(number);
  if (!isLocalDate(birth) || birth > today) return false;
  return residentIdCheckCharacter(number) === number[17];
};

/**
 * The eighteen characters that somebody wrote with blanks, hyphens or full width, or as the fifteen digits of the older form
 * (GB 11643-1989: births of the twentieth century); undefined for what has another length, such as the number of a passport. Not checked.
 */
export const spelledResidentId = (value: string): string | undefined => {
  const number = foldCode(value).replaceAll(/[\s\-._·]/g, "");
  if (/^\d{17}[\dX]$/.test(number)) return number;
  if (!/^\d{15}$/.test(number)) return undefined;
  const digits = `${number.slice(0, 6)}19${number.slice(6)}`;
  return `${digits}${residentIdCheckCharacter(digits)}`;
};

/** The day of birth in a number of eighteen characters. */
export const birthOf = (number: string): LocalDate =>
  `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;

/** The check character of the first seventeen digits. */
export const residentIdCheckCharacter = (digits: string): string => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return CHECK[sum % 11]!;
};

/** The normalised number. Throws BAD_USER_INPUT without the number. */
export const parseResidentId = (value: string, today: LocalDate, argument = "idNumber"): string => {
  if (!isValidResidentId(value, today))
    throw badInput(argument, "RESIDENT_ID", "The identity number does not check (GB 11643).");
  return foldCode(value);
};

/** Keyed hash for lookup (HMAC-SHA256, hex); the number itself is never a key. */
export const hashResidentId = (value: string, key: string | Buffer): string =>
  createHmac("sha256", key).update(foldCode(value)).digest("hex");

/** First three and last two characters, for the owner's counter-party; nothing of a short text. The public gets nothing at all. */
export const maskResidentId = (value: string): string => {
  const number = foldCode(value);
  if (number.length < 15) return "*".repeat(number.length);
  return `${number.slice(0, 3)}${"*".repeat(number.length - 5)}${number.slice(-2)}`;
};
