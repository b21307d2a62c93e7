/** Nothing falls back: a program covers every step of the plans of our documents, and a step that it does not cover is refused by name. */
import type { FetchNode, PlanNode } from "@apollo/query-planner";
import { buildSchema } from "graphql";
import { createApolloPlanner, type ApolloPlanner } from "../../../gateway/engine/planning/apollo-planner.js";
import { toPlan } from "../../../gateway/engine/planning/apollo-plan.js";
import { withoutSecurityLinks } from "../../../gateway/engine/security-links.js";
import { readSchemaFile } from "../../../gateway/generation/schema-files.js";
import { planningDocument } from "../../support/planning-documents.js";
import { SHOWCASE, showcaseRequest } from "../../support/showcase.js";

const FETCH = {
  kind: "Fetch",
  serviceName: "a",
  operation: "{ a }",
  operationName: undefined,
  operationKind: "query",
} as unknown as FetchNode;

/** Every kind of step that the planner can give, by whether a program covers it; a new kind is an error of types. */
const STEPS: { readonly [Kind in PlanNode["kind"] | "Subscription"]: readonly [object, boolean] } = {
  Fetch: [FETCH, true],
  Sequence: [{ kind: "Sequence", nodes: [FETCH] }, true],
  Parallel: [{ kind: "Parallel", nodes: [FETCH] }, true],
  Flatten: [{ kind: "Flatten", path: ["a", "@"], node: FETCH }, true],
  Condition: [{ kind: "Condition", condition: "v0", ifClause: FETCH }, false],
  Defer: [{ kind: "Defer", primary: { node: FETCH }, deferred: [] }, false],
  Subscription: [{ kind: "Subscription", primary: FETCH }, false],
};

describe("a step of a plan", () => {
  it.each(Object.entries(STEPS))("%s is covered, or refused by its name", (kind, [step, covered]) => {
    const translate = (): object => toPlan(step as PlanNode);
    if (covered) expect(translate()).toMatchObject({ kind });
    else expect(translate).toThrow(`No program covers this step of a plan: ${kind}.`);
  });

  it.each([
    ["contextRewrites", { ...FETCH, contextRewrites: [{ kind: "KeyRenamer", path: ["..", "a"], renameKeyTo: "b" }] }],
    ["a required field under an alias", { ...FETCH, requires: [{ kind: "Field", name: "a", alias: "b" }] }],
  ])("with %s is refused", (what, step) => {
    expect(() => toPlan(step as unknown as PlanNode)).toThrow(what);
  });

  it("is plain: nothing of the planner's goes along", () => {
    const plan = toPlan({ ...FETCH, operationDocumentNode: {}, id: "1" } as unknown as PlanNode);
    expect(Object.keys(structuredClone(plan))).not.toEqual(expect.arrayContaining(["operationDocumentNode"]));
  });
});

describe("plans of our documents", () => {
  const planner: ApolloPlanner = createApolloPlanner(withoutSecurityLinks(readSchemaFile("supergraph.graphql")));
  const schema = buildSchema(readSchemaFile("public.graphql"));

  it.each([
    ...SHOWCASE.map(({ name }) => [name, showcaseRequest(name).query]),
    ...[1, 2, 3].map((number) => [`a wide document ${number}`, planningDocument(schema, number, 9)]),
  ])("are covered: %s", (_name, query) => {
    expect(planner.plan(query!)).toBeDefined();
  });
});
