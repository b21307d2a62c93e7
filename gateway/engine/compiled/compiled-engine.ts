/** The engine that compiles plans into programs: nothing that is the same for every request is worked out twice. */
import { buildSchema, GraphQLError } from "graphql";
import { parseArgumentsAsServices } from "../argument-parsers.js";
import { createPlanQueue } from "../plan-queue.js";
import { PLANNING_THREAD } from "../planning/planning-thread.js";
import type { EngineAnswer, EngineRequest, LoadEngine } from "../query-engine.js";
import { withoutSecurityLinks } from "../security-links.js";
import { explained } from "./explain.js";
import type { Program } from "./program.js";
import { createGivenValues } from "./given-values.js";
import { createPrograms, type PlanListener } from "./programs.js";
import { beginProgram, runProgram } from "./run-program.js";

/** Creates the engines of supergraphs; their plans are made in one queue, off the event loop. */
export const createCompiledEngineLoader = (listener: PlanListener = {}, thread = PLANNING_THREAD): LoadEngine => {
  const queue = createPlanQueue();
  return async (supergraph, subgraphOf, policy) => {
    const graph = await thread.open(withoutSecurityLinks(supergraph));
    // What the planner printed is valid.
    const schema = buildSchema(graph.schema, { noLocation: true, assumeValidSDL: true });
    parseArgumentsAsServices(schema);
    const isOfType = (typename: string, condition: string): boolean =>
      typename === condition || graph.subtypes.get(condition)?.has(typename) === true;
    const given = createGivenValues(supergraph);
    const programs = createPrograms({ graph, types: { isOfType, given, ...policy }, queue, ...listener });
    /** The program of a request, or what the planner says of its document: nothing that a client did. */
    const programOf = async ({ document, context }: EngineRequest): Promise<Program | Error> => {
      try {
        return await programs.of(document, context);
      } catch (error) {
        // A refusal is the request's own.
        if (error instanceof GraphQLError) throw error;
        return error as Error;
      }
    };
    return {
      schema,
      async execute(request) {
        const program = await programOf(request);
        return program instanceof Error ? unplanned(program) : runProgram({ ...request, program, subgraphOf });
      },
      async begin(request) {
        const program = await programOf(request);
        if (!(program instanceof Error)) return beginProgram({ ...request, program, subgraphOf });
        return { when: async () => undefined, soFar: () => unplanned(program) };
      },
      async explain(request) {
        const program = await programOf(request);
        return program instanceof Error ? [] : explained(program);
      },
      documents: programs.documents,
      warm: programs.warm,
      stop: () => graph.close(),
    };
  };
};

const unplanned = (complaint: Error): EngineAnswer => ({ data: {}, fetches: [], errors: [], complaints: [complaint] });
