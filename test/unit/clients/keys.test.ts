/** Keys of objects in caches: those of the public schema, and no object under another's. */
import { readFileSync } from "node:fs";
import { buildSchema, printSchema } from "graphql";
import { dataIdOf, graphcacheKeys, KEYS } from "../../../clients/typescript/src/index.js";
import { splitDescription } from "../../../docs/glossary.js";
import { describeKeys, keysByType } from "../../../platform/bundle/cache-keys.js";
import { projectPath } from "../../../platform/config/index.js";

const SUPERGRAPH = `
  type Query @join__type(graph: A) { a: A }
  type A @join__type(graph: A, key: "id") @join__type(graph: B, key: "code") { id: ID! code: ID! }
  type B @join__type(graph: A, key: "secret") @join__type(graph: B, key: "x y") @join__type(graph: C, key: "no") { x: ID! y: ID! no: ID! }
  type C @join__type(graph: A, key: "secret") { id: ID! }
  type D @join__type(graph: A) { id: ID! }
  type Hidden @join__type(graph: A, key: "no") { no: ID! }
`;
const PUBLIC = `
  type Query { a: A }
  type A { id: ID! code: ID! }
  type B { x: ID! y: ID! no: ID! }
  type C { id: ID! }
  type D { id: ID! }
`;

describe("keys of objects", () => {
  it("are the shortest that are public; id is taken for granted, and an id that is no key is none", () => {
    expect([...keysByType(buildSchema(PUBLIC), SUPERGRAPH)]).toEqual([
      ["B", ["no"]],
      ["C", []],
      ["D", []],
    ]);
  });

  it("stand in the descriptions of the public schema, where a cache would think otherwise", () => {
    const schema = buildSchema(PUBLIC);
    describeKeys(schema, SUPERGRAPH);
    const said = ["A", "B", "C"].map((name) => schema.getType(name)?.description);
    expect(said).toEqual([undefined, "B\n\nKey: `no`.", "C\n\nKey: none, it is kept inside its parent."]);
    expect(buildSchema(printSchema(schema)).getType("B")?.description).toBe("B\n\nKey: `no`.");
    const ours = buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"));
    for (const [name, [...key]] of Object.entries(KEYS)) {
      const type = ours.getType(name);
      if (key.length > 0) expect(type?.description).toMatch(new RegExp(`\\n\\nKey: \`${key.join(" ")}\`\\.$`));
    }
    expect(splitDescription(ours.getType("Division")?.description)?.chinese).toBe("行政区划");
  });

  it("of the graph name fields that it has, and leave no type without id to a cache's guess", () => {
    expect(KEYS).toMatchObject({ Division: ["code"], ServiceCase: ["caseNo"], Situation: [], ReportLine: [] });
    expect(Object.keys(KEYS).filter((name) => ["Query", "Mutation", "Organization"].includes(name))).toEqual([]);
    const sdl = readFileSync(projectPath("schema/public.graphql"), "utf8").replaceAll(/"""[^]*?"""/g, "");
    const withoutId = [...sdl.matchAll(/^type (\w+)[^{]*\{([^}]*)\}/gm)].flatMap(([, name, fields]) =>
      /^ {2}id: /m.test(fields!) ? [] : [name!],
    );
    expect(withoutId.filter((name) => !(name in KEYS))).toEqual(["Query", "Mutation", "Subscription"]);
    expect(withoutId.length).toBeGreaterThan(100);
  });

  it("are whole, or the object stays inside its parent", () => {
    expect(graphcacheKeys["DivisionAsOf"]!({ code: "222401", on: "2020-01-01" })).toBe("222401|2020-01-01");
    expect(graphcacheKeys["DivisionAsOf"]!({ code: "222401" })).toBeNull();
    expect(graphcacheKeys["Division"]!({ code: null })).toBeNull();
    expect(graphcacheKeys["Situation"]!({ id: "1" })).toBeNull();
  });

  it("of Relay hold the type, so that two types share no record", () => {
    expect(dataIdOf({ id: "1" }, "Organization")).toBe("Organization:1");
    expect(dataIdOf({ id: "1" }, "LegalBasis")).toBe("LegalBasis:1");
    expect(dataIdOf({ id: "1" }, "Situation")).toBeUndefined();
    expect(dataIdOf({ name: "x" }, "Organization")).toBeUndefined();
  });
});
