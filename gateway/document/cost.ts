/** What a document costs, measured before it is validated or planned: list items, weighted cost, and fields below abstract types. */
import type { DocumentNode } from "graphql";
import { CostMeasure, type CostModel } from "./cost-measure.js";
import { fragmentsOf, hasCycle, operationOf } from "./fragments.js";
import { variablesOf } from "./list-size.js";

export type { CostModel } from "./cost-measure.js";

/** The numbers of one document. */
export interface DocumentCost {
  /** List items that an answer may have: the product of list lengths down the document. Single objects and scalars are 0. */
  readonly nodes: number;
  /** Weighted cost of the public specification: an object is 1, a scalar 0, unless `@cost` says otherwise. */
  readonly weighted: number;
  /** Fields at and below abstract types, each counted for every type that its object can have: what makes planning slow. */
  readonly abstractFields: number;
}

/** A cost with nothing in it. */
export const NO_COST: DocumentCost = { nodes: 0, weighted: 0, abstractFields: 0 };

/** Measures the one operation of a document. What is not in the schema counts nothing: validation refuses it. */
export const measureCost = (document: DocumentNode, variables: unknown, model: CostModel): DocumentCost => {
  const operation = operationOf(document);
  const root = operation && model.schema.getRootType(operation.operation);
  if (!root) return NO_COST;
  const fragments = fragmentsOf(document);
  if (hasCycle(fragments)) return NO_COST;
  const measure = new CostMeasure(fragments, variablesOf(operation, variables), model);
  const { nodes, weighted } = measure.object([operation.selectionSet], root, false, undefined);
  return { nodes, weighted, abstractFields: measure.abstractFields };
};
