/** Apollo Server over the generations: it validates a request against a generation's schema and has it executed in the same. */
import { ApolloServer, type ApolloServerPlugin, type GraphQLResponse } from "@apollo/server";
import type { GatewayInterface } from "@apollo/server-gateway-interface";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { toFormattedError, type ReportUnexpected } from "../../platform/errors/index.js";
import { logEvent, type Logger, type Metrics } from "../../platform/telemetry/index.js";
import type { GatewayContext } from "../context.js";
import { createDocumentStore } from "../document/caches.js";
import { checkedRequest } from "../document/checked-request.js";
import type { Generations } from "../generation/generations.js";
import { createDisclosureLayer } from "../disclosure/disclosure-layer.js";

/** What the server is made from. */
export interface GraphQLServerOptions {
  readonly generations: Generations;
  readonly introspection: boolean;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly report: ReportUnexpected;
}

/** Creates the server; it serves no HTTP itself. */
export const createGraphQLServer = (options: GraphQLServerOptions): ApolloServer<GatewayContext> =>
  new ApolloServer<GatewayContext>({
    gateway: asApolloGateway(options.generations),
    introspection: options.introspection,
    documentStore: createDocumentStore(),
    // A document sent by its hash would pass the limits unmeasured.
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    apollo: {},
    formatError: (formatted, error) => toFormattedError(formatted, error, options.report),
    // The default page loads scripts from another host (decision D11).
    plugins: [ApolloServerPluginLandingPageDisabled(), observing(options)],
  });

/** The generations as Apollo Server sees a gateway. */
const asApolloGateway = (generations: Generations): GatewayInterface => {
  const layer = createDisclosureLayer();
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
        executor: async ({ document, queryHash, request, schema, context }) => {
          const generation = generations.ofSchema(schema);
          const checked = checkedRequest(schema, { document, variables: request.variables ?? {} });
          if ("errors" in checked) return checked as never;
          return (await layer.execute({
            document: checked.document,
            queryHash: `${queryHash!}${checked.variant}`,
            variables: checked.variables,
            coerced: checked.coerced,
            generation,
            context: context as unknown as GatewayContext,
          })) as never;
        },
      };
    },
    stop: () => generations.stop(),
  };
};

/** Adds the cost where it is asked for, and leaves one log line and the metrics of each request. */
const observing = ({ metrics, log }: GraphQLServerOptions): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => {
    const startedAt = performance.now();
    return {
      willSendResponse: async ({ contextValue, response, operationName }) => {
        if (contextValue.showsCost && response.body.kind === "single") {
          const { nodes, weighted } = contextValue.cost;
          response.body.singleResult.extensions = {
            ...response.body.singleResult.extensions,
            cost: { nodes, weighted },
          };
        }
        markBusy(response);
        const seconds = (performance.now() - startedAt) / 1_000;
        const failed = response.body.kind === "single" && (response.body.singleResult.errors?.length ?? 0) > 0;
        metrics.requests.inc({ outcome: failed ? "error" : "ok" });
        metrics.requestSeconds.observe(seconds);
        logEvent(log, "REQUEST", {
          requestId: contextValue.requestId,
          operation: operationName?.slice(0, 100),
          viewer: contextValue.viewer?.kind,
          subgraphRequests: contextValue.subgraphRequests,
          milliseconds: Math.round(seconds * 1_000),
          failed,
        });
      },
    };
  },
});

/** Reasons for which nothing was tried: the same request may succeed soon. */
const BUSY: ReadonlySet<unknown> = new Set(["BUSY", "PLANNING"]);

/** Seconds after which a request that found no place may come again. */
const RETRY_AFTER_SECONDS = 2;

/** Says when to come again, and 503 where nothing is answered. */
const markBusy = ({
  body,
  http,
}: {
  readonly body: GraphQLResponse["body"];
  readonly http: { status?: number; headers: Map<string, string> };
}): void => {
  if (body.kind !== "single" || !body.singleResult.errors?.some(({ extensions }) => BUSY.has(extensions?.["reason"])))
    return;
  http.headers.set("retry-after", String(RETRY_AFTER_SECONDS));
  if (Object.values(body.singleResult.data ?? {}).every((value) => value === null)) http.status = 503;
};
