/** Tables of national codes: a value and its code, both ways, never by the order of an enumeration. Pure. */

/** A table of codes. */
export interface CodeTable<Value extends string> {
  /** Values in the order of their codes. */
  readonly values: readonly Value[];
  /** Values by their codes, as dictionaries write them; without aliases. */
  readonly byCode: Readonly<Record<string, Value>>;
  /** Code of a value, as the dictionary writes it. */
  codeOf(value: Value): string;
  /** Value of a code, with or without leading zeros; undefined for an unknown one. */
  valueOf(code: string | undefined): Value | undefined;
}

const folded = (code: string): string => code.replace(/^0+(?=.)/, "");

/**
 * Makes the table from the code of every value, in the order of the codes; a value without a code does not compile. Codes that mean
 * the same as another are `aliases`. Throws where one code stands for two values.
 */
export const codeTable = <Value extends string>(
  codes: Readonly<Record<Value, string>>,
  aliases: Readonly<Record<string, Value>> = {},
): CodeTable<Value> => {
  const values = Object.keys(codes) as Value[];
  const known = new Map<string, Value>();
  for (const [code, value] of [...values.map((value) => [codes[value], value] as const), ...Object.entries(aliases)]) {
    const taken = known.get(folded(code));
    if (taken !== undefined) throw new Error(`Code ${code} stands for ${taken} and for ${value}.`);
    known.set(folded(code), value);
  }
  return {
    values,
    byCode: Object.fromEntries(values.map((value) => [codes[value], value])),
    codeOf: (value) => codes[value],
    valueOf: (code) => (code === undefined ? undefined : known.get(folded(code))),
  };
};
