/** A plan of @apollo/query-planner as our own: plain values, and nothing that no program covers. */
import type {
  FetchNode as ApolloFetch,
  PlanNode as ApolloNode,
  QueryPlanSelectionNode,
  SubscriptionNode,
} from "@apollo/query-planner";
import type { FetchNode, PlanNode, Required } from "../compiled/plan.js";

/** Translates it. Throws where it holds a step that programs know nothing of. */
export const toPlan = (node: ApolloNode | SubscriptionNode): PlanNode => {
  switch (node.kind) {
    case "Sequence":
    case "Parallel":
      return { kind: node.kind, nodes: node.nodes.map(toPlan) };
    case "Flatten":
      return { kind: "Flatten", path: node.path.map(String), node: toPlan(node.node) };
    case "Fetch":
      return fetchOf(node);
    default:
      throw notCovered(node.kind);
  }
};

const notCovered = (step: string): Error => new Error(`No program covers this step of a plan: ${step}.`);

const fetchOf = (node: ApolloFetch): FetchNode => {
  // Arguments from contexts: a supergraph that has them is refused when it is loaded.
  if (node.contextRewrites && node.contextRewrites.length > 0) throw notCovered("contextRewrites");
  const { serviceName, operation, operationName, operationKind, variableUsages, inputRewrites, outputRewrites } = node;
  return {
    kind: "Fetch",
    serviceName,
    operation,
    operationName,
    operationKind,
    variableUsages,
    requires: node.requires?.map(requiredOf),
    inputRewrites,
    outputRewrites,
  };
};

const requiredOf = (selection: QueryPlanSelectionNode): Required => {
  const selections = selection.selections?.map(requiredOf);
  if (selection.kind === "InlineFragment")
    return { kind: "InlineFragment", typeCondition: selection.typeCondition, selections: selections ?? [] };
  if (selection.alias !== undefined) throw notCovered("a required field under an alias");
  return { kind: "Field", name: selection.name, selections };
};
