/** What every client's cache needs of the schema: records have global ids, and nothing else has an `id` that is another's. */
import { readFileSync } from "node:fs";
import { buildSchema, isObjectType, isScalarType, isSpecifiedScalarType } from "graphql";
import { candidatesOf, globalIdOf } from "../../gateway/own/node/global-id.js";
import { projectPath } from "../../platform/config/index.js";
import { nodeTypes } from "../../platform/graphql/node-types.js";
import { nodeTypesOf } from "../../schema/node-types.js";
import { emitNodeTypes } from "../../schema/sources.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";

const committed = (name: string): string => readFileSync(projectPath(`schema/${name}`), "utf8");
const schema = buildSchema(committed("public.graphql"));
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith("__"));
const isNode = (type: unknown): boolean =>
  isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node");

/** Identified by several fields: parts of another record, which have no query of their own. */
const PARTS = ["DivisionAsOf"];

/** Objects with an `id` of their own that nobody is asked for by it. */
const INSIDE_OTHERS = [
  "ConsultationTopic",
  "DiscretionBenchmark",
  "FundPublication",
  "IntermediaryFinding",
  "Notice",
  "PerformanceTarget",
  "SeverityRule",
];

describe("global ids", () => {
  it("are those of the types that services own, as committed (run npm run schema)", () => {
    const services = SUBGRAPHS.map(({ name }) => ({ name, url: "", sdl: committed(`subgraphs/${name}.graphql`) }));
    expect(nodeTypes()).toEqual(emitNodeTypes(services));
  });

  it.each(SUBGRAPHS.flatMap(({ owns }) => owns).filter((type) => !PARTS.includes(type)))("%s has one", (type) => {
    expect(isNode(schema.getType(type))).toBe(true);
    expect(nodeTypes().map((node) => node.type)).toContain(type);
  });

  it("an object that is no record has no id that another object has", () => {
    const ids = types.filter((type) => {
      const id = isObjectType(type) && !isNode(type) ? type.getFields()["id"] : undefined;
      return id !== undefined && id.deprecationReason == null;
    });
    expect(ids.map(({ name }) => name).sort()).toEqual(INSIDE_OTHERS);
  });

  it("an id that is deprecated says what to ask for", () => {
    const reasons = types.flatMap((type) =>
      isObjectType(type) ? (type.getFields()["id"]?.deprecationReason ?? []) : [],
    );
    expect(reasons.length).toBeGreaterThan(3);
    for (const reason of reasons) expect(reason).toMatch(/: ask for \w+/);
  });

  it.each(types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type)).map(({ name }) => name))(
    "the scalar %s says by which specification it is written, and the page has it",
    (name) => {
      const type = schema.getType(name);
      const url = new URL((isScalarType(type) && type.specifiedByURL) || "none:");
      expect(url.protocol).toBe("https:");
      expect(readFileSync(projectPath("docs/scalars.md"), "utf8")).toContain(`\n## ${name}\n`);
      if (url.hostname !== "www.rfc-editor.org") expect(url.hash).toBe(`#${name.toLowerCase()}`);
    },
  );
});

describe("a type of a service", () => {
  const typesIn = (sdl: string): unknown => nodeTypesOf([{ name: "s", owns: ["A", "B"], sdl }]);

  it("is known by `id` where it has several keys", () =>
    expect(typesIn('type A @key(fields: "code") @key(fields: "id") { id: ID! code: String! }')).toEqual([
      { type: "A", key: "id", scalar: "ID", service: "s" },
    ]));

  it("keeps the review of a key that looks personal", () =>
    expect(
      typesIn(
        'type A @key(fields: "no") { no: Int! @open(reviewed: "2026-01-01", by: "x") } type C @key(fields: "id") { id: ID! }',
      ),
    ).toEqual([{ type: "A", key: "no", scalar: "Int", open: '@open(reviewed: "2026-01-01", by: "x")', service: "s" }]));

  it("has none where several fields are its key, or none is", () =>
    expect(typesIn('type A @key(fields: "a b") { a: ID! b: ID! } type B { id: ID! }')).toEqual([]));
});

describe("an id", () => {
  const nodes = [
    { type: "A", key: "no", scalar: "Int", service: "one" },
    { type: "B", key: "id", scalar: "ID", service: "one" },
    { type: "C", key: "id", scalar: "ID", service: "two" },
  ];
  const typesOf = (id: string): unknown => candidatesOf(id, nodes).map(({ representation }) => representation);

  it("names its type", () => {
    expect(typesOf(globalIdOf("A", 7))).toEqual([{ __typename: "A", no: 7 }]);
    expect(typesOf("C:x:y")).toEqual([{ __typename: "C", id: "x:y" }]);
  });

  it("may be that of each type that has ids of its own", () =>
    expect(typesOf("D:x")).toEqual([
      { __typename: "B", id: "D:x" },
      { __typename: "C", id: "D:x" },
    ]));

  it.each(["A:", "A:1.5", "A:1e3", "A:-1", "A:0x1", "A: 1", "A:12345678901", "", "B:"])("%j is none", (id) =>
    expect(typesOf(id)).toEqual([]),
  );
});
