/** What anybody may keep: nothing that credit says of a body, nor what other services make of it. */
import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, isAbstractType, isObjectType, parse, type GraphQLNamedType } from "graphql";
import { cachedFields } from "../../platform/composition/cached-fields.js";
import { projectPath } from "../../platform/config/index.js";
import type { PolicyTable } from "../../platform/disclosure/table/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";

const committed = (name: string): string => readFileSync(projectPath(`schema/${name}`), "utf8");
const { cached = {} } = JSON.parse(committed("policy.json")) as PolicyTable;

const CREDIT = `
  type Query { listed: [Body] @cacheControl(maxAge: 60) codes: [String] @cacheControl(maxAge: 300) }
  type Body @key(fields: "id") { id: ID! onList: Boolean @cacheControl(maxAge: 0) }
`;
const MARKET = `
  type Query { codes: [String] @cacheControl(maxAge: 30) mine: String @cacheControl }
  type Body @key(fields: "id") {
    id: ID! onList: Boolean @external name: String @external
    gate: String @requires(fields: "onList")
    label: String @requires(fields: "name")
  }
`;
const CASES = `
  type Body @key(fields: "id") { id: ID! gate: String @external }
  type Case @key(fields: "no") { no: ID! body: Body @external warning: String @requires(fields: "body { gate }") }
`;

describe("fields of which nothing is kept", () => {
  it("are those that say so, and those that services make of them, however many lie between", () => {
    const found = cachedFields([CASES, MARKET, CREDIT].map((sdl) => parse(sdl)));
    expect(Object.fromEntries(found)).toEqual({
      ...{ listed: 60, codes: 30, mine: 0 },
      ...{ "Body.onList": 0, "Body.gate": 0, "Case.warning": 0 },
    });
  });

  it("are the gate, the check and the findings of the market too", () => {
    for (const field of ["creditGate", "bidCreditCheck", "seriousListFindings", "intermediaryComposites"])
      expect([field, cached[`Organization.${field}`]]).toEqual([field, 0]);
  });

  it("stand before every record of credit; codes and rules are nobody's", () => {
    const typesOfService = (name: string): string[] =>
      parse(committed(`subgraphs/${name}.graphql`)).definitions.flatMap((each) =>
        each.kind === "ObjectTypeDefinition" ? [each.name.value] : [],
      );
    const others = new Set(
      SUBGRAPHS.filter(({ name }) => name !== "credit").flatMap(({ name }) => typesOfService(name)),
    );
    const ofCredit = new Set(typesOfService("credit").filter((type) => !others.has(type)));
    const schema = buildSchema(committed("public.graphql"));
    const seen = new Set<GraphQLNamedType>();
    const walk = (type: GraphQLNamedType): void => {
      if (seen.has(type)) return;
      seen.add(type);
      if (isAbstractType(type)) return schema.getPossibleTypes(type).forEach(walk);
      if (!isObjectType(type)) return;
      for (const field of Object.values(type.getFields()))
        if (cached[`${type.name}.${field.name}`] !== 0) walk(getNamedType(field.type));
    };
    for (const field of Object.values(schema.getQueryType()!.getFields()))
      if ((cached[field.name] ?? 0) > 0) walk(getNamedType(field.type));
    const reached = [...seen].map(({ name }) => name).filter((name) => ofCredit.has(name));
    expect(seen.size).toBeGreaterThan(100);
    expect(reached.map((name) => name.replace(/Connection$|Edge$/, "")).sort()).toEqual([
      ...["Measure", "Measure", "Measure", "SeverityRule", "SeverityRule", "SeverityRule"],
    ]);
  });
});
