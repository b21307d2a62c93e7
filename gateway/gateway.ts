/** The gateway: a request goes through viewer, limits, validation, plan, execution and shaping, in this order. */
import { ApolloServer, type GraphQLResponse } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import express from "express";
import { TokenRefusal, createTokenVerifier, type GatewayKeys, type TokenVerifier } from "../platform/auth/index.js";
import { createDatabase } from "../platform/database/index.js";
import { NO_AGREEMENTS, type AgreementBook, type PolicyTable } from "../platform/disclosure/index.js";
import { ERROR_CODES, toFormattedError, type ReportUnexpected } from "../platform/errors/index.js";
import { createCursorCodec } from "../platform/graphql/index.js";
import { startHttpService } from "../platform/http/index.js";
import { changesRootOf, loadPolicy } from "../platform/subgraph/index.js";
import { createMetrics, type Logger, type Metrics } from "../platform/telemetry/index.js";
import type { Clock } from "./clock.js";
import { REQUEST_DEADLINE_MS, type GatewayContext } from "./context.js";
import { createDisclosureLayer, type DisclosureLayer } from "./policy/disclosure-layer.js";
import { createPolicyInForce, type PolicyInForce } from "./generation/policy-in-force.js";
import { createDocumentStore } from "./document/caches.js";
import { createCostMeter } from "./document/cost-meter.js";
import { createApolloGatewayEngine } from "./engine/apollo/apollo-gateway-engine.js";
import { RETRY_AFTER_SECONDS } from "./engine/apollo/plan-queue.js";
import { asApolloGateway, type QueryEngine } from "./engine/query-engine.js";
import { createSubgraphDataSource } from "./upstream/subgraph-data-source.js";
import { createApp } from "./request/app.js";
import { createOperatorRoutes } from "./operator/operator-routes.js";
import { createNegativeListPage } from "./web/negative-list-page.js";
import { createSharedBuckets } from "./request/rate-buckets.repository.js";
import type { RateBuckets } from "./request/rate-buckets.js";
import { createRateLimit, type RateQuotas } from "./request/rate-limit.js";
import { createGatewayDataSource } from "./own/own-subgraph.js";
import { readSchemaFile } from "./generation/schema-files.js";
import type { Origins } from "./request/cross-origin.js";
import { withSlots } from "./upstream/subgraph-slots.js";
import { createExplorer } from "./web/explorer.js";
import { createFrontPage } from "./web/front-page.js";

/** What a gateway is given. */
export interface GatewayOptions {
  readonly host: string;
  readonly port: number;
  readonly admin: { readonly host: string; readonly port: number };
  readonly subgraphs: ReadonlyMap<string, string>;
  readonly contextKeys: GatewayKeys;
  /** Secret that seals the cursors of the gateway's own lists. */
  readonly cursorSecret: string;
  readonly issuerUrl: string;
  /** Where the issuer's public keys are. @default below the issuer's address */
  readonly keySetUrl?: string;
  readonly clock: Clock;
  readonly explorer: boolean;
  /** Origins whose pages may read what the gateway answers. @default any */
  readonly origins?: Origins;
  /** Users that the explorer offers to sign in as. @default none */
  readonly demonstrationUsers?: readonly string[];
  readonly log: Logger;
  /** The supergraph as composed. @default schema/supergraph.graphql */
  readonly supergraph?: string;
  /** The policy table of that supergraph. @default schema/policy.json */
  readonly policy?: PolicyTable;
  /** Data-sharing agreements. @default none, SHARED is then held by no one */
  readonly agreements?: AgreementBook;
  /** Public key that guards the operator's endpoints; without it there are none. */
  readonly operatorKey?: string;
  /** Longest time of one call to a subgraph and of a request, in milliseconds. @default 3000 and 10000 */
  readonly deadlines?: { readonly callMs: number; readonly requestMs: number };
  /** What one client may use in a minute, and the database through which gateways share what was used. @default generous, for itself */
  readonly rate?: { readonly quotas?: RateQuotas; readonly store?: string | undefined };
  /** Until it resolves, a gateway that is told to stop says so at /readyz and goes on serving. @default no notice */
  readonly notice?: () => Promise<unknown>;
  /** Proxies before the gateway. @default 0 */
  readonly trustedProxies?: number;
  /** @default a verifier of the issuer's tokens */
  readonly verifier?: TokenVerifier;
}

/** A running gateway. */
export interface RunningGateway {
  readonly url: string;
  readonly adminUrl: string;
  stop(): Promise<void>;
}

/** Starts the gateway; subgraphs and identity provider may be down, they are asked when needed. */
export const startGateway = async (options: GatewayOptions): Promise<RunningGateway> => {
  const metrics = createMetrics("gateway", { defaults: true });
  const verifier =
    options.verifier ??
    createTokenVerifier({
      issuer: options.issuerUrl,
      ...(options.keySetUrl === undefined ? {} : { keySetUrl: options.keySetUrl }),
    });
  const agreements = options.agreements ?? NO_AGREEMENTS;
  const { engine, policy, close } = await createEngine(options, agreements, metrics);
  const costs = createCostMeter();
  const buckets = options.rate?.store === undefined ? undefined : openBuckets(options.rate.store);
  const rate = createRateLimit({
    quotas: options.rate?.quotas,
    buckets,
    onFailure: (error) =>
      options.log.warn(
        { code: "RATE_STORE_FAILED", error },
        "The shared rate limit does not answer; this process counts for itself.",
      ),
  });
  const disclosure = createDisclosureLayer(engine, policy);
  const layer: DisclosureLayer = {
    ...disclosure,
    use(schema) {
      disclosure.use(schema);
      costs.use(schema, policy().supergraph);
    },
  };
  const server = createServer(options, { engine, layer, metrics });
  await server.start();
  void verifier.warm();

  const ready = async (): Promise<boolean> => {
    await verifier.warm();
    return verifier.ready() && (await anyAnswers(options.subgraphs));
  };
  const app = createApp({
    server,
    verifier,
    clock: options.clock,
    requestDeadlineMs: options.deadlines?.requestMs ?? REQUEST_DEADLINE_MS,
    introspection: options.explorer,
    costs,
    rate,
    trustedProxies: options.trustedProxies ?? 0,
    agreements,
    negativeList: createNegativeListPage({ table: () => policy().table, clock: options.clock }),
    ready,
    origins: options.origins ?? "*",
    onRefused: ({ refusal, requestId }) => {
      const { code, details } = refusal;
      metrics.requests.inc({ outcome: "refused" });
      options.log[ERROR_CODES[code].logLevel](
        {
          code: "REQUEST_REFUSED",
          requestId,
          refusal: code,
          reason: refusal instanceof TokenRefusal ? refusal.check : details.reason,
        },
        "A request was refused before it was executed.",
      );
    },
    front: options.explorer
      ? createExplorer({ issuerUrl: options.issuerUrl, users: options.demonstrationUsers ?? [] })
      : createFrontPage(),
  });
  const http = await startHttpService({
    listener: app,
    host: options.host,
    port: options.port,
    notice: options.notice,
  });
  const admin = express();
  admin.get("/metrics", (_request, response) => {
    void metrics.registry.metrics().then((body) => response.type(metrics.registry.contentType).send(body));
  });
  if (options.operatorKey !== undefined) {
    admin.use(
      "/operator",
      createOperatorRoutes({ issuerUrl: options.issuerUrl, key: options.operatorKey, engine, log: options.log }),
    );
  }
  const adminHttp = await startHttpService({ listener: admin, ...options.admin });
  options.log.info({ code: "LISTENING", url: http.url, adminUrl: adminHttp.url }, "The gateway listens.");
  return {
    url: http.url,
    adminUrl: adminHttp.url,
    async stop() {
      await http.stop();
      await adminHttp.stop();
      await server.stop();
      await close();
      await buckets?.close();
    },
  };
};

/** Buckets in PostgreSQL; what is slow there must not be slow here. */
const openBuckets = (url: string): RateBuckets =>
  createSharedBuckets(
    createDatabase({ url, applicationName: "govgraph-gateway", schema: "public", poolMax: 4, statementTimeoutMs: 500 }),
  );

/** The engine, the ways to its subgraphs, and the policy that changes together with its supergraph. */
const createEngine = async (
  options: GatewayOptions,
  agreements: AgreementBook,
  metrics: Metrics,
): Promise<{
  engine: QueryEngine;
  policy: () => PolicyInForce;
  close(): Promise<void>;
}> => {
  const supergraph = options.supergraph ?? readSchemaFile("supergraph.graphql");
  const generationOf = (sdl: string): PolicyInForce =>
    createPolicyInForce(options.policy ?? loadPolicy(), agreements, sdl);
  let current = generationOf(supergraph);
  const policy = (): PolicyInForce => current;
  const remote = new Map(
    [...options.subgraphs].map(([name, url]) => [
      name,
      withSlots(
        name,
        createSubgraphDataSource(name, url, {
          keys: options.contextKeys(name),
          policy: () => policy().subgraph(name),
          metrics,
          log: options.log,
          callDeadlineMs: options.deadlines?.callMs,
        }),
      ),
    ]),
  );
  const own = await createGatewayDataSource({
    policy,
    cursors: createCursorCodec(options.cursorSecret),
    remote,
    telling: [...remote.keys()].filter((name) => supergraph.includes(` ${changesRootOf(name)}(`)),
    report: reportTo(options.log),
  });
  const engine = createApolloGatewayEngine(
    supergraph,
    (name) => {
      const source = name === "gateway" ? own : remote.get(name);
      if (!source)
        throw new Error(`The supergraph knows the subgraph ${name}, but GATEWAY_SUBGRAPHS has no URL for it.`);
      return source;
    },
    () => metrics.plans.inc(),
  );
  return {
    engine: {
      ...engine,
      async reload(changed) {
        const before = current;
        current = generationOf(changed);
        await engine.reload(changed).catch((error: unknown) => {
          current = before;
          throw error;
        });
      },
    },
    policy,
    close: async () => void (await Promise.all([...remote.values()].map((source) => source.close()))),
  };
};

/** An unexpected error leaves one line with its id. */
const reportTo =
  (log: Logger): ReportUnexpected =>
  ({ errorId, error }) =>
    void log.error({ code: "UNEXPECTED_ERROR", errorId, error }, "An unexpected error was answered.");

interface ServerParts {
  readonly engine: QueryEngine;
  readonly layer: DisclosureLayer;
  readonly metrics: Metrics;
}

const createServer = (options: GatewayOptions, { engine, layer, metrics }: ServerParts): ApolloServer<GatewayContext> =>
  new ApolloServer<GatewayContext>({
    gateway: asApolloGateway(engine, layer),
    introspection: options.explorer,
    documentStore: createDocumentStore(),
    // A document sent by its hash would pass the limits unmeasured.
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    apollo: {},
    formatError: (formatted, error) => toFormattedError(formatted, error, reportTo(options.log)),
    plugins: [
      // It loads scripts from another host (decision D11).
      ApolloServerPluginLandingPageDisabled(),
      {
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
              options.log.info(
                {
                  code: "REQUEST",
                  requestId: contextValue.requestId,
                  operation: operationName?.slice(0, 100),
                  viewer: contextValue.viewer?.kind,
                  subgraphRequests: contextValue.subgraphRequests,
                  milliseconds: Math.round(seconds * 1_000),
                  failed,
                },
                "A request was answered.",
              );
            },
          };
        },
      },
    ],
  });

/** Reasons for which nothing was tried: the same request may succeed soon. */
const BUSY: ReadonlySet<unknown> = new Set(["BUSY", "PLANNING"]);

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

const anyAnswers = async (subgraphs: ReadonlyMap<string, string>): Promise<boolean> => {
  const checks = [...subgraphs.values()].map(async (address) => {
    const response = await fetch(new URL("/readyz", address), { signal: AbortSignal.timeout(1_000) });
    if (!response.ok) throw new Error("not ready");
  });
  return Promise.any(checks).then(
    () => true,
    () => false,
  );
};
