/** The gateway: a request goes through viewer, limits, validation, plan, execution and shaping, in this order. */
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import express from "express";
import { createTokenVerifier, type ContextKeys, type TokenVerifier } from "../platform/auth/index.js";
import type { WithheldEntry } from "../platform/disclosure/index.js";
import { ERROR_CODES, toFormattedError, type ReportUnexpected } from "../platform/errors/index.js";
import { startHttpService } from "../platform/http/index.js";
import { changesRootOf, loadPolicy } from "../platform/subgraph/index.js";
import { createMetrics, type Logger } from "../platform/telemetry/index.js";
import type { Clock } from "./clock.js";
import type { GatewayContext } from "./context.js";
import { createApolloGatewayEngine } from "./engine/apollo-gateway-engine.js";
import { asApolloGateway } from "./engine/query-engine.js";
import { createSubgraphDataSource } from "./engine/subgraph-data-source.js";
import { createApp } from "./http/app.js";
import { createGatewayDataSource } from "./me/subgraph.js";
import { readSchemaFile } from "./supergraph.js";
import { createOperatorRoutes } from "./http/operator.js";
import { createExplorer } from "./web/explorer.js";

/** What a gateway is given. */
export interface GatewayOptions {
  readonly host: string;
  readonly port: number;
  readonly admin: { readonly host: string; readonly port: number };
  readonly subgraphs: ReadonlyMap<string, string>;
  readonly contextKeys: ContextKeys;
  readonly issuerUrl: string;
  readonly clock: Clock;
  readonly explorer: boolean;
  /** Users that the explorer offers to sign in as. @default none */
  readonly demonstrationUsers?: readonly string[];
  readonly log: Logger;
  /** The supergraph as composed. @default schema/supergraph.graphql */
  readonly supergraph?: string;
  /** Public key that guards the operator's endpoints; without it there are none. */
  readonly operatorKey?: string;
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
  const verifier = options.verifier ?? createTokenVerifier({ issuer: options.issuerUrl });
  const { hash } = loadPolicy();
  const remote = new Map(
    [...options.subgraphs].map(([name, url]) => [
      name,
      createSubgraphDataSource(name, url, { keys: options.contextKeys, policyHash: hash, metrics }),
    ]),
  );
  const report: ReportUnexpected = ({ errorId, error }) =>
    options.log.error({ code: "UNEXPECTED_ERROR", errorId, error }, "An unexpected error was answered.");
  const supergraph = options.supergraph ?? readSchemaFile("supergraph.graphql");
  const telling = [...remote.keys()].filter((name) => supergraph.includes(` ${changesRootOf(name)}(`));
  const own = await createGatewayDataSource(remote, telling, report);
  const engine = createApolloGatewayEngine(supergraph, (name) => {
    const source = name === "gateway" ? own : remote.get(name);
    if (!source) throw new Error(`The supergraph knows the subgraph ${name}, but GATEWAY_SUBGRAPHS has no URL for it.`);
    return source;
  });
  const server = new ApolloServer<GatewayContext>({
    gateway: asApolloGateway(engine),
    introspection: options.explorer,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // A document sent by its hash would pass the limits unmeasured.
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    apollo: {},
    formatError: (formatted, error) => toFormattedError(formatted, error, report),
    plugins: [
      // It loads scripts from another host (decision D11).
      ApolloServerPluginLandingPageDisabled(),
      {
        requestDidStart: async () => {
          const startedAt = performance.now();
          return {
            willSendResponse: async ({ contextValue, response, operationName }) => {
              const seconds = (performance.now() - startedAt) / 1_000;
              const failed = response.body.kind === "single" && (response.body.singleResult.errors?.length ?? 0) > 0;
              metrics.requests.inc({ outcome: failed ? "error" : "ok" });
              metrics.requestSeconds.observe(seconds);
              if (response.body.kind === "single" && contextValue.withheld?.length > 0) {
                const { singleResult } = response.body;
                singleResult.extensions = { ...singleResult.extensions, withheld: merged(contextValue.withheld) };
              }
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
  await server.start();
  void verifier.warm();

  let draining = false;
  const ready = async (): Promise<boolean> => {
    if (draining) return false;
    await verifier.warm();
    return verifier.ready() && (await anyAnswers(options.subgraphs));
  };
  const app = createApp({
    server,
    verifier,
    clock: options.clock,
    introspection: options.explorer,
    ready,
    onRefused: ({ code, details }) => {
      metrics.requests.inc({ outcome: "refused" });
      options.log[ERROR_CODES[code].logLevel](
        { code: "REQUEST_REFUSED", refusal: code, reason: details.reason },
        "A request was refused before it was executed.",
      );
    },
    explorer: options.explorer
      ? createExplorer({ issuerUrl: options.issuerUrl, users: options.demonstrationUsers ?? [] })
      : undefined,
  });
  const http = await startHttpService({ listener: app, host: options.host, port: options.port });
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
      draining = true;
      await http.stop();
      await adminHttp.stop();
      await server.stop();
      await Promise.all([...remote.values()].map((source) => source.close()));
    },
  };
};

/** One entry per path and rule, counts added up. */
const merged = (entries: readonly WithheldEntry[]): WithheldEntry[] => {
  const byKey = new Map<string, WithheldEntry>();
  for (const entry of entries) {
    const key = `${entry.rule} ${entry.path.join(".")}`;
    byKey.set(key, { ...entry, count: (byKey.get(key)?.count ?? 0) + entry.count });
  }
  return [...byKey.values()];
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
