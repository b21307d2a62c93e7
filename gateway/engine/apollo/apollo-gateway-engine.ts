/** The first engine: @apollo/gateway with our own data source; it stays as the reference that later engines are compared with. */
import "./no-vendor-telemetry.js";
import { createHash } from "node:crypto";
import type { QueryPlan } from "@apollo/query-planner";
import { ApolloGateway } from "@apollo/gateway";
import { isScalarType, print, type DocumentNode, type GraphQLSchema } from "graphql";
import { SHARED_SCALARS } from "../../../platform/graphql/scalars/scalars.js";
import { CACHE_BYTES, createPlanStore } from "../../document/caches.js";
import { createLru } from "../../lru.js";
import { createRecorder, recording } from "./fetch-recorder.js";
import { createPlanQueue } from "./plan-queue.js";
import type { ClientPatience } from "../../fair-line.js";
import type { LoadEngine } from "../query-engine.js";

/** Creates the engines of supergraphs; their plans are made in one queue. `onPlan` is told of every plan that is made. */
export const createApolloGatewayLoader = (onPlan: () => void = () => undefined): LoadEngine => {
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
      if (!kept.find(hash)) onPlan();
    };
    const { schema } = await gateway.load();
    checkArguments(schema);
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

/** ApolloGateway refuses links `for: SECURITY`, and enforces none of them (decision D2): it gets a copy without the mark. */
const withoutSecurityLinks = (supergraph: string): string => supergraph.replaceAll(/, for: SECURITY/g, "");

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

const printed = new WeakMap<DocumentNode, { text: string; hash: string }>();

/** Text and hash of a document; documents are kept and come again. */
const printedOf = (document: DocumentNode): { text: string; hash: string } => {
  const known = printed.get(document);
  if (known) return known;
  const text = print(document);
  const made = { text, hash: createHash("sha256").update(text).digest("hex") };
  printed.set(document, made);
  return made;
};

/** Codes in arguments are checked here by the same parsers as in the subgraphs, before anything is planned. */
const checkArguments = (schema: GraphQLSchema): void => {
  for (const scalar of SHARED_SCALARS) {
    const type = schema.getType(scalar.name);
    if (!isScalarType(type)) continue;
    type.parseValue = scalar.parseValue.bind(scalar) as typeof type.parseValue;
    type.parseLiteral = scalar.parseLiteral.bind(scalar) as typeof type.parseLiteral;
  }
};
