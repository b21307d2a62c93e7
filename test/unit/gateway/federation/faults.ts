/** What can be wrong in what a service says, the same for every object, so that it does not matter how an engine asks. */
import { createGraphQLError } from "../../../../platform/errors/index.js";
import type { SubgraphAnswer } from "../../../../gateway/upstream/subgraph.js";

/** Kinds of faults. */
export const FAULTS = [
  "an error at a field",
  "entities that are null",
  "no data",
  "one entity too many",
  "status 500",
  "no answer in time",
  "a number beyond Int",
  "a number where text is declared, text where a number is",
  "an unknown value of an enumeration",
] as const;

/** One of them. */
export type Fault = (typeof FAULTS)[number];

type Path = readonly (string | number)[];

/** Calls `leaf` for each leaf, and puts what it returns in its place. */
const replaceLeaves = (
  value: unknown,
  leaf: (key: string, value: unknown, path: Path) => unknown,
  path: Path = [],
): void => {
  if (value === null || typeof value !== "object") return;
  for (const [key, part] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (part !== null && typeof part === "object") replaceLeaves(part, leaf, at);
    else if (!Array.isArray(value)) (value as Record<string, unknown>)[key] = leaf(key, part, at);
  }
};

/** Adds the response keys of the leaves. */
export const leafKeysOf = (data: unknown, into: Set<string>): void =>
  replaceLeaves(data, (key, value) => {
    if (key !== "__typename") into.add(key);
    return value;
  });

/** The answer with the fault at every leaf of this key, or as a whole. Throws what the way to a service throws. */
export const faultOf = (fault: Fault, answer: SubgraphAnswer, key: string | undefined): SubgraphAnswer => {
  const { data } = answer;
  const errors: { message: string; path?: Path; extensions: object }[] = [];
  const failure = (path?: Path) => ({
    message: "Not today.",
    ...(path ? { path } : {}),
    extensions: { code: "SERVICE_UNAVAILABLE" },
  });
  const atKey = (change: (value: unknown, path: Path) => unknown): void =>
    replaceLeaves(data, (name, value, path) => (name === key ? change(value, path) : value));
  const entities = Object.values(data ?? {}).filter((value) => Array.isArray(value)) as unknown[][];
  if (fault === "status 500") throw createGraphQLError("UPSTREAM_UNAVAILABLE");
  if (fault === "no answer in time") throw createGraphQLError("UPSTREAM_TIMEOUT");
  if (fault === "no data") return { data: null, errors: [failure()] as never };
  if (fault === "an error at a field")
    atKey((_value, path) => {
      errors.push(failure(path));
      return null;
    });
  if (fault === "entities that are null") entities.forEach((list) => list.fill(null));
  if (fault === "one entity too many") entities.forEach((list) => void list.push(null));
  if (fault === "a number beyond Int") atKey((value) => (typeof value === "number" ? 2 ** 31 : value));
  if (fault === "a number where text is declared, text where a number is")
    atKey((value) => (typeof value === "number" ? "7" : typeof value === "string" ? 7.5 : value));
  if (fault === "an unknown value of an enumeration") atKey((value) => (typeof value === "string" ? "UNKNOWN" : value));
  return errors.length > 0 ? { ...answer, errors: errors as never } : answer;
};
