/** What a document costs: numbers that were counted by hand, on a small schema with weights and on the public one. */
import { readFileSync } from "node:fs";
import { buildSchema, parse } from "graphql";
import { measureCost, type CostModel } from "../../../gateway/document/cost.js";
import { readCostDirectives } from "../../../gateway/document/cost-directives.js";
import { projectPath } from "../../../platform/config/index.js";

const LINK = (imported: string): string =>
  `schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: [${imported}]) { query: Query }`;

const SMALL = `
  directive @link(url: String, import: [Import]) on SCHEMA
  scalar Import
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
  type Query {
    shops(first: Int = 20, after: String): ShopConnection
    shop: Shop
    plain: [Shop]
    table: [[Shop]]
    things(first: Int = 20): ThingConnection
    thing: Thing
    feed(first: Int = 30): Feed
    few: [Shop] @listSize(assumedSize: 3)
    chosen(limit: Int, most: Int = 4): [Shop] @listSize(slicingArguments: ["limit", "most"])
    own(size: Int = 7): Own @listSize(slicingArguments: ["size"], sizedFields: ["rows"])
  }
  interface Listed { nodes: [Shop] edges: [ShopEdge] }
  type ShopConnection implements Listed { nodes: [Shop] edges: [ShopEdge] total: Int others: [Shop] }
  type ShopEdge { node: Shop cursor: String }
  type ThingConnection { nodes: [Thing] }
  type Feed { items: [Shop] more: Boolean }
  type Own { rows: [Shop] others: [Shop] }
  type Shop { id: ID tags: [String] shops(first: Int = 20): Listed next: Shop dear(much: Int @cost(weight: 9)): Int @cost(weight: 5) }
  type Person @cost(weight: 3) { id: ID shops(first: Int = 20): ShopConnection next: Thing }
  union Thing = Shop | Person
`;

const modelOf = (sdl: string): CostModel => ({
  schema: buildSchema(sdl, { assumeValidSDL: true }),
  directives: readCostDirectives(sdl),
});
const small = modelOf(`${LINK(`"@cost", "@listSize"`)}${SMALL}`);
const cost = (query: string, variables: unknown = {}, model = small) => measureCost(parse(query), variables, model);
const nodes = (query: string, variables: unknown = {}): number => cost(query, variables).nodes;

describe("list items", () => {
  it.each([
    ["a page of the default length", `{ shops { nodes { id } } }`, 20],
    ["a page of a given length", `{ shops(first: 50) { nodes { id } } }`, 50],
    ["pages within pages", `{ shops(first: 10) { nodes { shops(first: 10) { nodes { id } } } } }`, 110],
    ["a plain list within a plain list", `{ plain { next { shops(first: 2) { nodes { id } } } } }`, 30],
    ["a list of lists", `{ table { id } }`, 100],
    ["edges and nodes of one connection, once", `{ shops(first: 9) { edges { cursor node { id } } nodes { id } } }`, 9],
    [
      "what stands below both of them, twice",
      `{ shops(first: 9) { edges { node { tags shops { nodes { id } } } } nodes { shops { nodes { id } } } } }`,
      9 + 9 * 20 * 2,
    ],
    ["nodes under two aliases, twice", `{ shops(first: 9) { a: nodes { id } b: nodes { id } edges { cursor } } }`, 18],
    ["edges under two aliases, twice", `{ shops(first: 9) { a: edges { cursor } b: edges { cursor } } }`, 18],
    [
      "a connection under two aliases, twice",
      `{ a: shops(first: 9) { nodes { id } } b: shops(first: 5) { nodes { id } } }`,
      14,
    ],
    [
      "a connection selected in two parts, once",
      `{ shops(first: 9) { nodes { id } } ...f } fragment f on Query { shops(first: 9) { nodes { tags } } }`,
      9,
    ],
    [
      "a connection behind an interface",
      `{ shop { shops(first: 7) { nodes { id } ... on ShopConnection { others { id } } } } }`,
      17,
    ],
    ["the page alone, of which nothing is asked", `{ shops(first: 100) { total } }`, 0],
    ["single objects and scalars", `{ shop { id next { next { id tags } } } }`, 0],
    [
      "the dearest of a union's types",
      `{ thing { ... on Shop { shops(first: 3) { nodes { id } } } ... on Person { shops(first: 8) { nodes { id } } } } }`,
      8,
    ],
    [
      "what all types of a union have, beside the dearest",
      `{ thing { ... { ... on Shop { shops(first: 3) { nodes { id } } } } ...p ... on Person { a: shops(first: 1) { nodes { id } } } } } fragment p on Person { shops(first: 8) { nodes { id } } }`,
      9,
    ],
    ["a list of a union", `{ things(first: 5) { nodes { ... on Person { shops(first: 4) { nodes { id } } } } } }`, 25],
    ["a page whose list has another name", `{ feed(first: 500) { items { id } more } }`, 500],
    ["a declared length", `{ few { id } }`, 3],
    ["the larger of two slicing arguments", `{ chosen(limit: 40) { id } }`, 40],
    ["a slicing argument's default", `{ chosen { id } }`, 4],
    ["declared sized fields, and no others", `{ own(size: 6) { rows { id } others { id } } }`, 16],
    [
      "introspection, which is not charged",
      `{ __schema { types { fields { args { name } } } } shops { __typename } }`,
      0,
    ],
    ["a fragment of a type that the object can not be", `{ shop { ... on Person { shops { nodes { id } } } } }`, 0],
  ])("counts %s", (_what, query, expected) => expect(nodes(query)).toBe(expected));

  const PAGE = `query ($n: Int) { shops(first: $n) { nodes { id } } }`;
  it.each([
    ["the given value", PAGE, { n: 33 }, 33],
    ["the argument's default where it is not given", PAGE, {}, 20],
    ["the argument's default where it is null", PAGE, { n: null }, 20],
    ["the operation's default", `query ($n: Int = 44) { shops(first: $n) { nodes { id } } }`, {}, 44],
    [
      "null before the operation's default",
      `query ($n: Int = 44) { shops(first: $n) { nodes { id } } }`,
      { n: null },
      20,
    ],
    ["a null literal as not given", `{ shops(first: null) { nodes { id } } }`, {}, 20],
    ["a huge number as it is", PAGE, { n: 2_000_000_000 }, 2_000_000_000],
    ["text, which validation refuses, as not given", PAGE, { n: "100" }, 20],
    ["a fraction, which validation refuses, as not given", PAGE, { n: 1.5 }, 20],
    ["zero and less, which services refuse, as not given", PAGE, { n: -5 }, 20],
    ["variables that are none, as not given", PAGE, null, 20],
    ["an inherited name as not given", `query ($toString: Int) { shops(first: $toString) { nodes { id } } }`, {}, 20],
  ])("takes of a variable %s", (_what, query, variables, expected) => expect(nodes(query, variables)).toBe(expected));

  it("counts what a condition leaves, and all where the condition is not decided", () => {
    const query = `query ($more: Boolean = false) { shops(first: 5) @include(if: $more) { nodes { id } } plain @skip(if: $more) { id } }`;
    expect([nodes(query, { more: true }), nodes(query), nodes(query, { more: "true" })]).toEqual([5, 10, 15]);
  });

  it("has an end where a fragment is spread within itself, which validation refuses", () =>
    expect(
      nodes(
        `{ shop { ...f } } fragment f on Shop { next { ...g } shops { nodes { ...f } } } fragment g on Shop { ...f }`,
      ),
    ).toBe(0));
});

describe("the weighted cost", () => {
  it.each([
    ["objects 1, scalars 0", `{ shop { id tags next { id } } }`, 2],
    ["items times their weight", `{ shops(first: 10) { nodes { id } } }`, 1 + 10],
    ["an edge and its node", `{ shops(first: 10) { edges { node { id } } } }`, 1 + 10 * 2],
    ["a field's own weight and its arguments'", `{ shop { dear(much: 2) next { dear } } }`, 1 + 5 + 9 + 1 + 5],
    ["a type's weight", `{ thing { ... on Person { id } } }`, 1],
    ["a type's weight below a list", `{ things(first: 4) { nodes { ... on Person { shops { total } } } } }`, 1 + 4 * 2],
  ])("is %s", (_what, query, expected) => expect(cost(query).weighted).toBe(expected));

  it("knows the directives by the names under which the supergraph imports them", () => {
    const renamed = SMALL.replaceAll("@cost", "@weight").replaceAll("@listSize", "@federation__size");
    const imported = `{ name: "@cost", as: "@weight" }, { name: "@listSize", as: "@federation__size" }`;
    const query = `{ few { dear } }`;
    expect(cost(query, {}, modelOf(`${LINK(imported)}${renamed}`))).toEqual({
      nodes: 3,
      weighted: 18,
      abstractFields: 0,
    });
    const foreign = `schema { query: Query }${SMALL}`.replaceAll("@cost", "@x").replaceAll("@listSize", "@y");
    expect(cost(query, {}, modelOf(foreign))).toEqual({ nodes: 10, weighted: 10, abstractFields: 0 });
  });
});

describe("fields at and below places of several types", () => {
  it("counts each for every type that the object can have", () => {
    expect(
      cost(`{ thing { ... on Shop { id tags } ... on Person { next { ... on Shop { id } } } } }`).abstractFields,
    ).toBe(4);
    expect(cost(`{ shop { id next { id } } }`).abstractFields).toBe(0);
  });
});

describe("the public schema", () => {
  const schema = buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"));
  const directives = readCostDirectives(readFileSync(projectPath("schema/supergraph.graphql"), "utf8"));

  it("counts three pages of a hundred within each other as a million", () => {
    const page = (inner: string): string => `ratings(first: 100) { nodes { ${inner} } }`;
    const query = `{ serviceMatter(id: "x") { ${page(`matter { ${page(`matter { ${page("id")} }`)} }`)} } }`;
    expect(cost(query, {}, { schema, directives }).nodes).toBe(1_010_100);
  });
});
