/** Texts that a write is told: blanks are none. */
import { badInput } from "../errors/index.js";
import { isStated } from "../machine/index.js";

/** Throws BAD_USER_INPUT (STATED) where the text says nothing. */
export const checkStated = (argument: string, text: string): void => {
  if (!isStated(text)) throw badInput(argument, "STATED", `${argument} says something.`);
};
