/** Merges a part into an answer at its path, objects key by key and lists position by position. */

type Row = Record<string | number, unknown>;

const isRow = (value: unknown): value is Row => value !== null && typeof value === "object";

/** Merges it. Throws where nothing is there at the path; a part that is null changes nothing. */
export const merge = (data: unknown, path: readonly (string | number)[], part: unknown): void => {
  let at = data;
  for (const step of path) at = isRow(at) ? at[step] : undefined;
  if (!isRow(at)) throw new Error(`There is nothing at ${path.join(".")}.`);
  if (isRow(part)) mergeInto(at, part);
};

const mergeInto = (target: Row, source: Row): void => {
  for (const key of Object.keys(source)) {
    const known = Object.hasOwn(target, key) ? target[key] : undefined;
    const value = source[key];
    if (isRow(known) && isRow(value)) mergeInto(known, value);
    else Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  }
};
