/** Attacks by depth and by fragments: chains that double, cycles, and bombs that nothing spreads. */
import { limit, organizations, times, type Attack, type AttackTable } from "./attack.js";

/** Ways to write one level more of the chain of organisations. */
const LEVELS: Readonly<Record<string, (inner: string, level: number) => string>> = {
  fields: (inner) => `parent { ${inner} }`,
  "bare inline fragments": (inner) => `... { parent { ${inner} } }`,
  "typed inline fragments": (inner) => `... on Organization { parent { ${inner} } }`,
  "inline fragments within each other": (inner) => `... { ... on Organization { ... { parent { ${inner} } } } }`,
  "conditions that hold": (inner) => `parent @include(if: true) { ${inner} }`,
  "two fields in turn": (inner, level) => (level % 2 ? `mergedInto { ${inner} }` : `parent { ${inner} }`),
};

const chain = (levels: number, write: (inner: string, level: number) => string): string =>
  Array.from({ length: levels - 1 }).reduce<string>((inner, _, level) => write(inner, level), "id");

/** Limits that some ways meet before those of depth and tokens. */
const OTHER_LIMITS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  "conditions that hold": { 60: "DIRECTIVES" },
  "inline fragments within each other": { 400: "DOCUMENT" },
};

const deep: Attack[] = Object.entries(LEVELS).flatMap(([way, write]) =>
  ([[8], [9, "DEPTH"], [17, "DEPTH"], [19, "DEPTH"], [60, "DEPTH"], [400, "TOKENS"]] as const).map(
    ([levels, reason]): Attack => ({
      name: `${levels + 2} levels by ${way}`,
      query: `{ ${organizations(chain(levels, write))} }`,
      ...(reason ? { refused: limit(OTHER_LIMITS[way]?.[levels] ?? reason) } : {}),
    }),
  ),
);

/** Levels through a chain of fragments, one or two to a fragment. */
const byName = (fragments: number, each: number, reason?: string): Attack => ({
  name: `${fragments} fragments that lead ${each} levels down each`,
  query: `{ ${organizations("...F0")} } ${times(fragments, (index) => {
    const next = index + 1 < fragments ? `...F${index + 1}` : "id";
    return `fragment F${index} on Organization { ${"parent { ".repeat(each)}${next}${" }".repeat(each)} }`;
  })}`,
  ...(reason ? { refused: limit(reason) } : {}),
});

/** Fragments of which each spreads the next several times. */
const bomb = (fragments: number, fan: number, refused: Attack["refused"], spread = "...F0"): Attack => ({
  name: `${fragments} fragments, each ${fan} times the next${spread ? "" : ", that nothing spreads"}`,
  query: `{ ${organizations(`id ${spread}`)} } ${times(fragments, (index) => {
    const next = index + 1 < fragments ? times(fan, () => `...F${index + 1}`) : "name";
    return `fragment F${index} on Organization { ${next} }`;
  })}`,
  ...(refused ? { refused } : {}),
});

/** The same, one level deeper with each. */
const deepBomb = (fragments: number, fan: number, reason: string): Attack => ({
  ...bomb(fragments, fan, limit(reason)),
  name: `${fragments} fragments, each ${fan} times the next, one level deeper with each`,
  query: `{ ${organizations("...F0")} } ${times(fragments, (index) => {
    const next = index + 1 < fragments ? times(fan, () => `...F${index + 1}`) : "name";
    return `fragment F${index} on Organization { parent { ${next} } }`;
  })}`,
});

const INVALID = "GRAPHQL_VALIDATION_FAILED" as const;

/** Doubled selections of one name: validation compares each with each. */
const doubled = (levels: number): string =>
  levels === 0 ? "id" : `parent { ${doubled(levels - 1)} } parent { ${doubled(levels - 1)} }`;

/** The attacks. */
export const FRAGMENT_ATTACKS: AttackTable = {
  depth: [
    ...deep,
    byName(3, 2),
    byName(7, 1),
    byName(4, 2, "DEPTH"),
    byName(8, 1, "DEPTH"),
    byName(20, 1, "DEPTH"),
    byName(20, 9, "DEPTH"),
  ],
  "fragments that multiply": [
    bomb(4, 2, undefined),
    bomb(3, 10, undefined),
    bomb(7, 2, undefined),
    ...[8, 10, 15, 20].flatMap((fragments) => [2, 3, 10].map((fan) => bomb(fragments, fan, limit("SELECTIONS")))),
    bomb(20, 17, limit("SELECTIONS")),
    bomb(21, 2, limit("FRAGMENTS")),
    deepBomb(6, 3, "SELECTIONS"),
    deepBomb(7, 2, "SELECTIONS"),
    deepBomb(12, 2, "DEPTH"),
  ],
  "fragments that nothing spreads": [
    bomb(4, 2, INVALID, ""),
    ...[2, 3, 10].map((fan) => bomb(18, fan, limit("SELECTIONS"), "")),
    {
      name: "240 links, side by side",
      query: `{ me { kind } } fragment F on Organization { ${times(240, () => "parent { id }")} }`,
      refused: limit("SELECTIONS"),
    },
    {
      name: "links, doubled six levels down",
      query: `{ me { kind } } fragment F on Organization { ${doubled(6)} }`,
      refused: INVALID,
    },
    {
      name: "links, doubled seven levels down",
      query: `{ me { kind } } fragment F on Organization { ${doubled(7)} }`,
      refused: limit("SELECTIONS"),
    },
    {
      name: "eleven levels",
      query: `{ me { kind } } fragment F on Organization { ${chain(11, LEVELS["fields"]!)} }`,
      refused: limit("DEPTH"),
    },
    {
      name: "and no operation",
      query: `fragment F on Organization { ${times(260, () => "id")} }`,
      refused: limit("SELECTIONS"),
    },
    {
      name: "in 21 definitions of one name",
      query: `{ me { kind } } ${times(21, () => "fragment F on Organization { id }")}`,
      refused: limit("FRAGMENTS"),
    },
    {
      name: "in 20 definitions of one name",
      query: `{ me { kind } } ${times(20, () => "fragment F on Organization { id }")}`,
      refused: INVALID,
    },
    {
      name: "behind another of their name",
      query: `{ ${organizations("...F")} } fragment F on Organization { ${times(260, () => "id")} } fragment F on Organization { id }`,
      refused: limit("SELECTIONS"),
    },
  ],
  "fragments within themselves": [
    { name: "one", query: `{ ${organizations("...F")} } fragment F on Organization { ...F }`, refused: INVALID },
    {
      name: "one, beside fields",
      query: `{ ${organizations("...F")} } fragment F on Organization { id ...F name }`,
      refused: INVALID,
    },
    {
      name: "one, a level down",
      query: `{ ${organizations("...F")} } fragment F on Organization { parent { ...F } }`,
      refused: INVALID,
    },
    {
      name: "one, in an inline fragment",
      query: `{ ${organizations("...F")} } fragment F on Organization { ... { ...F } }`,
      refused: INVALID,
    },
    {
      name: "one, below a condition that leaves it out",
      query: `{ ${organizations("...F")} } fragment F on Organization { ...F @skip(if: true) }`,
      refused: INVALID,
    },
    {
      name: "one that nothing spreads",
      query: `{ me { kind } } fragment F on Organization { ...F ...F }`,
      refused: INVALID,
    },
    ...[2, 5, 20].map((length): Attack => ({
      name: `a ring of ${length}`,
      query: `{ ${organizations("...F0")} } ${times(length, (index) => `fragment F${index} on Organization { id ...F${(index + 1) % length} }`)}`,
      refused: INVALID,
    })),
    {
      name: "twenty, each in all of them",
      query: `{ ${organizations("...F0")} } ${times(20, (index) => `fragment F${index} on Organization { ${times(20, (each) => `...F${each}`)} }`)}`,
      refused: limit("SELECTIONS"),
    },
    { name: "one of the root", query: "{ ...F } fragment F on Query { ...F me { kind } }", refused: INVALID },
    {
      name: "one of the schema",
      query: "{ __schema { types { ...F } } } fragment F on __Type { name ofType { ...F } }",
      refused: INVALID,
    },
  ],
};
