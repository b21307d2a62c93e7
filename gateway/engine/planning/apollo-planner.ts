/** Plans with @apollo/query-planner (Elastic License 2.0; decision 52 says how it can be replaced). */
import { operationFromDocument, Supergraph, type Schema } from "@apollo/federation-internals";
import { QueryPlanner } from "@apollo/query-planner";
import { parse, printSchema } from "graphql";
import type { PlanNode } from "../compiled/plan.js";
import { toPlan } from "./apollo-plan.js";
import type { LoadedGraph } from "./protocol.js";

/**
 * Most plans that are compared for one document. What several services give can be fetched in as many ways as they multiply to; beyond it
 * the planner drops the longest of them (threat A06).
 */
export const MOST_EVALUATED_PLANS = 200;

/** The planner of one supergraph. */
export interface ApolloPlanner {
  readonly graph: LoadedGraph;
  /** The plan of a document with one operation; undefined where no service is needed. Throws where there is none. */
  plan(document: string): PlanNode | undefined;
  /** How many plans the last one was chosen from. */
  evaluated(): number;
}

/** Creates it. Throws where the supergraph is no good. */
export const createApolloPlanner = (text: string): ApolloPlanner => {
  const supergraph = Supergraph.build(text);
  const api = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph, { debug: { maxEvaluatedPlans: MOST_EVALUATED_PLANS } });
  const overrideConditions = overridesOf(text);
  return {
    graph: { schema: printSchema(api.toGraphQLJSSchema()), subtypes: subtypesOf(supergraph.schema) },
    plan(document) {
      const operation = operationFromDocument(api, parse(document, { noLocation: true }));
      const { node } = planner.buildQueryPlan(operation, { overrideConditions });
      return node && toPlan(node);
    },
    evaluated: () => planner.lastGeneratedPlanStatistics()?.evaluatedPlanCount ?? 0,
  };
};

/** Labels of fields that move from service to service: in force is what all requests are to take, `percent(100)`; of a smaller share none is taken. */
const overridesOf = (text: string): Map<string, boolean> =>
  new Map([...text.matchAll(/overrideLabel: "([^"]*)"/g)].map(([, label]) => [label!, label === "percent(100)"]));

const subtypesOf = (schema: Schema): LoadedGraph["subtypes"] => {
  const subtypes = new Map<string, Set<string>>();
  const add = (abstract: string, type: string): void =>
    void subtypes.set(abstract, (subtypes.get(abstract) ?? new Set()).add(type));
  for (const type of [...schema.objectTypes(), ...schema.interfaceTypes()])
    for (const { name } of type.interfaces()) add(name, type.name);
  for (const union of schema.unionTypes()) for (const { name } of union.types()) add(union.name, name);
  return subtypes;
};
