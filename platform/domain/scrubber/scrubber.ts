/** The one scrubber: takes numbers, phones, accounts, addresses and names of natural persons out of a text and leaves the rest as it was written. */
import { accountRule, contactRule, phoneRule } from "./number-rules.js";
import { addressRule } from "./address-rule.js";
import { toFoldedText, type FoldedText } from "./folded-text.js";
import { identityRule } from "./identity-rules.js";
import { nameRule, namesIn } from "./name-rule.js";
import type { PersonalKind, Span, TextRule, TextSubject } from "./text-rule.js";

/** The rules, in the order in which they claim a place of the text. */
export const PERSONAL_RULES: readonly TextRule[] = [
  identityRule,
  accountRule,
  phoneRule,
  contactRule,
  addressRule,
  nameRule,
];

/** A text that may be shown, and what stood in it. */
export interface ScrubbedText<Kind extends string = PersonalKind> {
  readonly text: string;
  /** Kinds that were found, each once, in the order of the rules; empty where the text is unchanged. */
  readonly kinds: readonly Kind[];
}

interface Claim<Kind extends string> extends Span {
  readonly rule: TextRule<Kind>;
}

const claims = <Kind extends string>(
  text: FoldedText,
  subject: TextSubject,
  rules: readonly TextRule<Kind>[],
): Claim<Kind>[] => {
  const taken: Claim<Kind>[] = [];
  for (const rule of rules) {
    const found = [...rule.find(withClaims(text, taken), subject)];
    for (const span of found) taken.push(...cut(span, taken).map((part) => ({ ...part, rule })));
  }
  return taken.sort((a, b) => a.start - b.start);
};

/** Stands where a claimed character stood: no rule takes it for anything. */
const CLAIMED = "\ue000";

const withClaims = (text: FoldedText, taken: readonly Span[]): FoldedText => {
  const blank = (written: string): string =>
    taken.reduce(
      (rest, { start, end }) => rest.slice(0, start) + CLAIMED.repeat(end - start) + rest.slice(end),
      written,
    );
  return taken.length === 0 ? text : { ...text, folded: blank(text.folded), digits: blank(text.digits) };
};

/** What of a span no earlier rule has taken. */
const cut = (span: Span, taken: readonly Span[]): Span[] =>
  taken.reduce<Span[]>(
    (rest, { start, end }) =>
      rest.flatMap((part) =>
        end <= part.start || start >= part.end
          ? [part]
          : [
              { start: part.start, end: Math.min(part.end, start) },
              { start: Math.max(part.start, end), end: part.end },
            ].filter((piece) => piece.end > piece.start),
      ),
    [span],
  );

/** Scrubs a text by rules. Scrubbing it again changes nothing. Pure. */
export const scrubWith = <Kind extends string>(
  rules: readonly TextRule<Kind>[],
  original: string,
  subject: TextSubject,
): ScrubbedText<Kind> => {
  const text = toFoldedText(original);
  const found = claims(text, subject, rules);
  if (found.length === 0) return { text: original, kinds: [] };
  const { starts, ends } = text.places();
  let [result, at] = ["", 0];
  for (const { start, end, rule } of found) {
    const [from, to] = [starts[start]!, ends[end - 1]!];
    result += original.slice(at, from) + rule.replacement(original.slice(from, to));
    at = to;
  }
  const kinds = rules.map(({ kind }) => kind).filter((kind) => found.some(({ rule }) => rule.kind === kind));
  return { text: result + original.slice(at), kinds: [...new Set(kinds)] };
};

/** Scrubs a text of what is personal, names that it gives included. Pure. */
export const scrubPersonal = (text: string, subject: TextSubject): ScrubbedText =>
  scrubWith(PERSONAL_RULES, text, { ...subject, names: [...subject.names, ...namesIn(text, subject)] });
