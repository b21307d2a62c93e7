/** The engine of reference: @apollo/gateway with our own data source; the compiled one is compared with it. */
import "./no-vendor-telemetry.js";
import type { QueryPlan } from "@apollo/query-planner";
import { ApolloGateway } from "@apollo/gateway";
import { CACHE_BYTES, createPlanStore } from "../../document/caches.js";
import { createLru } from "../../lru.js";
import { createRecorder, recording } from "./fetch-recorder.js";
import { parseArgumentsAsServices } from "../argument-parsers.js";
import { printedOf } from "../document-hash.js";
import { createPlanQueue } from "../plan-queue.js";
import { withoutSecurityLinks } from "../security-links.js";
import type { ClientPatience } from "../../fair-line.js";
import type { PlanListener } from "../compiled/programs.js";
import type { LoadEngine } from "../query-engine.js";

/** Creates the engines of supergraphs; their plans are made in one queue, and on the event loop. */
export const createApolloGatewayLoader = ({ planned }: PlanListener = {}): LoadEngine => {
  const queue = createPlanQueue();
  return async (supergraph, subgraphOf) => {
    const kept = createLru<QueryPlan>(CACHE_BYTES.plans);
    const gateway = new ApolloGateway({
      supergraphSdl: withoutSecurityLinks(supergraph),
      buildService: ({ name }) => recording(name, subgraphOf(name)),
      queryPlannerConfig: { cache: createPlanStore(kept) },
      logger: SILENT,
    });
    /** Lets the request plan, where its plan is not known: planning is over when the round of the event loop is in which it begins. */
    const turn = async (hash: string, patience: ClientPatience): Promise<void> => {
      if (kept.find(hash)) return;
      const leave = await queue.enter(patience);
      setImmediate(leave);
      if (!kept.find(hash)) planned?.();
    };
    const { schema } = await gateway.load();
    parseArgumentsAsServices(schema);
    return {
      schema,
      async execute({ document, variables, context }) {
        const { text, hash } = printedOf(document);
        await turn(hash, context);
        const recorder = createRecorder();
        const { errors = [] } = (await gateway.executor({
          request: { query: text, variables },
          document,
          source: text,
          // ApolloGateway keeps plans by this: by the hash of what the client sent, one viewer would get another's plan.
          queryHash: hash,
          context,
          logger: SILENT,
          metrics: {},
          recorder,
        } as never)) as { errors?: readonly Error[] };
        return recorder.answer(errors);
      },
      stop: () => gateway.stop(),
    };
  };
};

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
