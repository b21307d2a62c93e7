/** The engine that compiles plans into programs: nothing that is the same for every request is worked out twice. */
import { buildSchema, GraphQLError } from "graphql";
import { parseArgumentsAsServices } from "../argument-parsers.js";
import { createPlanQueue } from "../plan-queue.js";
import { PLANNING_THREAD } from "../planning/planning-thread.js";
import type { LoadEngine } from "../query-engine.js";
import { withoutSecurityLinks } from "../security-links.js";
import type { Program } from "./program.js";
import { createPrograms, type PlanListener } from "./programs.js";
import { runProgram } from "./run-program.js";

/** Creates the engines of supergraphs; their plans are made in one queue, off the event loop. */
export const createCompiledEngineLoader = (listener: PlanListener = {}, thread = PLANNING_THREAD): LoadEngine => {
  const queue = createPlanQueue();
  return async (supergraph, subgraphOf, closedFields) => {
    const graph = await thread.open(withoutSecurityLinks(supergraph));
    const schema = buildSchema(graph.schema, { noLocation: true });
    parseArgumentsAsServices(schema);
    const isOfType = (typename: string, condition: string): boolean =>
      typename === condition || graph.subtypes.get(condition)?.has(typename) === true;
    const programs = createPrograms({ graph, types: { isOfType, closedFields }, queue, ...listener });
    return {
      schema,
      async execute({ document, variables, context }) {
        let program: Program;
        try {
          program = await programs.of(document, context);
        } catch (error) {
          // A refusal is the request's own; what the planner says of a document is nothing that a client did.
          if (error instanceof GraphQLError) throw error;
          return { data: {}, fetches: [], errors: [], complaints: [error as Error] };
        }
        return runProgram({ program, variables, context, subgraphOf });
      },
      stop: () => graph.close(),
    };
  };
};
