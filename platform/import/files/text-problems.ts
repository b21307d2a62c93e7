/** Texts that a spreadsheet left in the place of a value: its errors, and long numbers that it cut. Pure. */
import type { CellProblem } from "../source-file.js";

const ERROR = /^#(?:N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|#+)$|^#VALUE! /;

/** What stands before a value that was refused because its cell can not be trusted, in a file of refused rows. */
export const UNTRUSTED = "#VALUE!";

/** Rule of numbers that a spreadsheet shortened: codes of bodies tell it themselves, as a notice. */
export const SHORTENED_NUMBER = "NUMBER_SHORTENED";

/** From twelve digits on a spreadsheet writes a number with an exponent. */
const SHORTENED = /^\d(?:\.\d+)?E\+(?:1[1-9]|[2-9]\d)$/i;

const ERROR_OF_SPREADSHEET: CellProblem = {
  rule: "CELL_ERROR",
  remedy: "An error of a spreadsheet stands there: mend its formula, or write the value.",
};
const DIGITS_LOST: CellProblem = {
  rule: SHORTENED_NUMBER,
  remedy:
    "A spreadsheet wrote a long number with an exponent, and its last digits are lost: format the column as text and enter it again.",
};

const HASH = 35;
const ONE = 49;
const NINE = 57;

/** What is wrong with a text; undefined for nearly every one. */
export const problemOfText = (text: string): CellProblem | undefined => {
  const first = text.charCodeAt(0);
  if (first === HASH) return ERROR.test(text) ? ERROR_OF_SPREADSHEET : undefined;
  return first >= ONE && first <= NINE && SHORTENED.test(text) ? DIGITS_LOST : undefined;
};
