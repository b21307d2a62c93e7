/** Documents within the limits that give a planner as many ways as they can: few plans are compared, of our graph and of any other. */
import { composeServices } from "@apollo/composition";
import { QueryPlanner } from "@apollo/query-planner";
import { operationFromDocument, Supergraph } from "@apollo/federation-internals";
import { buildSchema, parse, print } from "graphql";
import { compileDocument } from "../../gateway/document/compile.js";
import { checkCost } from "../../gateway/document/cost-limits.js";
import { readCostDirectives } from "../../gateway/document/cost-directives.js";
import { measureCost } from "../../gateway/document/cost.js";
import { checkDocument } from "../../gateway/document/document-limits.js";
import { createApolloPlanner, MOST_EVALUATED_PLANS } from "../../gateway/engine/planning/apollo-planner.js";
import { withoutSecurityLinks } from "../../gateway/engine/security-links.js";
import { createFieldOwners } from "../../gateway/generation/field-owners.js";
import { readSchemaEdition } from "../../gateway/generation/schema-files.js";
import { createRuleIndex } from "../../gateway/disclosure/rule-index.js";
import { NOTHING_CLOSED } from "../support/fixture-gateway.js";
import { overlapsOf } from "../support/explosions.js";
import { FEDERATION_2 } from "../support/federated-graph.js";

/** Plans that @apollo/query-planner compares where nobody says how many. */
const VENDORS_MOST = 10_000;

const evaluatedBy = (supergraph: Supergraph, document: string): number => {
  const planner = new QueryPlanner(supergraph);
  planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), parse(document)));
  return planner.lastGeneratedPlanStatistics()!.evaluatedPlanCount;
};

describe("[A06] the worst documents of the graph", () => {
  const edition = readSchemaEdition();
  const schema = buildSchema(edition.publicSchema!);
  const supergraph = withoutSecurityLinks(edition.supergraph);
  const overlaps = overlapsOf(schema, createFieldOwners(edition.supergraph));
  const model = { schema, directives: readCostDirectives(edition.supergraph) };

  /** The largest of an overlap that the limits let through. */
  const largest = ({ document }: (typeof overlaps)[number]): string => {
    for (let selections = 95; selections > 0; selections--) {
      const text = document(selections);
      try {
        checkCost(measureCost(checkDocument(text, "signedIn", { introspection: false }), {}, model), "signedIn");
        return text;
      } catch {
        // One selection less.
      }
    }
    throw new Error("No document is within the limits.");
  };

  /** As the engine plans it. */
  const asPlanned = (text: string): string => {
    const rules = createRuleIndex(NOTHING_CLOSED, schema);
    const { document } = compileDocument(parse(text), { schema, rules, variables: {}, isDenied: () => false });
    return print(document!);
  };

  it("are of every type whose fields several services give, and of every union", () => {
    expect(overlaps.length).toBeGreaterThan(10);
    expect(overlaps.map(({ name }) => name)).toEqual(expect.arrayContaining(["Organization", "Division", "Recipient"]));
  });

  it("are planned by comparing two hundred plans at most, whatever the planner would compare by itself", () => {
    const whole = Supergraph.build(supergraph);
    const planner = createApolloPlanner(supergraph);
    const counts = overlaps.map((overlap) => {
      const document = asPlanned(largest(overlap));
      expect(planner.plan(document)).toBeDefined();
      return [overlap.name, planner.evaluated(), evaluatedBy(whole, document)] as const;
    });
    // The limit takes nothing from a plan of our graph: no document has as many ways.
    expect(counts.filter(([, ours, vendors]) => ours > MOST_EVALUATED_PLANS || ours !== vendors)).toEqual([]);
    expect(counts.every(([, ours]) => ours >= 1)).toBe(true);
  });
});

describe("[A06] a graph in which every field is given by many services", () => {
  const SERVICES = ["a", "b", "c", "d"];
  const { supergraphSdl, errors } = composeServices(
    SERVICES.map((name) => ({
      name,
      url: "",
      typeDefs: parse(`${FEDERATION_2}
        type Query { ${name}Things: [Thing] }
        type Thing @key(fields: "id") { id: ID! ${
          name === "a" ? "" : Array.from({ length: 8 }, (_, index) => `f${index}: Int @shareable`).join(" ")
        } ${name}Own: Int }`),
    })),
  );
  if (errors) throw new AggregateError(errors, "The graph does not compose.");

  it("is planned by comparing two hundred, where the planner alone would compare thousands", () => {
    const document = `{ aThings { ${Array.from({ length: 8 }, (_, index) => `f${index}`).join(" ")} bOwn cOwn dOwn } }`;
    expect(MOST_EVALUATED_PLANS).toBeLessThanOrEqual(200);
    expect(evaluatedBy(Supergraph.build(supergraphSdl!), document)).toBeGreaterThan(VENDORS_MOST / 10);
    const planner = createApolloPlanner(supergraphSdl!);
    const plan = JSON.stringify(planner.plan(document));
    expect(planner.evaluated()).toBeGreaterThan(1);
    expect(planner.evaluated()).toBeLessThanOrEqual(MOST_EVALUATED_PLANS);
    for (const field of ["f0", "f7", "bOwn", "cOwn", "dOwn"]) expect(plan).toContain(field);
  });
});
