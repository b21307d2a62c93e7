/** Rules for every text that a client sends, before anything is made of it: well formed, storable, not endless. */
import { isWellFormed } from "../../platform/domain/index.js";
import { badInput } from "../../platform/errors/index.js";
import { textLengthAt } from "./text-lengths.js";

/** Where a text stands. */
export interface TextPlace {
  /** Path of the argument, such as `filter.theme`. */
  readonly argument: string;
  /** Schema coordinate of the argument or input field. */
  readonly coordinate: string;
  readonly name: string;
}

/**
 * Checks a text. Throws BAD_USER_INPUT with TEXT_LENGTH, TEXT_NULL_CHARACTER (which no text of PostgreSQL holds) or
 * TEXT_NOT_WELL_FORMED (half a surrogate pair); what was sent is not told.
 */
export const checkText = (text: string, { argument, coordinate, name }: TextPlace): void => {
  const length = textLengthAt(coordinate, name);
  if (text.length > length)
    throw badInput(argument, "TEXT_LENGTH", `The argument ${argument} is longer than ${length} characters.`);
  if (text.includes("\u0000"))
    throw badInput(argument, "TEXT_NULL_CHARACTER", `The argument ${argument} holds the character U+0000.`);
  if (!isWellFormed(text))
    throw badInput(argument, "TEXT_NOT_WELL_FORMED", `The argument ${argument} is not well-formed Unicode.`);
};
