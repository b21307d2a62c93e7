/** Unified social credit code (统一社会信用代码), GB 32100-2015: 18 characters with two independent checks. */
import type { ReasonName } from "../errors/reason-messages.js";
import { badInput } from "../errors/service-error.js";
import { isValidOrgCode, orgCodeCheckCharacter } from "./org-code.js";
import { foldCode } from "./text.js";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const IN_ALPHABET = new RegExp(`^[${ALPHABET}]*$`);
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** Check character (position 18) of the first 17 characters, GB 32100-2015 clause 4.6. Undefined where one is not in the alphabet. */
export const usccCheckCharacter = (first17: string): string | undefined => {
  let sum = 0;
  for (let index = 0; index < WEIGHTS.length; index++) {
    const value = ALPHABET.indexOf(first17[index] ?? "?");
    if (value < 0) return undefined;
    sum += value * WEIGHTS[index]!;
  }
  return ALPHABET[(31 - (sum % 31)) % 31];
};

const violation = (code: string): { rule: ReasonName; message: string } | undefined => {
  if (code.length !== 18) return { rule: "USCC_LENGTH", message: "A credit code has 18 characters." };
  if (!IN_ALPHABET.test(code)) {
    return {
      rule: "USCC_CHARACTER",
      message: "A credit code has digits and capital letters without I, O, S, V and Z.",
    };
  }
  if (!/^\d{6}$/.test(code.slice(2, 8))) {
    return { rule: "USCC_DIVISION", message: "Characters 3 to 8 of a credit code are the digits of a division." };
  }
  if (usccCheckCharacter(code) !== code[17]) {
    return {
      rule: "USCC_CHECK_CHARACTER",
      message: "The last character of the credit code does not match the others.",
    };
  }
  if (!isValidOrgCode(code.slice(8, 17))) {
    return { rule: "USCC_ORG_CODE", message: "The organisation code inside the credit code does not check." };
  }
  return undefined;
};

/** The normalised code. Throws BAD_USER_INPUT that names the argument and the broken rule, never the value. */
export const parseUscc = (value: string, argument = "uscc"): string => {
  const code = foldCode(value);
  const broken = violation(code);
  if (broken) throw badInput(argument, broken.rule, broken.message);
  return code;
};

/** True where both checks of GB 32100 and GB 11714 pass. */
export const isValidUscc = (value: string): boolean => violation(foldCode(value)) === undefined;

/** A valid code from category (2), registering division (6) and the first eight characters of the organisation code. */
export const usccFromParts = (category: string, division: string, organization8: string): string => {
  const first17 = `${category}${division}${organization8}${orgCodeCheckCharacter(organization8)}`;
  return `${first17}${usccCheckCharacter(first17)}`;
};

/** The organisation code of nine characters inside a credit code. */
export const orgCodeOfUscc = (uscc: string): string => uscc.slice(8, 17);
