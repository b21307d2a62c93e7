/** Attacks by values and names: texts, numbers, variables, names that mean something to an engine, and bodies. */
import { limit, organizations, times, type Attack, type AttackTable } from "./attack.js";

const INVALID = "GRAPHQL_VALIDATION_FAILED" as const;
const SYNTAX = "GRAPHQL_PARSE_FAILED" as const;

const NAMES = [
  "__proto__",
  "constructor",
  "prototype",
  "hasOwnProperty",
  "toString",
  "valueOf",
  "_entities",
  "gg_0",
  "v0",
  "representations",
];

const nest = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

const deepValue = (depth: number): unknown => JSON.parse(nest(depth, "[", "]")) as unknown;

const byName = (uscc: string): string => `{ organization(uscc: ${uscc}) { id } }`;
const SEARCH = "query ($a: OrganizationFilter) { organizations(filter: $a, first: 1) { nodes { id } } }";
const ASKED = "query ($a: String) { organizations(search: $a, first: 1) { nodes { id } } }";

/** The attacks. */
export const VALUE_ATTACKS: AttackTable = {
  "names that mean something": NAMES.flatMap((name): Attack[] => [
    { name: `${name} as alias`, query: `{ ${organizations(`${name}: name parent { ${name}: id }`)} }` },
    { name: `${name} as alias of a root`, query: `{ ${name}: ${organizations("id")} }` },
    {
      name: `${name} as variable`,
      query: `query ($${name}: Int!) { organizations(first: $${name}) { nodes { id } } }`,
      variables: JSON.parse(`{"${name}":1}`) as Record<string, unknown>,
    },
    {
      name: `${name} as fragment and operation`,
      query: `query ${name} { ${organizations(`...${name}`)} } fragment ${name} on Organization { id }`,
    },
    { name: `${name} as argument`, query: `{ organizations(${name}: 1) { nodes { id } } }`, refused: INVALID },
  ]),
  "long names": [
    { name: "an alias of 10,000", query: `{ ${organizations(`${"a".repeat(10_000)}: id`)} }` },
    { name: "a field of 10,000", query: `{ ${organizations("a".repeat(10_000))} }`, refused: INVALID },
    {
      name: "a type of 10,000",
      query: `{ ${organizations(`... on ${"A".repeat(10_000)} { id }`)} }`,
      refused: INVALID,
    },
    {
      name: "an argument of 10,000",
      query: `{ organizations(${"a".repeat(10_000)}: 1) { nodes { id } } }`,
      refused: INVALID,
    },
    {
      name: "a variable of 10,000",
      query: `query ($${"a".repeat(7_000)}: Int!) { organizations(first: $${"a".repeat(7_000)}) { nodes { id } } }`,
      variables: { ["a".repeat(7_000)]: 1 },
    },
    { name: "an operation of 10,000", query: `query ${"a".repeat(10_000)} { ${organizations("id")} }` },
    { name: "a fragment that is called on", query: "{ ...on } fragment on on Query { me { kind } }", refused: SYNTAX },
  ],
  texts: [
    {
      name: "1,001 characters",
      query: `{ organizations(search: "${"x".repeat(1_001)}", first: 1) { nodes { id } } }`,
      refused: "BAD_USER_INPUT",
    },
    {
      name: "1,000 characters",
      query: `{ organizations(search: "${"x".repeat(1_000)}", first: 1) { nodes { id } } }`,
    },
    {
      name: "a block of 10,000 lines",
      query: `{ organizations(search: """${"\n".repeat(10_000)}""", first: 1) { nodes { id } } }`,
    },
    {
      name: "U+0000 by its number",
      query: `{ organizations(search: "a\\u0000", first: 1) { nodes { id } } }`,
      refused: "BAD_USER_INPUT",
    },
    {
      name: "half a pair",
      query: `{ organizations(search: "a\\ud800", first: 1) { nodes { id } } }`,
      refused: SYNTAX,
    },
    {
      name: "a number of no character",
      query: `{ organizations(search: "a\\u{110000}", first: 1) { nodes { id } } }`,
      refused: SYNTAX,
    },
    { name: "a code that is none", query: byName(`"${"9".repeat(900)}"`), refused: "BAD_USER_INPUT" },
    { name: "a number where a code is", query: byName("9".repeat(900)), refused: "BAD_USER_INPUT" },
    { name: "an object where a code is", query: byName("{ a: 1 }"), refused: "BAD_USER_INPUT" },
    { name: "an exponent beyond numbers", query: byName("1e999999"), refused: "BAD_USER_INPUT" },
    { name: "a list 300 deep", query: byName(nest(300, "[", "]")), refused: "BAD_USER_INPUT" },
    {
      name: "an object 150 deep",
      query: `{ organizations(filter: ${"{ a: ".repeat(150)}1${" }".repeat(150)}, first: 1) { nodes { id } } }`,
      refused: INVALID,
    },
    {
      name: "an object with 200 fields",
      query: `{ organizations(filter: { ${times(200, (index) => `a${index}: 1`)} }, first: 1) { nodes { id } } }`,
      refused: INVALID,
    },
    {
      name: "an object with one field 200 times",
      query: `{ organizations(filter: { ${times(200, () => `search: "a"`)} }, first: 1) { nodes { id } } }`,
      refused: INVALID,
    },
    {
      name: "one argument 200 times",
      query: `{ organizations(${times(200, () => "first: 1")}) { nodes { id } } }`,
      refused: INVALID,
    },
  ],
  variables: [
    { name: "ten levels", query: "{ me { kind } }", variables: { a: deepValue(9) } },
    ...[11, 20_000].map((depth): Attack => ({
      name: `${depth} levels`,
      query: "{ me { kind } }",
      body: `{"query":"{ me { kind } }","variables":{"a":${nest(depth, "[", "]")}}}`,
      refused: limit("VARIABLES"),
    })),
    ...[11, 20_000].map((depth): Attack => ({
      name: `${depth} levels of objects`,
      query: "{ me { kind } }",
      body: `{"query":"{ me { kind } }","variables":{"a":${`{"a":`.repeat(depth)}1${"}".repeat(depth)}}}`,
      refused: limit("VARIABLES"),
    })),
    { name: "1,999 values of one", query: "{ me { kind } }", variables: { a: Array.from({ length: 1_999 }, () => 1) } },
    ...[2_000, 100_000].map((length): Attack => ({
      name: `${length} values of one`,
      query: "{ me { kind } }",
      variables: { a: Array.from({ length }, () => 1) },
      refused: limit("VARIABLES"),
    })),
    {
      name: "2,001 variables that nothing declares",
      query: "{ me { kind } }",
      variables: Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`a${index}`, 1])),
      refused: limit("VARIABLES"),
    },
    {
      name: "200,000 characters that nothing declares",
      query: "{ me { kind } }",
      variables: { a: "x".repeat(200_000) },
    },
    { name: "200,000 characters", query: ASKED, variables: { a: "x".repeat(200_000) }, refused: "BAD_USER_INPUT" },
    { name: "an object where a text is", query: ASKED, variables: { a: { a: 1 } }, refused: "BAD_USER_INPUT" },
    { name: "a text where an object is", query: SEARCH, variables: { a: "x" }, refused: "BAD_USER_INPUT" },
    {
      name: "1,000 unknown fields of an object",
      query: SEARCH,
      variables: { a: Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`a${index}`, 1])) },
      refused: "BAD_USER_INPUT",
    },
    {
      name: "half a pair",
      query: ASKED,
      body: `{"query":${JSON.stringify(ASKED)},"variables":{"a":"\\ud800"}}`,
      refused: "BAD_USER_INPUT",
    },
    { name: "U+0000", query: ASKED, variables: { a: "\u0000" }, refused: "BAD_USER_INPUT" },
    {
      name: "the prototype of an object",
      query: SEARCH,
      body: `{"query":${JSON.stringify(SEARCH)},"variables":{"a":{"__proto__":{"search":"x"}}}}`,
      refused: "BAD_USER_INPUT",
    },
    {
      name: "240 that nothing uses",
      query: `query (${times(240, (index) => `$a${index}: Int`)}) { me { kind } }`,
      refused: INVALID,
    },
    { name: "240 of one name", query: `query (${times(240, () => "$a: Int")}) { me { kind } }`, refused: INVALID },
    {
      name: "a type 400 lists deep",
      query: `query ($a: ${"[".repeat(400)}Int${"]".repeat(400)}) { me { kind } }`,
      refused: INVALID,
    },
    { name: "a type that is none", query: "query ($a: Exploding) { me { kind } }", refused: INVALID },
    { name: "one that is not declared", query: "{ organizations(first: $a) { nodes { id } } }", refused: INVALID },
    {
      name: "one that decides a condition and is not given",
      query: "query ($c: Boolean!) { me @include(if: $c) { kind } }",
      refused: "BAD_USER_INPUT",
    },
  ],
  bodies: (
    [
      ["a list of one", `[{"query":"{ me { kind } }"}]`],
      ["a list of 1,000", `[${Array.from({ length: 1_000 }, () => `{"query":"{ me { kind } }"}`).join()}]`],
      ["an empty list", "[]"],
      ["lists within each other", nest(50_000, "[", "]")],
      ["a text", `"{ me { kind } }"`],
      ["null", "null"],
      ["nothing", ""],
      ["an empty object", "{}"],
      ["a query that is a list", `{"query":["{ me { kind } }"]}`],
      ["a query of white space", `{"query":" \\n\\t "}`],
      ["variables that are a list", `{"query":"{ me { kind } }","variables":[1]}`],
      ["variables that are a text", `{"query":"{ me { kind } }","variables":"{}"}`],
      ["a name that is an object", `{"query":"{ me { kind } }","operationName":{}}`],
      ["a name of no operation", `{"query":"{ me { kind } }","operationName":"${"a".repeat(10_000)}"}`],
      ["extensions that are a number", `{"query":"{ me { kind } }","extensions":1}`],
      ["two values after each other", `{"query":"{ me { kind } }"}{"query":"{ me { kind } }"}`],
    ] as const
  ).map(([name, body]): Attack => ({ name, query: "", body, refused: "BAD_USER_INPUT" })),
  "white space": (
    [
      ["commas", `{,,,${organizations("id,,,,name,")},,,}`],
      ["line ends of every kind", `{\r\n${organizations("id\r\rname\n")}\t}`],
      ["10,000 commas", `{ ${organizations("id")} ${",".repeat(10_000)} }`],
      ["10,000 line ends", `{ ${organizations("id")} ${"\n".repeat(10_000)} }`],
      ["a comment of 15,000", `{ ${organizations("id")} } #${"{".repeat(15_000)}`],
      ["3,000 comments", `{ ${"#a\n".repeat(3_000)}${organizations("id")} }`],
      ["a byte order mark", `\ufeff{ ${organizations("id")} }`],
      ["no white space at all", "{organizations(first:1){nodes{id,name}}}"],
    ] as const
  )
    .map(([name, query]): Attack => ({ name, query }))
    .concat(
      (["\u00a0", "\u2028", "\u000b", "\u0000", "\u200b", "；", "\\", "`"] as const).map((sign): Attack => ({
        name: `U+${sign.charCodeAt(0).toString(16)}`,
        query: `{ me {${sign}kind } }`,
        refused: SYNTAX,
      })),
    ),
};
