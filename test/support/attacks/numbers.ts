/** Attacks by number: aliases, roots, repeated fields, directives, operations, tokens, list items. */
import { limit, organizations, times, type Attack, type AttackTable } from "./attack.js";

const INVALID = "GRAPHQL_VALIDATION_FAILED" as const;

/** One at a limit, which is answered or refused for another reason, and those beyond it. */
const around = (
  name: string,
  most: number,
  reason: string,
  write: (count: number) => string,
  refusedAtLimit?: Attack["refused"],
): Attack[] =>
  [most, most + 1, most * 3].map((count) => ({
    name: `${count} ${name}`,
    query: write(count),
    ...(count === most ? (refusedAtLimit ? { refused: refusedAtLimit } : {}) : { refused: limit(reason) }),
  }));

const HOLDS = "@include(if: true)";

/** The attacks. */
export const NUMBER_ATTACKS: AttackTable = {
  aliases: [
    ...around(
      "aliases of one field",
      15,
      "ALIASES",
      (count) => `{ ${organizations(times(count, (index) => `a${index}: name`))} }`,
    ),
    ...around(
      "aliases of __typename",
      15,
      "ALIASES",
      (count) => `{ ${organizations(times(count, (index) => `a${index}: __typename`))} }`,
    ),
    ...around(
      "aliases in a fragment",
      15,
      "ALIASES",
      (count) =>
        `{ ${organizations("...F")} } fragment F on Organization { ${times(count, (index) => `a${index}: id`)} }`,
    ),
    ...around(
      "aliases over operation and fragments",
      15,
      "ALIASES",
      (count) =>
        `{ ${organizations(`...F ... { ${times(count - 7, (index) => `b${index}: id`)} }`)} } fragment F on Organization { ${times(7, (index) => `a${index}: id`)} }`,
    ),
    ...around(
      "aliases of pages",
      15,
      "ALIASES",
      (count) => `{ ${organizations(times(count, (index) => `a${index}: penalties(first: 1) { nodes { id } }`))} }`,
    ),
  ],
  roots: [
    ...around("roots", 5, "ROOT_FIELDS", (count) => `{ ${times(count, (index) => `a${index}: me { kind }`)} }`),
    ...around("roots of one name", 5, "ROOT_FIELDS", (count) => `{ ${times(count, () => "me { kind }")} }`),
    ...around(
      "roots in a fragment",
      5,
      "ROOT_FIELDS",
      (count) => `{ ...F } fragment F on Query { ${times(count, () => "me { kind }")} }`,
    ),
    ...around(
      "roots in inline fragments",
      5,
      "ROOT_FIELDS",
      (count) => `{ ${times(count, () => "... { me { kind } }")} }`,
    ),
    ...around(
      "roots by one fragment, spread often",
      5,
      "ROOT_FIELDS",
      (count) => `{ ${times(count, () => "...F")} } fragment F on Query { me { kind } }`,
    ),
    ...around("roots that are __typename", 5, "ROOT_FIELDS", (count) => `{ ${times(count, () => "__typename")} }`),
  ],
  "repeated fields": [
    ...around(
      "selections of one field",
      250,
      "SELECTIONS",
      (count) => `{ ${organizations(times(count - 2, () => "id"))} }`,
    ),
    ...around(
      "selections of one link",
      250,
      "SELECTIONS",
      (count) =>
        `{ ${organizations(times((count - 2) >> 1, () => "parent { id }"))}${count % 2 ? " __typename" : ""} }`,
    ).slice(0, 2),
    ...around(
      "selections by one fragment",
      250,
      "SELECTIONS",
      (count) =>
        `{ ${organizations(times((count - 2) >> 1, () => "...F"))}${count % 2 ? " __typename" : ""} } fragment F on Organization { id }`,
    ),
    ...around(
      "selections in inline fragments",
      250,
      "SELECTIONS",
      (count) => `{ ${organizations(times((count - 2) >> 1, () => "... { id }"))}${count % 2 ? " __typename" : ""} }`,
    ).slice(0, 2),
    {
      name: "a field and a page under one name",
      query: `{ ${organizations("a: id a: parent { id }")} }`,
      refused: INVALID,
    },
    {
      name: "one page with two lengths",
      query: `{ ${organizations("penalties(first: 1) { totalCount } penalties(first: 2) { totalCount }")} }`,
      refused: INVALID,
    },
    {
      name: "120 names for two fields",
      query: `{ ${organizations(times(120, (index) => (index % 2 ? "id" : "name")))} }`,
    },
  ],
  directives: [
    ...around(
      "directives on a field",
      20,
      "DIRECTIVES",
      (count) => `{ me ${HOLDS} { ${times(count - 1, () => `kind ${HOLDS}`)} } }`,
    ),
    ...around(
      "directives on one field",
      20,
      "DIRECTIVES",
      (count) => `{ me { kind ${HOLDS.concat(" ").repeat(count)} } }`,
      INVALID,
    ),
    ...around(
      "directives on the operation",
      20,
      "DIRECTIVES",
      (count) => `query ${"@a ".repeat(count)} { me { kind } }`,
      INVALID,
    ),
    ...around(
      "directives on a fragment",
      20,
      "DIRECTIVES",
      (count) => `{ ...F } fragment F on Query ${"@a ".repeat(count)} { me { kind } }`,
      INVALID,
    ),
    ...around(
      "directives on spreads",
      20,
      "DIRECTIVES",
      (count) => `{ ${organizations(times(count, () => `...F ${HOLDS}`))} } fragment F on Organization { id }`,
    ),
    ...around(
      "directives on inline fragments",
      20,
      "DIRECTIVES",
      (count) => `{ ${organizations(times(count, () => `... ${HOLDS} { id }`))} }`,
    ),
    ...around(
      "directives on a variable",
      20,
      "DIRECTIVES",
      (count) => `query ($a: Int ${"@a ".repeat(count)}) { me { kind } }`,
      INVALID,
    ),
    { name: "a directive that is none", query: "{ me { kind @explode } }", refused: INVALID },
    { name: "a directive of the schema", query: "{ me { kind @deprecated } }", refused: INVALID },
    { name: "a condition without a value", query: "{ me { kind @include } }", refused: INVALID },
    { name: "a condition that is a number", query: "{ me { kind @include(if: 1) } }", refused: INVALID },
  ],
  operations: [
    ...[2, 3, 40].map((count): Attack => ({
      name: `${count} operations`,
      query: times(count, (index) => `query O${index} { me { kind } }`),
      refused: limit("OPERATIONS"),
    })),
    { name: "two without a name", query: "{ me { kind } } { me { kind } }", refused: limit("OPERATIONS") },
    { name: "two of one name", query: "query A { me { kind } } query A { me { kind } }", refused: limit("OPERATIONS") },
    {
      name: "one of each kind",
      query: "query A { me { kind } } mutation B { a } subscription C { a }",
      refused: limit("OPERATIONS"),
    },
    { name: "none", query: "fragment F on Query { me { kind } }", refused: INVALID },
    { name: "a verb that nobody knows", query: "mutation { explode }", refused: "GRAPHQL_VALIDATION_FAILED" },
    { name: "a subscription", query: "subscription { explode }", refused: "BAD_USER_INPUT", status: 406 },
    { name: "a type", query: "{ me { kind } } type A { a: Int }", refused: INVALID },
    { name: "300 types", query: `{ me { kind } } ${times(190, (index) => `scalar A${index}`)}`, refused: INVALID },
    { name: "an extension of a type", query: "{ me { kind } } extend type Query { a: Int }", refused: INVALID },
  ],
  tokens: [
    {
      name: "1,000 tokens",
      query: `query (${times(247, (index) => `$a${index}: Int`)}) { me { kind kind } }`,
      refused: INVALID,
    },
    { name: "16 KiB of fields", query: `{ ${"a ".repeat(8_000)}}`, refused: limit("TOKENS") },
    { name: "16,000 braces", query: "{".repeat(16_000), refused: "GRAPHQL_PARSE_FAILED" },
    { name: "16 KiB of spreads", query: `{ ${"...".repeat(5_000)} }`, refused: "GRAPHQL_PARSE_FAILED" },
    { name: "one byte too many", query: `{ me { kind } } #${"x".repeat(16 * 1024 - 16)}`, refused: limit("DOCUMENT") },
    {
      name: "a mebibyte would be too large",
      query: "{ me { kind } } " + "#".repeat(200_000),
      refused: limit("DOCUMENT"),
    },
    { name: "unclosed braces", query: "{a".repeat(400), refused: "GRAPHQL_PARSE_FAILED" },
    { name: "an unclosed text", query: `{ organization(uscc: "${"x".repeat(10_000)}`, refused: "GRAPHQL_PARSE_FAILED" },
    {
      name: "an unclosed block of text",
      query: `{ organization(uscc: """${"x\n".repeat(5_000)}`,
      refused: "GRAPHQL_PARSE_FAILED",
    },
  ],
  "list items": [
    ...[1, 100].map((count): Attack => ({
      name: `a page of ${count}`,
      query: `{ organizations(first: ${count}) { nodes { id } } }`,
    })),
    ...["2147483648", "2147483647", "20001"].map((count): Attack => ({
      name: `a page of ${count}`,
      query: `{ organizations(first: ${count}) { nodes { id } } }`,
      refused: limit("NODES"),
    })),
    ...["1e3", "1.5", `"1"`, "[1]", "{}", "true", "ONE", "-2147483649", "9".repeat(400)].map((count): Attack => ({
      name: `a page of ${count.slice(0, 12)}`,
      query: `{ organizations(first: ${count}) { nodes { id } } }`,
      refused: INVALID,
    })),
    {
      name: "pages of 100 within each other",
      query:
        "{ organizations(first: 100) { nodes { penalties(first: 100) { nodes { counterparty { penalties(first: 100) { nodes { id } } } } } } } }",
      refused: limit("NODES"),
    },
    {
      name: "the same by a variable",
      query:
        "query ($n: Int!) { organizations(first: $n) { nodes { penalties(first: $n) { nodes { counterparty { penalties(first: $n) { nodes { id } } } } } } } }",
      variables: { n: 100 },
      refused: limit("NODES"),
    },
    {
      name: "the same by a default",
      query:
        "query ($n: Int = 100) { organizations(first: $n) { nodes { penalties(first: $n) { nodes { counterparty { penalties(first: $n) { nodes { id } } } } } } } }",
      refused: limit("NODES"),
    },
    {
      name: "the same below a condition that leaves it out",
      query:
        "{ organizations(first: 100) { nodes { id penalties(first: 100) @skip(if: true) { nodes { counterparty { penalties(first: 100) { nodes { id } } } } } } } }",
    },
    {
      name: "the same below a condition that may hold",
      query:
        "query ($c: Boolean = true) { organizations(first: 100) { nodes { id penalties(first: 100) @include(if: $c) { nodes { counterparty { penalties(first: 100) { nodes { id } } } } } } } }",
      refused: limit("NODES"),
    },
    {
      name: "15 pages of 100 under aliases, below a page of 100",
      query: `{ organizations(first: 100) { nodes { ${times(3, (index) => `a${index}: penalties(first: 100) { nodes { id } }`)} } } }`,
      refused: limit("NODES"),
    },
  ],
};
