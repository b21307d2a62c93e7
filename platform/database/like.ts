/** Patterns of LIKE: what somebody wrote stands for itself alone, `%` and `_` too. The one place that makes a pattern. */

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, "\\$&");

/** Pattern of texts that begin with this one. In SQL over columns, `starts_with(text, beginning)` says the same. */
export const beginningWith = (text: string): string => `${escaped(text)}%`;

/** Pattern of texts that hold this one. */
export const holding = (text: string): string => `%${escaped(text)}%`;
