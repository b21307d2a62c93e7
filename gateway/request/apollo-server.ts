/** Apollo Server as it stands before the gateway: it parses and validates a document that is seen for the first time. */
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import type { GatewayInterface } from "@apollo/server-gateway-interface";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { DocumentNode } from "graphql";
import { toFormattedError, type ReportUnexpected } from "../../platform/errors/index.js";
import type { GatewayContext } from "../context.js";
import type { ClientAnswer } from "../disclosure/disclosure-layer.js";
import { DeferLabelRule, DeferOnRootRule } from "../document/defer.js";
import { DOCUMENT_LIMITS } from "../document/document-limits.js";
import type { Generation } from "../generation/generation.js";
import type { Generations } from "../generation/generations.js";
import { hashOf, type KnownDocuments } from "./known-documents.js";
import { finished, observe, type ObserveOptions } from "./observe-request.js";

/** The generations of the whole graph, or of one contract. */
export type ServedGenerations = Pick<Generations, "current" | "ofSchema" | "onUse" | "stop">;

/** What is executed: a validated document in the generation in which it is valid. */
export interface Execution {
  readonly document: DocumentNode;
  readonly queryHash: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly generation: Generation;
  readonly context: GatewayContext;
}

/** What it is made from. */
export interface ApolloServerOptions extends ObserveOptions {
  readonly generations: ServedGenerations;
  readonly introspection: boolean;
  readonly report: ReportUnexpected;
}

/** Creates it; what it finds valid it keeps among the known documents, and has `run` execute. */
export const createApolloServer = (
  options: ApolloServerOptions,
  run: (execution: Execution) => Promise<ClientAnswer>,
  documents: KnownDocuments,
): ApolloServer<GatewayContext> =>
  new ApolloServer<GatewayContext>({
    gateway: asApolloGateway(options.generations, run, documents),
    introspection: options.introspection,
    // It sees a document once: what it found valid is kept among the known ones.
    documentStore: null,
    // A document that is named instead of sent is found before the limits (`named-document.ts`).
    persistedQueries: false,
    validationRules: [DeferOnRootRule, DeferLabelRule],
    validationOptions: { maxErrors: DOCUMENT_LIMITS.faults },
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    apollo: {},
    formatError: (formatted, error) => toFormattedError(formatted, error, options.report),
    // The default page loads scripts from another host (decision D11).
    plugins: [ApolloServerPluginLandingPageDisabled(), observing(options)],
  });

/** The generations as Apollo Server sees a gateway. */
const asApolloGateway = (
  generations: ServedGenerations,
  run: (execution: Execution) => Promise<ClientAnswer>,
  documents: KnownDocuments,
): GatewayInterface => {
  let announce: Parameters<NonNullable<GatewayInterface["onSchemaLoadOrUpdate"]>>[0] | undefined;
  return {
    onSchemaLoadOrUpdate(callback) {
      announce = callback;
      return () => {
        announce = undefined;
      };
    },
    async load() {
      generations.onUse(({ schema }) => announce?.({ apiSchema: schema, coreSupergraphSdl: "" }));
      return {
        executor: async ({ document, request, schema, context }) => {
          const generation = generations.ofSchema(schema);
          const validated = { document, queryHash: hashOf(document), generation };
          documents.keep(request.query!, validated);
          return (await run({
            ...validated,
            variables: request.variables ?? {},
            context: context as unknown as GatewayContext,
          })) as never;
        },
      };
    },
    stop: () => generations.stop(),
  };
};

/** Observes what Apollo Server answers. */
const observing = (options: ObserveOptions): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => {
    const startedAt = performance.now();
    return {
      willSendResponse: async ({ contextValue: context, response, operationName }) => {
        const result = response.body.kind === "single" ? response.body.singleResult : response.body.initialResult;
        const extensions = finished({ context, result, head: response.http });
        if (extensions) result.extensions = extensions;
        observe(options, { startedAt, operationName, context, result });
      },
    };
  },
});
