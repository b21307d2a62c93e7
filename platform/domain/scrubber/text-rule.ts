/** What a rule of the scrubber is: a kind, a finder and a replacement; a new rule (such as a secrecy check) is one more entry of a list. */
import type { LocalDate } from "../local-date.js";
import type { FoldedText } from "./folded-text.js";

/** What of a person stood in a text. */
export type PersonalKind = "IDENTITY_NUMBER" | "ACCOUNT" | "PHONE" | "CONTACT" | "ADDRESS" | "NAME";

/** Of whom a text speaks. */
export interface TextSubject {
  /** True where the record is about a natural person: then landlines and houses are a person's too. */
  readonly natural: boolean;
  /** Names of persons of the record that must not stand in its texts. */
  readonly names: readonly string[];
  /** Names of persons of the record that are public, such as the legal representative of a legal person. */
  readonly publicNames?: readonly string[];
  /** The day: nobody was born after it. */
  readonly today: LocalDate;
}

/** A part of a folded text, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A rule as data. */
export interface TextRule<Kind extends string = PersonalKind> {
  readonly kind: Kind;
  /** Parts that must not stand there. Pure. */
  find(text: FoldedText, subject: TextSubject): Iterable<Span>;
  /** What stands there instead of what was found, given as it was written. */
  replacement(found: string): string;
}

/** True where a global pattern matches; it begins at the beginning again. */
export const occursIn = (text: string, pattern: RegExp): boolean => {
  pattern.lastIndex = 0;
  const found = pattern.test(text);
  pattern.lastIndex = 0;
  return found;
};

/** All matches of a pattern, of its group `value` where it has one; the pattern is global and has indices (`gd`). */
export function* spansOf(text: string, pattern: RegExp): Generator<Span & { readonly found: string }> {
  // Most texts hold none, which is seen without a copy of the pattern.
  if (!occursIn(text, pattern)) return;
  for (const match of text.matchAll(pattern)) {
    const { value } = match.groups ?? {};
    const [start, end] = (value === undefined ? match.indices?.[0] : match.indices?.groups?.["value"]) ?? [0, 0];
    yield { start, end, found: text.slice(start, end) };
  }
}
