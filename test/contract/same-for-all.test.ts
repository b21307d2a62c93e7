/** What the policy table says is the same whoever asks: found from what schemas declare, and nothing that is in doubt. */
import "reflect-metadata";
import { compose, CompositionRefused, type Composition } from "../../platform/composition/index.js";
import { loadPolicy, type FieldsSameForAll } from "../../platform/disclosure/table/index.js";
import { compositionFacts } from "../../schema/sources.js";
import { createSameForAll } from "../../gateway/disclosure/same-for-all.js";

const LINKS = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires"])
  @link(url: "https://specs.govgraph.example/disclosure/v1.0", import: ["@closed", "@personal", "@open", "@aggregate", "@record", "@sameForAll"])
`;
const SECRET = `@closed(tier: [NEVER], reason: INTERNAL_AFFAIRS, basis: "OGI-2019-16")`;

const composed = (types: string, { enforces = true, others = "" } = {}): Composition =>
  compose(
    [
      { name: "own", url: "http://127.0.0.1:1/", sdl: `${LINKS}\n${types}` },
      ...(others === "" ? [] : [{ name: "other", url: "http://127.0.0.1:2/", sdl: `${LINKS}\n${others}` }]),
    ],
    {
      ...compositionFacts(),
      owners: new Map(),
      subgraphs: new Map(["own", "other"].map((name) => [name, { enforces, owner: { zh: name, en: name } }])),
    },
  );

const foundIn = (types: string, more?: { enforces?: boolean; others?: string }): FieldsSameForAll | undefined =>
  composed(types, more).policy.sameForAll?.["own"];

const problemsOf = (types: string): readonly string[] => {
  try {
    composed(types);
  } catch (error) {
    if (error instanceof CompositionRefused) return error.problems;
    throw error;
  }
  return [];
};

const SAME = `type Query { place(code: ID!): Place @sameForAll places: PlaceConnection @sameForAll other: Place }
  type Place @key(fields: "code") @sameForAll { code: ID! name: String kind: Kind parent: Place }
  type PlaceConnection { totalCount: Int pageInfo: PageInfo nodes: [Place] edges: [PlaceEdge!]! }
  type PlaceEdge { cursor: String node: Place }
  type PageInfo @shareable { endCursor: String }
  enum Kind { CITY COUNTY }`;

describe("the table", () => {
  it("holds marked types, marked roots and the lists of marked types", () => {
    expect(foundIn(SAME)).toEqual({
      PageInfo: { endCursor: null },
      Place: { code: null, name: null, kind: null, parent: "Place" },
      PlaceConnection: { totalCount: null, pageInfo: "PageInfo", nodes: "Place", edges: "PlaceEdge" },
      PlaceEdge: { cursor: null, node: "Place" },
      Query: { place: "Place", places: "PlaceConnection" },
    });
  });

  it("holds nothing of a subgraph that does not enforce its closed fields", () => {
    expect(foundIn(SAME, { enforces: false })).toBeUndefined();
    const { policy } = composed(SAME, { enforces: false });
    expect(createSameForAll(policy)("own", `{ place(code: "1") { name } }`)).toBe(false);
  });

  it.each([
    ["is closed", `secret: String ${SECRET}`],
    ["hides small groups", `few: Int @aggregate(minGroup: 5) suppressed: Boolean`],
    ["gives objects of an unmarked type", `owner: Owner`],
    ["gives a list of an unmarked type", `owners: OwnerConnection`],
    ["gives one of several types", `either: Either`],
  ])("leaves out a field that %s", (_title, field) => {
    const types = SAME.replace("parent: Place }", `parent: Place ${field} }`);
    const found = foundIn(`${types}
      type Owner { name: String }
      type OwnerConnection { totalCount: Int nodes: [Owner] }
      union Either = Place | Owner`);
    const [name] = field.split(":");
    expect(found!["Place"]).not.toHaveProperty(name!);
    expect(found!["Place"]).toHaveProperty("parent");
    expect(Object.keys(found!)).not.toContain("OwnerConnection");
  });

  it("holds the marked fields of a type that is not marked, and no list of it", () => {
    const types = SAME.replace("parent: Place }", "parent: Place owner: Owner owners: OwnerConnection }");
    const found = foundIn(`${types}
      type Owner { id: ID! @sameForAll name: String area: Place @sameForAll }
      type OwnerConnection { totalCount: Int nodes: [Owner] }`);
    expect(found!["Owner"]).toEqual({ id: null, area: "Place" });
    expect(found!["Place"]).toHaveProperty("owner", "Owner");
    expect(found!["Place"]).not.toHaveProperty("owners");
  });

  it("leaves out what another subgraph gives, and what another subgraph closes", () => {
    const others = `type Query { elsewhere: Int } type Place @key(fields: "code") { code: ID! told: String }`;
    const types = SAME.replace(
      "parent: Place }",
      `parent: Place told: String @external again: String @requires(fields: "told") }`,
    );
    const found = foundIn(types, { others });
    expect(found!["Place"]).not.toHaveProperty("told");
    expect(found!["Place"]).toHaveProperty("again");
    expect(composed(types, { others }).policy.sameForAll).not.toHaveProperty("other");
  });

  it("leaves out what an extension of the type closes", () => {
    const found = foundIn(`${SAME} extend type Place { secret: String ${SECRET} area: Int }`);
    expect(found!["Place"]).not.toHaveProperty("secret");
    expect(found!["Place"]).toHaveProperty("area");
  });
});

describe("composition refuses", () => {
  it.each<[string, string, RegExp]>([
    [
      "a marked type of personal data",
      SAME.replace(
        `@sameForAll { code: ID! name: String`,
        `@sameForAll @personal(category: OTHER) { code: ID! @open(reviewed: "2026-11-24", by: "own") name: String ${SECRET}`,
      ),
      /Place .*is @personal and @sameForAll/,
    ],
    [
      "a mark on a mutation",
      `${SAME} type Mutation { touch: Int @sameForAll }`,
      /Mutation\.touch .*is done as whoever asks/,
    ],
    [
      "a mark on a closed root",
      SAME.replace("other: Place", `other: Place @sameForAll ${SECRET}`),
      /Query\.other .*is @sameForAll and @closed/,
    ],
  ])("%s", (_title, types, problem) => {
    expect(problemsOf(types).join("\n")).toMatch(problem);
  });
});

describe("the committed table", () => {
  const table = loadPolicy();
  const places = Object.entries(table.sameForAll ?? {}).flatMap(([subgraph, types]) =>
    Object.entries(types).flatMap(([type, fields]) => Object.keys(fields).map((field) => ({ subgraph, type, field }))),
  );

  it("closes nothing of what is the same for all, and hides no small group there", () => {
    const at = ({ type, field }: { type: string; field: string }): string => `${type}.${field}`;
    const decided = new Set([...table.fields, ...table.aggregates].map(at));
    expect(places.filter((place) => decided.has(at(place)))).toEqual([]);
    const personal = new Set(table.personal.filter(({ field }) => field === undefined).map(({ type }) => type));
    expect(places.filter(({ type }) => personal.has(type))).toEqual([]);
    expect(places.length).toBeGreaterThan(100);
  });

  it("has no type that says whose its rows are, but for organisations, whose one closed field needs it", () => {
    const owned = places.filter(({ subgraph, type }) => table.records[subgraph]?.[type] !== undefined);
    expect([...new Set(owned.map(({ type }) => type))]).toEqual(["Organization"]);
  });
});
