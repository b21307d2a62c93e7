/** Gates on "!": a field that would take with it what another service answered is refused, ours and partners' alike. */
import "reflect-metadata";
import { projectPath } from "../../platform/config/index.js";
import { readFileSync } from "node:fs";
import { compose, CompositionRefused, type SubgraphSource } from "../../platform/composition/index.js";
import { compositionFacts } from "../../schema/sources.js";

const LINKS = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@inaccessible", "@interfaceObject"])`;

/** A subgraph whose types begin in line 2. */
const subgraph = (name: string, types: string): SubgraphSource => ({
  name,
  url: "http://127.0.0.1:1/",
  sdl: `${LINKS}\n${types}`,
  file: `${name}.graphql`,
});
const partner = (types: string): SubgraphSource => subgraph("partner", `type Query { thing: Thing }\n${types}`);
const other = (types: string): SubgraphSource => subgraph("other", `type Query { others: Int }\n${types}`);

const problemsOf = (...sources: SubgraphSource[]): readonly string[] => {
  try {
    compose(sources, compositionFacts());
  } catch (error) {
    if (error instanceof CompositionRefused) return error.problems;
    throw error;
  }
  return [];
};

const KEY = `type Organization @key(fields: "id") { id: ID! }`;

describe("a root field", () => {
  it.each<[string, string, string]>([
    ["of Query", `type Query { things: [Int]! }`, "partner: Query.things (partner.graphql:2)"],
    ["of an extension", `type Query { a: Int } extend type Query { b: Int! }`, "partner: Query.b (partner.graphql:2)"],
    ["of Mutation", `type Query { a: Int } type Mutation { b: [Int!]! }`, "partner: Mutation.b (partner.graphql:2)"],
    ["that is inaccessible", `type Query { a: Int b: ID! @inaccessible }`, "partner: Query.b (partner.graphql:2)"],
  ])("%s that is not nullable is refused", (_case, types, place) => {
    expect(problemsOf(subgraph("partner", types))).toEqual([
      `${place} is a root field and not nullable: while partner does not answer it would empty the whole answer, so write it without the last "!".`,
    ]);
  });

  it("is accepted where it is nullable, whatever its list holds", () =>
    expect(problemsOf(subgraph("partner", `type Query { a: Int b: [Int!] c: [[Int!]!] }`))).toEqual([]));

  it("of the gateway itself, which answers whenever the gateway does, may be required", () =>
    expect(problemsOf(subgraph("gateway", `type Query { a: Int! }`))).toEqual([]));

  it("of ours is required nowhere but in the gateway", () => {
    const required = [...readFileSync(projectPath("schema/public.graphql"), "utf8").matchAll(/^type Query \{.*?^\}/gms)]
      .flatMap(([query]) => [...query.matchAll(/^ {2}[)\w].*!$/gm)])
      .map(([line]) => line.trim());
    expect(required).toEqual(["): NegativeListEntryConnection!"]);
  });
});

describe("a field of an entity that several subgraphs give", () => {
  const refusal = (place: string, type: string, without: string): string =>
    `${place} is not nullable, and ${without} gives a ${type} without it: while ${place.split(":")[0]} does not answer it would take with it what others know, so write it without the last "!".`;

  it.each<[string, string, string, string]>([
    [
      "added to one of ours",
      `type Thing { o: Organization } type Organization @key(fields: "id") { id: ID! a: Int! }`,
      "Organization.a",
      "reference",
    ],
    [
      "that is a list",
      `type Thing { o: Organization } type Organization @key(fields: "id") { id: ID! a: [[Int!]!]! }`,
      "Organization.a",
      "reference",
    ],
    [
      "in an extension",
      `type Thing { o: Organization } ${KEY} extend type Organization { a: Int! }`,
      "Organization.a",
      "reference",
    ],
    [
      "computed from another's",
      `type Thing { o: Organization } type Organization @key(fields: "id") { id: ID! name: String @external a: Int! @requires(fields: "name") }`,
      "Organization.a",
      "reference",
    ],
  ])("%s is refused", (_case, types, field, without) =>
    expect(problemsOf(partner(types))).toEqual([
      refusal(`partner: ${field} (partner.graphql:3)`, "Organization", without),
    ]),
  );

  it("is refused to its owner too, whose answer may be missing where another holds the key", () =>
    expect(
      problemsOf(
        partner(`type Thing @key(fields: "id") { id: ID! name: String! tags: [String!]! }`),
        other(`type Thing @key(fields: "id") { id: ID! stars: Int }`),
      ),
    ).toEqual([
      refusal("partner: Thing.name (partner.graphql:3)", "Thing", "other"),
      refusal("partner: Thing.tags (partner.graphql:3)", "Thing", "other"),
    ]));

  it("is refused where it is a key that not everyone holds", () =>
    expect(
      problemsOf(
        partner(`type Thing @key(fields: "id") @key(fields: "code") { id: ID! code: String! }`),
        other(`type Thing @key(fields: "id") { id: ID! }`),
      ),
    ).toEqual([refusal("partner: Thing.code (partner.graphql:3)", "Thing", "other")]));

  it("is refused where a row is reached by the key of its interface", () =>
    expect(
      problemsOf(
        partner(
          `interface Party @key(fields: "id") { id: ID! } type Thing implements Party @key(fields: "id") { id: ID! name: String! }`,
        ),
        other(`type Party @key(fields: "id") @interfaceObject { id: ID! score: Int! }`),
      ),
    ).toEqual([
      refusal("partner: Thing.name (partner.graphql:3)", "Thing", "other"),
      refusal("other: Party.score (other.graphql:3)", "Party", "partner"),
    ]));

  it("may be required where it is a key of all, one key of several fields, external, or known to one subgraph alone", () => {
    expect(
      problemsOf(
        partner(
          `type Thing @key(fields: "id on dept { code }") { id: ID! on: String! dept: Dept! name: String } type Dept @shareable { code: String! }`,
        ),
        other(
          `type Thing @key(fields: "id on dept { code }") { id: ID! on: String! dept: Dept! name: String @external stars: Int @requires(fields: "name") } type Dept @shareable { code: String! }`,
        ),
      ),
    ).toEqual([]);
    expect(problemsOf(partner(`type Thing @key(fields: "id") { id: ID! name: String! }`))).toEqual([]);
  });

  it("of a value type is refused where others give the type without it", () => {
    const me = (fields: string): string => `extend type Query { me: Me @shareable } type Me { ${fields} }`;
    expect(
      problemsOf(
        partner(`type Thing { a: Int } ${me("name: String! @shareable cases: Int!")}`),
        other(me("name: String! @shareable")),
      ),
    ).toEqual([refusal("partner: Me.cases (partner.graphql:3)", "Me", "other")]);
  });
});

describe("a link to another's entity", () => {
  const refusal = (field: string): string =>
    `partner: ${field} (partner.graphql:3) links to an entity of reference and is not nullable: write it without "!", in a list its elements too.`;

  it.each<[string, string, string]>([
    ["itself", `type Thing { a: Organization! } ${KEY}`, "Thing.a"],
    ["in a list", `type Thing { a: [Organization!] } ${KEY}`, "Thing.a"],
    ["in a nested list", `type Thing { a: [[Organization!]] } ${KEY}`, "Thing.a"],
    [
      "of an interface's field",
      `interface Base { a: Organization! } type Thing { b: Base } type Part implements Base { a: Organization! } ${KEY}`,
      "Base.a",
    ],
    [
      "behind a union",
      `union Party = Person | Organization type Person { n: Int } type Thing { a: Party! } ${KEY}`,
      "Thing.a",
    ],
    [
      "behind an interface",
      `interface Party { id: ID! } type Organization implements Party @key(fields: "id") { id: ID! } type Thing { a: [Party!] }`,
      "Thing.a",
    ],
    [
      "behind an extended union",
      `union Party = Person extend union Party = Organization type Person { n: Int } type Thing { a: Party! } ${KEY}`,
      "Thing.a",
    ],
  ])("%s is refused where it is not nullable", (_case, types, field) =>
    expect(problemsOf(partner(types))).toContain(refusal(field)),
  );

  it("is refused to an entity of another partner", () =>
    expect(
      problemsOf(
        partner(`type Thing @key(fields: "id") { id: ID! name: String }`),
        other(`type Visit { of: Thing! } extend type Query { visit: Visit } type Thing @key(fields: "id") { id: ID! }`),
      ),
    ).toEqual([
      `other: Visit.of (other.graphql:3) links to an entity of partner and is not nullable: write it without "!", in a list its elements too.`,
    ]));

  it("may stand in a list that is itself required, and be required where it is one's own", () =>
    expect(
      problemsOf(
        partner(`type Thing @key(fields: "id") { id: ID! of: [Organization]! own: [Thing!] next: Thing! } ${KEY}`),
      ),
    ).toEqual([]));
});
