/** How deep and how wide a JSON text is, before it is read: what is read takes up to fifty times the memory of its text. */

/** What is read of a partner's answer (docs/limits.md). */
export const ANSWER_LIMITS = {
  /** Objects and lists within each other. */
  depth: 64,
  /** Objects, lists and their elements after the first. */
  values: 500_000,
} as const;

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;

/** True where the text is within the limits; whether it is JSON it does not say. */
export const isWithin = (
  text: string,
  { depth: mostDepth, values: mostValues }: Readonly<Record<keyof typeof ANSWER_LIMITS, number>> = ANSWER_LIMITS,
): boolean => {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfText(text, at);
    else if (code === COMMA) values += 1;
    // Brackets and braces are 32 apart.
    else if ((code | 32) === 123) {
      values += 1;
      depth += 1;
    } else if ((code | 32) === 125) depth -= 1;
    else continue;
    if (depth > mostDepth || values > mostValues) return false;
  }
  return true;
};

/** Place of the quote that ends the text that begins at `start`; the last place where none does. */
const endOfText = (text: string, start: number): number => {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return at;
  }
  return text.length;
};
