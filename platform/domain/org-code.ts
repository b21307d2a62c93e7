/** Organisation code (组织机构代码), GB 11714: nine characters, the last one a check. */
import { badInput } from "../errors/service-error.js";
import { foldCode } from "./text.js";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Check character of the first eight characters, GB 11714 clause 4. */
export const orgCodeCheckCharacter = (first8: string): string => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(first8[index] ?? "0"), 0);
  const rest = 11 - (sum % 11);
  return rest === 10 ? "X" : rest === 11 ? "0" : String(rest);
};

const normalise = (value: string): string => foldCode(value).replace(/^(.{8})-(.)$/, "$1$2");

/** True for nine characters whose check passes; a hyphen before the last one is tolerated. */
export const isValidOrgCode = (value: string): boolean => {
  const code = normalise(value);
  return /^[0-9A-Z]{8}[0-9X]$/.test(code) && orgCodeCheckCharacter(code) === code[8];
};

/** The code without hyphen. Throws BAD_USER_INPUT where the check fails. */
export const parseOrgCode = (value: string, argument = "orgCode"): string => {
  if (!isValidOrgCode(value))
    throw badInput(argument, "ORG_CODE_CHECK", "The organisation code does not check (GB 11714).");
  return normalise(value);
};
