/** Merges what a service gave into what is there: by key, lists by position; a later null takes nothing away. */

/** An object of the answer while it grows. */
export type Row = Record<string, unknown>;

/** Merges into `target`; what it holds of `source` afterwards belongs to both. */
export const mergeInto = (target: Row, source: Readonly<Row>): void => {
  for (const key of Object.keys(source)) {
    // A name that no field has, and that would change what the object is.
    if (key === "__proto__") continue;
    const value = source[key];
    const known = target[key];
    if (known === undefined || known === null) target[key] = value;
    else if (value !== null && value !== undefined) target[key] = merged(known, value);
  }
};

const merged = (known: unknown, value: unknown): unknown => {
  if (typeof known !== "object" || typeof value !== "object" || known === value) return value;
  if (Array.isArray(known) !== Array.isArray(value)) return value;
  if (!Array.isArray(known)) {
    mergeInto(known as Row, value as Row);
    return known;
  }
  const list = value as readonly unknown[];
  if (known.length !== list.length) return value;
  for (let index = 0; index < list.length; index++) {
    const element: unknown = known[index];
    const other = list[index];
    if (element === null || element === undefined) known[index] = other;
    else if (other !== null && other !== undefined) known[index] = merged(element, other);
  }
  return known;
};
