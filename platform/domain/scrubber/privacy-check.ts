/** What of persons stands in a text that is to be published: marked for whoever reviews it, or refused. Pure. */
import { toFoldedText } from "./folded-text.js";
import { namesIn } from "./name-rule.js";
import { PERSONAL_RULES } from "./scrubber.js";
import { SENSITIVE_RULES, type SensitiveKind } from "./sensitive-rules.js";
import type { PublicTextSubject } from "./public-text.js";
import type { PersonalKind, Span, TextRule } from "./text-rule.js";

/** What of a person a text may hold. */
export type PrivacyKind = PersonalKind | SensitiveKind;

/** A place of a text, as it was written, that must not be published; end exclusive. */
export interface PrivacyFinding extends Span {
  readonly kind: PrivacyKind;
}

const RULES: readonly TextRule<PrivacyKind>[] = [...SENSITIVE_RULES, ...PERSONAL_RULES];

/** All findings by their place; a name beside an illness may be told of as a name, too. */
export const privacyFindings = (
  text: string,
  { natural = false, names = [], ...about }: PublicTextSubject,
): PrivacyFinding[] => {
  const folded = toFoldedText(text);
  const known = { ...about, natural, names };
  const subject = { ...known, names: [...names, ...namesIn(text, known)] };
  const found = RULES.flatMap(({ kind, find }) =>
    [...find(folded, subject)].map(({ start, end }) => ({ kind, start, end })),
  );
  if (found.length === 0) return [];
  const { starts, ends } = folded.places();
  return found
    .map(({ kind, start, end }) => ({ kind, start: starts[start]!, end: ends[end - 1]! }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
};
