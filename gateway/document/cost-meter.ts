/** Measures documents by the schema that is in use. */
import type { DocumentNode, GraphQLSchema } from "graphql";
import { measureCost, NO_COST, type CostModel, type DocumentCost } from "./cost.js";
import { readCostDirectives } from "./cost-directives.js";

/** Measures documents. */
export interface CostMeter {
  /** Takes a schema into use, with the supergraph whose weights hold for it. */
  use(schema: GraphQLSchema, supergraph: string): void;
  /** Before a schema is in use nothing costs anything: nothing is executed either. */
  measure(document: DocumentNode, variables: unknown): DocumentCost;
}

/** Creates a meter without a schema. */
export const createCostMeter = (): CostMeter => {
  let model: CostModel | undefined;
  return {
    use(schema, supergraph) {
      model = { schema, directives: readCostDirectives(supergraph) };
    },
    measure: (document, variables) => (model ? measureCost(document, variables, model) : NO_COST),
  };
};
