/** The real graph over a made world: an engine behind the gateway's own layer, and one schema that is asked for the same in one piece. */
import { buildSchema, execute, parse, printSchema, type ExecutionResult, type GraphQLSchema } from "graphql";
import { readSchemaEdition } from "../../../gateway/generation/schema-files.js";
import type { LoadEngine } from "../../../gateway/engine/query-engine.js";
import { startGraphOf, type Facts, type FederatedGraph, type GraphOptions } from "../federated-graph.js";
import { createMadeServices, type MadeServices } from "./made-services.js";

/** Graphs over one world. */
export interface MadeGraphs {
  readonly made: MadeServices;
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** What a graph of one service would answer. */
  whole(query: string, variables: Facts): Promise<ExecutionResult>;
  /** Starts an engine over the services. */
  start(loadEngine: LoadEngine, instead?: GraphOptions["instead"]): Promise<FederatedGraph>;
}

const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** Makes the world. */
export const createMadeGraphs = (): MadeGraphs => {
  const { supergraph, publicSchema } = readSchemaEdition();
  const schema = buildSchema(publicSchema!);
  const whole = buildSchema(printSchema(schema));
  const made = createMadeServices(whole);
  return {
    made,
    schema,
    async whole(query, variableValues) {
      const { resolve: fieldResolver, typeOf: typeResolver } = made.world;
      return plain(
        await execute({ schema: whole, document: parse(query), variableValues, fieldResolver, typeResolver }),
      );
    },
    start: (loadEngine, instead) =>
      startGraphOf(supergraph, (service, query, variables) => made.services.get(service)!.ask(query, variables), {
        loadEngine,
        ...(instead ? { instead } : {}),
      }),
  };
};
