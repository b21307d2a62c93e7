/** The gateway, put together: generations, the server over them, its HTTP surface and the operator's. */
import express from "express";
import { TokenRefusal, createTokenVerifier, type GatewayKeys, type TokenVerifier } from "../platform/auth/index.js";
import { createDatabase } from "../platform/database/index.js";
import { type AgreementBook, NO_AGREEMENTS } from "../platform/disclosure/decision/index.js";
import { ERROR_CODES, type ReportUnexpected } from "../platform/errors/index.js";
import { startHttpService } from "../platform/http/index.js";
import { createMetrics, type Logger } from "../platform/telemetry/index.js";
import type { Clock } from "./clock.js";
import { REQUEST_DEADLINE_MS } from "./context.js";
import { createApolloGatewayLoader } from "./engine/apollo/apollo-gateway-engine.js";
import type { LoadEngine } from "./engine/query-engine.js";
import type { Generation, SchemaEdition } from "./generation/generation.js";
import { createGenerations } from "./generation/generations.js";
import { readSchemaEdition } from "./generation/schema-files.js";
import { createOperatorRoutes } from "./operator/operator-routes.js";
import { createApp, type Refused } from "./request/app.js";
import type { Origins } from "./request/cross-origin.js";
import { createGraphQLServer } from "./request/graphql-server.js";
import { createSharedBuckets } from "./request/rate-buckets.repository.js";
import type { RateBuckets } from "./request/rate-buckets.js";
import { createRateLimit, type RateQuotas } from "./request/rate-limit.js";
import { createWays } from "./upstream/ways.js";
import { createExplorer } from "./web/explorer.js";
import { createFrontPage } from "./web/front-page.js";
import { createNegativeListPage } from "./web/negative-list-page.js";

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
  /** Reads what is taken into use at the start and at each reload. @default schema/supergraph.graphql and schema/policy.json */
  readonly edition?: () => SchemaEdition;
  /** Engine of each generation. @default ApolloGateway */
  readonly loadEngine?: LoadEngine;
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
  /** Takes what there is now into use, as the operator's endpoint does. Throws where it is no good; what was in use stays. */
  reload(): Promise<Generation>;
  stop(): Promise<void>;
}

/** Starts the gateway; subgraphs and identity provider may be down, they are asked when needed. */
export const startGateway = async (options: GatewayOptions): Promise<RunningGateway> => {
  const { log, clock } = options;
  const metrics = createMetrics("gateway", { defaults: true });
  const verifier =
    options.verifier ??
    createTokenVerifier({
      issuer: options.issuerUrl,
      ...(options.keySetUrl === undefined ? {} : { keySetUrl: options.keySetUrl }),
    });
  const agreements = options.agreements ?? NO_AGREEMENTS;
  const report = reportTo(log);
  const readEdition = options.edition ?? readSchemaEdition;
  const ways = createWays({
    addresses: options.subgraphs,
    keys: options.contextKeys,
    cursorSecret: options.cursorSecret,
    metrics,
    log,
    report,
    callDeadlineMs: options.deadlines?.callMs,
  });
  const generations = await createGenerations(readEdition(), {
    loadEngine: options.loadEngine ?? createApolloGatewayLoader(() => metrics.plans.inc()),
    agreements,
    waysOf: ways.of,
  });
  const buckets = options.rate?.store === undefined ? undefined : openBuckets(options.rate.store);
  const rate = createRateLimit({
    quotas: options.rate?.quotas,
    buckets,
    onFailure: (error) =>
      log.warn(
        { code: "RATE_STORE_FAILED", error },
        "The shared rate limit does not answer; this process counts for itself.",
      ),
  });
  const server = createGraphQLServer({ generations, introspection: options.explorer, metrics, log, report });
  await server.start();
  void verifier.warm();

  const ready = async (): Promise<boolean> => {
    await verifier.warm();
    return verifier.ready() && (await anyAnswers(options.subgraphs));
  };
  const app = createApp({
    server,
    verifier,
    clock,
    requestDeadlineMs: options.deadlines?.requestMs ?? REQUEST_DEADLINE_MS,
    introspection: options.explorer,
    costs: () => generations.current().costs,
    publicSchema: () => generations.current().publicSchema,
    rate,
    trustedProxies: options.trustedProxies ?? 0,
    agreements,
    negativeList: createNegativeListPage({ table: () => generations.current().policy.table, clock }),
    ready,
    origins: options.origins ?? "*",
    onRefused: (refused) => {
      metrics.requests.inc({ outcome: "refused" });
      logRefusal(log, refused);
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
  admin.disable("x-powered-by");
  admin.get("/metrics", (_request, response) => {
    void metrics.registry.metrics().then((body) => response.type(metrics.registry.contentType).send(body));
  });
  if (options.operatorKey !== undefined) {
    const { issuerUrl, operatorKey: key } = options;
    admin.use("/operator", createOperatorRoutes({ issuerUrl, key, generations, readEdition, log }));
  }
  const adminHttp = await startHttpService({ listener: admin, ...options.admin });
  log.info({ code: "LISTENING", url: http.url, adminUrl: adminHttp.url }, "The gateway listens.");
  return {
    url: http.url,
    adminUrl: adminHttp.url,
    reload: async () => generations.replace(readEdition()),
    async stop() {
      await http.stop();
      await adminHttp.stop();
      await server.stop();
      await ways.close();
      await buckets?.close();
    },
  };
};

/** Buckets in PostgreSQL; what is slow there must not be slow here. */
const openBuckets = (url: string): RateBuckets =>
  createSharedBuckets(
    createDatabase({ url, applicationName: "govgraph-gateway", schema: "public", poolMax: 4, statementTimeoutMs: 500 }),
  );

/** An unexpected error leaves one line with its id. */
const reportTo =
  (log: Logger): ReportUnexpected =>
  ({ errorId, error }) =>
    void log.error({ code: "UNEXPECTED_ERROR", errorId, error }, "An unexpected error was answered.");

/** A refusal leaves one line with its code, and what of a token was wrong. */
const logRefusal = (log: Logger, { refusal, requestId }: Refused): void => {
  const { code, details } = refusal;
  log[ERROR_CODES[code].logLevel](
    {
      code: "REQUEST_REFUSED",
      requestId,
      refusal: code,
      reason: refusal instanceof TokenRefusal ? refusal.check : details.reason,
    },
    "A request was refused before it was executed.",
  );
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
