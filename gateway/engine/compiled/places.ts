/** The objects at a place of the data, and where each of them stands. */
import type { Row } from "./merge.js";

/** Objects at the place, in order. A list that holds null, or no list where one is expected, has none there. */
export const objectsAt = (data: Row, place: readonly string[]): Row[] => {
  let found: unknown[] = [data];
  for (const step of place) {
    const next: unknown[] = [];
    for (const value of found) {
      if (value === null || value === undefined) continue;
      if (step !== "@") next.push((value as Row)[step]);
      else if (Array.isArray(value)) for (const element of value as unknown[]) next.push(element);
    }
    found = next;
  }
  return found.filter((value): value is Row => value !== null && typeof value === "object" && !Array.isArray(value));
};

/** Keys and indexes of the same objects, in the same order: walked again, because errors are rare. */
export const pathsAt = (data: Row, place: readonly string[]): (string | number)[][] => {
  let found: { readonly path: (string | number)[]; readonly value: unknown }[] = [{ path: [], value: data }];
  for (const step of place)
    found = found.flatMap(({ path, value }) => {
      if (value === null || value === undefined) return [];
      if (step !== "@") return [{ path: [...path, step], value: (value as Row)[step] }];
      return Array.isArray(value)
        ? (value as unknown[]).map((element, index) => ({ path: [...path, index], value: element }))
        : [];
    });
  return found
    .filter(({ value }) => value !== null && typeof value === "object" && !Array.isArray(value))
    .map(({ path }) => path);
};
