/** Tables of codes and words in reverse: what an exchange file writes for a value. Pure. */

/** Names of our own enumerations, which imports read and no exchange table has. */
const OWN_NAME = /^[A-Z][A-Z_]+$/;

/**
 * The first code, else the first word, that a table of an import reads as the value; undefined for no value. Throws a sentence where the table
 * has none, because an empty cell would say something else.
 */
export const codeOf = <Value>(
  table: Readonly<Record<string, Value>>,
  value: Value | null | undefined,
): string | undefined => {
  if (value === null || value === undefined) return undefined;
  const found = Object.keys(table).find((key) => table[key] === value && !OWN_NAME.test(key));
  if (found === undefined) throw new Error(`No code or word of the exchange table stands for ${String(value)}.`);
  return found;
};

/** `1` for yes, `0` for no; undefined where it is not known. */
export const flagOf = (value: boolean | null | undefined): string | undefined =>
  value === null || value === undefined ? undefined : value ? "1" : "0";

/** Several entries in one cell, as the exchange tables separate them; undefined for none. */
export const listOf = (entries: readonly string[]): string | undefined =>
  entries.length === 0 ? undefined : entries.join("^");
