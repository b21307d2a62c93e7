/** Contracts: what an audience is shown of a graph, what hangs on what, and which tags make one of them no schema. */
import { buildSchema, isInterfaceType, isIntrospectionType, isObjectType } from "graphql";
import { parseContracts, readContracts, type Contract } from "../../platform/config/index.js";
import {
  compose,
  CompositionRefused,
  contractChanges,
  contractSentences,
  readPolicyFacts,
} from "../../platform/composition/index.js";
import { outsideOf } from "../../gateway/generation/outside.js";
import { readSchemaEdition } from "../../gateway/generation/schema-files.js";

const LINKS = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@inaccessible", "@shareable"]) @link(url: "https://specs.govgraph.example/disclosure/v1.0", import: ["@closed"])`;
const CLOSED = `@closed(tier: [NEVER], reason: TRADE_SECRET, basis: "OGI-2019-15")`;

const contract = (given: Partial<Contract>): Contract => ({
  ...{ name: "shown", description: { zh: "示例", en: "An example" }, include: [], exclude: [], closed: true },
  ...given,
});

const composed = (sdl: string, ...contracts: Contract[]): ReturnType<typeof compose> =>
  compose([{ name: "shops", url: "http://127.0.0.1:1/", sdl: `${LINKS}\n${sdl}` }], {
    ...readPolicyFacts(),
    owners: new Map(),
    contracts,
  });

/** Types with the names of their parts, as the contract shows them. */
const shown = (sdl: string, given: Partial<Contract>): Record<string, string[]> => {
  const [made] = composed(sdl, contract(given)).contracts;
  if (!made) return {};
  return Object.fromEntries(
    Object.values(buildSchema(made.schema).getTypeMap())
      .filter((type) => !isIntrospectionType(type))
      .flatMap((type) => ("getFields" in type ? [[type.name, Object.keys(type.getFields())] as const] : [])),
  );
};

const problems = (sdl: string, given: Partial<Contract>): readonly string[] => {
  try {
    composed(sdl, contract(given));
    return [];
  } catch (error) {
    if (!(error instanceof CompositionRefused)) throw error;
    return error.problems;
  }
};

describe("a contract that leaves out", () => {
  const SDL = `
    type Query { shop(id: ID!): Shop staff: [Person] @tag(name: "internal") }
    type Shop @key(fields: "id") { id: ID! name: String ledger: String @tag(name: "internal") owner: Person secret: String ${CLOSED} }
    type Person @tag(name: "internal") { id: ID! }
    enum Unused { A }`;

  it("shows all but what is tagged, what gives it, and what nothing leads to", () => {
    expect(shown(SDL, { exclude: ["internal"] })).toEqual({ Query: ["shop"], Shop: ["id", "name", "secret"] });
    expect(composed(SDL, contract({ exclude: ["internal"] })).contracts[0]!.schema).not.toMatch(/Unused|Person|ledger/);
  });

  it("shows no closed field where it says so, and a field that becomes closed is gone at once", () => {
    expect(shown(SDL, { closed: false })["Shop"]).toEqual(["id", "name", "ledger", "owner"]);
    const closing = SDL.replace("name: String", `name: String ${CLOSED}`);
    expect(shown(closing, { closed: false })["Shop"]).toEqual(["id", "ledger", "owner"]);
  });

  it("never shows what is inaccessible, tagged or not", () =>
    expect(
      shown(`type Query { a: Int b: Int @inaccessible @tag(name: "in") c: Int @tag(name: "in") }`, { include: ["in"] }),
    ).toEqual({ Query: ["c"] }));

  it("leaves arguments and input fields out, with the types that only they name", () =>
    expect(
      shown(
        `type Query { find(by: By, order: Order @tag(name: "internal")): Int }
         input By { name: String within: Within }
         input Within @tag(name: "internal") { metres: Int }
         enum Order { UP }`,
        { exclude: ["internal"] },
      ),
    ).toEqual({ Query: ["find"], By: ["name"] }));
});

describe("a contract that takes", () => {
  const SDL = `
    type Query { shop: Shop @tag(name: "in") shops(first: Int): ShopConnection @tag(name: "in") bills: BillConnection @tag(name: "out") }
    type ShopConnection { nodes: [Shop] totalCount: Int }
    type BillConnection { nodes: [Bill] totalCount: Int }
    type Shop @tag(name: "in") { id: ID! name: String bills: BillConnection late: String @tag(name: "out") }
    type Bill { id: ID! }`;

  it("shows what is tagged of itself or of its type, and lists where their elements are", () =>
    expect(shown(SDL, { include: ["in"], exclude: ["out"] })).toEqual({
      Query: ["shop", "shops"],
      ShopConnection: ["nodes", "totalCount"],
      Shop: ["id", "name"],
    }));

  it("is not there where no root is in it", () => expect(shown(SDL, { include: ["nothing"] })).toEqual({}));

  it("holds an abstract type where all that may stand behind it are in it", () => {
    const abstract = (tag: string): string => `
      type Query { any: Any node: Node a: A @tag(name: "in") @tag(name: "in2") }
      union Any = A | B
      interface Node { id: ID! }
      type A implements Node @tag(name: "in") { id: ID! }
      type B implements Node ${tag} { id: ID! }`;
    const tagged = (sdl: string): string =>
      sdl
        .replace("any: Any node: Node", `any: Any @tag(name: "in2") node: Node @tag(name: "in2")`)
        .replace("interface Node", `interface Node @tag(name: "in")`);
    expect(Object.keys(shown(abstract(""), { include: ["in"] }))).toEqual(["Query", "A"]);
    expect(Object.keys(shown(tagged(abstract(`@tag(name: "in")`)), { include: ["in", "in2"] })).sort()).toEqual([
      "A",
      "B",
      "Node",
      "Query",
    ]);
    expect(problems(tagged(abstract("")), { include: ["in", "in2"] })).toEqual([
      expect.stringMatching(/^shops: Query\.any \(shops\.graphql:3\), contract shown: is tagged into it/),
      expect.stringMatching(/^shops: Query\.node /),
    ]);
  });
});

describe("tags that make a contract invalid are refused, with the place in the owner's file:", () => {
  it.each<[string, string, Partial<Contract>, RegExp]>([
    [
      "an argument that must be given and is left out",
      `type Query { find(by: By!): Int }\ninput By @tag(name: "internal") { name: String }`,
      { exclude: ["internal"] },
      /^shops: Query\.find\(by:\) \(shops\.graphql:2\), contract shown: must be given and is a By, of which nothing is left/,
    ],
    [
      "an input field that must be given and is left out",
      `type Query { find(by: By): Int }\ninput By { name: String! @tag(name: "internal") other: Int }`,
      { exclude: ["internal"] },
      /^shops: By\.name \(shops\.graphql:3\), contract shown: must be given and is left out/,
    ],
    [
      "a value of an enum that is left out alone",
      `type Query { state: State }\nenum State { OPEN SECRET @tag(name: "internal") }`,
      { exclude: ["internal"] },
      /^shops: State\.SECRET \(shops\.graphql:3\), contract shown: .* never narrowed/,
    ],
    [
      "a closed field that is tagged into what holds none",
      `type Query { a: Int @tag(name: "in") b: Int @tag(name: "in") ${CLOSED} }`,
      { include: ["in"], closed: false },
      /^shops: Query\.b \(shops\.graphql:2\), contract shown: is tagged into it and closed/,
    ],
    [
      "a field whose type is not in it",
      `type Query { a: Int @tag(name: "in") shop: Shop @tag(name: "in") }\ntype Shop { id: ID! }`,
      { include: ["in"] },
      /^shops: Query\.shop \(shops\.graphql:2\), contract shown: is tagged into it, and nothing is there/,
    ],
    [
      "a field that an interface promises and a type has not",
      `type Query { node: Node }\ninterface Node { id: ID! name: String }\ntype A implements Node { id: ID! name: String @tag(name: "internal") }`,
      { exclude: ["internal"] },
      /^shops: A\.name \(shops\.graphql:4\), contract shown: is left out of it and Node\.name is not/,
    ],
    [
      "a default that names what is left out",
      `type Query { find(by: By = { name: "x", deep: 1 }): Int }\ninput By { name: String deep: Int @tag(name: "internal") }`,
      { exclude: ["internal"] },
      /^shops: Query\.find\(by:\) \(shops\.graphql:2\), contract shown: has a default that names what of By is left out/,
    ],
  ])("%s", (_case, sdl, given, sentence) => {
    expect(problems(sdl, given)).toEqual([expect.stringMatching(sentence)]);
    // Without the contract it composes.
    expect(composed(sdl).contracts).toEqual([]);
  });
});

describe("contracts of this installation", () => {
  const { publicSchema, policy, contracts = [] } = readSchemaEdition();
  const whole = buildSchema(publicSchema!);

  it("are declared once each, in few words", () => {
    expect(readContracts().map(({ name }) => name)).toEqual(["open-data", "partner"]);
    const one = { name: "a", description: { zh: "甲", en: "A" } };
    expect(() => parseContracts(JSON.stringify([one, one]))).toThrow(/the contract a is declared twice/);
    expect(() => parseContracts(JSON.stringify([{ ...one, name: "../a" }]))).toThrow(/contracts\.json: 0\.name/);
    expect(() => parseContracts(JSON.stringify([{ ...one, includes: [] }]))).toThrow(/contracts\.json/);
  });

  it.each(contracts.map(({ name, schema }) => [name, schema]))("%s is part of the public schema", (_name, schema) =>
    expect(outsideOf(buildSchema(schema), whole)).toBeUndefined(),
  );

  it("open-data holds no field that is closed to anyone, and nobody's own", () => {
    const closed = new Set(policy.fields.map(({ type, field }) => `${type}.${field}`));
    const schema = buildSchema(contracts.find(({ name }) => name === "open-data")!.schema);
    const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
      (isObjectType(type) || isInterfaceType(type)) && !isIntrospectionType(type)
        ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
        : [],
    );
    expect(fields.length).toBeGreaterThan(500);
    expect(fields.filter((field) => closed.has(field))).toEqual([]);
    for (const root of ["me", "mySubsidies", "serviceCase", "repairCases"])
      expect(fields).not.toContain(`Query.${root}`);
  });

  it("a part of another schema is told by the first place that is not of it", () => {
    const part = (sdl: string): string | undefined =>
      outsideOf(
        buildSchema(sdl),
        buildSchema(`type Query { a(b: Int!, c: Int = 1): Int d: E } enum E { X } type F { g: Int }`),
      );
    expect(part("type Query { a(b: Int!): Int }")).toBeUndefined();
    expect(part("type Query { a(b: Int!, c: Int = 2): Int }")).toBe("Query.a(c:)");
    expect(part("type Query { a: Int }")).toBe("Query.a(b:)");
    expect(part("type Query { a(b: Int!): String }")).toBe("Query.a");
    expect(part("type Query { d: E } enum E { X Y }")).toBe("E.Y");
    expect(part("type Query { d: E } scalar E")).toBe("E");
    expect(part("type Query { h: Int }")).toBe("Query.h");
  });

  it("a part is not of a schema where more stands behind its abstract types, or more is valid as an input", () => {
    const whole = buildSchema(`
      type Query { node: Node any: Any find(by: By): Int }
      interface Node { id: ID! } type A implements Node { id: ID! } type B implements Node { id: ID! }
      union Any = A | B
      input By @oneOf { id: ID name: String }`);
    const part = (sdl: string): string | undefined => outsideOf(buildSchema(sdl), whole);
    const node = "type Query { node: Node } interface Node { id: ID! } type A implements Node { id: ID! }";
    expect(part(`${node} type B implements Node { id: ID! }`)).toBeUndefined();
    expect(part(node)).toBe("Node");
    expect(part(`${node} type B { id: ID! }`)).toBe("Node");
    expect(part("type Query { any: Any } union Any = A type A { id: ID! }")).toBe("Any");
    expect(part("type Query { find(by: By): Int } input By @oneOf { id: ID }")).toBeUndefined();
    expect(part("type Query { find(by: By): Int } input By { id: ID name: String }")).toBe("By");
  });

  it("changes are told in sentences", () => {
    const before = [{ name: "a", schema: "type Query { x: Int y(z: Int): Int }" }];
    const after = [
      { name: "a", schema: "type Query { x(n: Int): Int }" },
      { name: "b", schema: "type Query { x: Int }" },
    ];
    expect(contractSentences(contractChanges(before, after))).toEqual([
      "a: adds Query.x(n:); takes out Query.y.",
      "b: adds Query.x.",
    ]);
    expect(contractChanges(after, after)).toEqual([]);
  });
});
