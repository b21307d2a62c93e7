/** The engine that compiles plans into programs: nothing that is the same for every request is worked out twice. */
import { CACHE_BYTES } from "../../document/caches.js";
import { createLru } from "../../lru.js";
import { parseArgumentsAsServices } from "../argument-parsers.js";
import { printedOf } from "../document-hash.js";
import { createPlanQueue } from "../plan-queue.js";
import type { LoadEngine } from "../query-engine.js";
import { withoutSecurityLinks } from "../security-links.js";
import { createApolloPlanner } from "./apollo-planner.js";
import { compileProgram } from "./compile-program.js";
import type { Program } from "./program.js";
import { runProgram } from "./run-program.js";

/** Creates the engines of supergraphs; their plans are made in one queue. `onPlan` is told of every plan that is made. */
export const createCompiledEngineLoader = (onPlan: () => void = () => undefined): LoadEngine => {
  const queue = createPlanQueue();
  return async (supergraph, subgraphOf, closedFields) => {
    const planner = createApolloPlanner(withoutSecurityLinks(supergraph));
    const programs = createLru<Program>(CACHE_BYTES.plans, ({ bytes }) => bytes);
    parseArgumentsAsServices(planner.schema);
    const types = { isOfType: planner.isOfType.bind(planner), closedFields };
    return {
      schema: planner.schema,
      async execute({ document, variables, context }) {
        const { hash } = printedOf(document);
        let program = programs.find(hash);
        if (!program) {
          const leave = await queue.enter(context);
          try {
            program = programs.get(hash, () => {
              onPlan();
              return compileProgram(planner.plan(document), types);
            });
          } catch (error) {
            return { data: {}, fetches: [], errors: [], complaints: [error as Error] };
          } finally {
            leave();
          }
        }
        return runProgram({ program, variables, context, subgraphOf });
      },
      stop: async () => undefined,
    };
  };
};
