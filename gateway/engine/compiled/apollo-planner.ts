/** Plans with @apollo/query-planner (Elastic License 2.0; decision 52 says how it can be replaced). */
import { operationFromDocument, Supergraph } from "@apollo/federation-internals";
import { QueryPlanner } from "@apollo/query-planner";
import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from "graphql";
import type { Planner, PlanNode } from "./plan.js";

/** Creates the planner of a supergraph. Throws where it is no good. */
export const createApolloPlanner = (text: string): Planner => {
  const supergraph = Supergraph.build(text);
  const api = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph);
  const overrideConditions = overridesOf(text);
  return {
    schema: api.toGraphQLJSSchema(),
    isOfType: createIsOfType(supergraph.schema.toGraphQLJSSchema()),
    plan(document) {
      const { node } = planner.buildQueryPlan(operationFromDocument(api, document), { overrideConditions });
      return node as PlanNode | undefined;
    },
  };
};

/** Labels of fields that move from service to service: in force is what all requests are to take, `percent(100)`; of a smaller share none is taken. */
const overridesOf = (text: string): Map<string, boolean> =>
  new Map([...text.matchAll(/overrideLabel: "([^"]*)"/g)].map(([, label]) => [label!, label === "percent(100)"]));

const createIsOfType =
  (schema: GraphQLSchema): Planner["isOfType"] =>
  (typename, condition) => {
    if (typename === condition) return true;
    const type = schema.getType(typename);
    const wanted = schema.getType(condition);
    return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
  };
