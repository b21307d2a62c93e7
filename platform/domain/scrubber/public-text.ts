/** Texts that a write publishes: what is personal in them is blotted out before they are stored, as an import does it. Pure. */
import type { LocalDate } from "../local-date.js";
import { scrubPersonal } from "./scrubber.js";

/** Of whom the text speaks, and the day. */
export interface PublicTextSubject {
  readonly today: LocalDate;
  /** True where it speaks of a natural person: then landlines and houses are a person's too. @default false */
  readonly natural?: boolean;
  /** Names of persons that must not stand in it. @default none */
  readonly names?: readonly string[];
  /** Names of persons that are public. @default none */
  readonly publicNames?: readonly string[];
}

/** The text as everybody reads it: without persons, and no text where there is none. */
export const withoutPersons = <Text extends string | undefined>(
  text: Text,
  { natural = false, names = [], ...about }: PublicTextSubject,
): Text => (text === undefined ? text : scrubPersonal(text, { ...about, natural, names }).text) as Text;
