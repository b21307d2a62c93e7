/** Objects of the graph in a normalised cache: by their keys, never by an `id` that is not their own. */
import { KEYS } from "./generated/keys.js";

type Fields = Readonly<Record<string, unknown>>;

/** The key of an object, undefined where it has none or the query did not ask for all of it; then it stays inside its parent. */
export const keyOf = (typename: string, read: (field: string) => unknown): string | undefined => {
  const values = (KEYS as Readonly<Record<string, readonly string[] | undefined>>)[typename]?.map(read);
  if (values === undefined || values.length === 0) return undefined;
  const isWhole = values.every((value) => typeof value === "string" || typeof value === "number");
  return isWhole ? values.join("|") : undefined;
};

/** `keys` of urql's graphcache. */
export const graphcacheKeys: Readonly<Record<string, (data: Fields) => string | null>> = Object.fromEntries(
  Object.keys(KEYS).map((typename) => [typename, (data: Fields) => keyOf(typename, (field) => data[field]) ?? null]),
);

/** `getDataID` of Relay's store, in which the same id of two types would be one record otherwise. */
export const dataIdOf = (data: Fields, typename: string): string | undefined => {
  const key = typename in KEYS ? keyOf(typename, (field) => data[field]) : data["id"];
  return typeof key === "string" ? `${typename}:${key}` : undefined;
};
