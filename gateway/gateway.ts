/** The gateway, put together: generations, the server over them, its HTTP surface and the operator's. */
import express from "express";
import { createTokenVerifier, keyDirectory, publicKeySet, WEBHOOK_KEYS_PATH } from "../platform/auth/index.js";
import { NO_AGREEMENTS } from "../platform/disclosure/decision/index.js";
import { createCursorCodec } from "../platform/graphql/lists/index.js";
import { RECEIPT_KEYS_PATH } from "../platform/receipts/index.js";
import { startHttpService } from "../platform/http/index.js";
import { createMetrics, logEvent, type Metrics } from "../platform/telemetry/index.js";
import { createBulkRoutes } from "./bulk/bulk-routes.js";
import { createRegisteredApps, readAppsFrom } from "./apps/registered-apps.js";
import { REQUEST_DEADLINE_MS } from "./context.js";
import { engineLoader } from "./engine/engines.js";
import { createDoorRoutes } from "./doors/door-routes.js";
import { createFeedRoutes } from "./feeds/feed-routes.js";
import { openFileDoors } from "./files/file-doors.js";
import type { GatewayOptions, RunningGateway } from "./gateway-options.js";
import { editionsOfFiles, type Editions } from "./generation/editions.js";
import type { GenerationMaker } from "./generation/generations.js";
import { readSchemaEdition } from "./generation/schema-files.js";
import { openLive } from "./live/open-live.js";
import { logRefusal, reportTo } from "./log-lines.js";
import { createOperatorRoutes } from "./operator/operator-routes.js";
import { isReady } from "./readiness.js";
import { createApp } from "./request/app.js";
import { CONTRACT_CACHE_SHARE, createContractDoors } from "./request/contract-doors.js";
import { shownOf } from "./request/door.js";
import { createGraphQLServer } from "./request/graphql-server.js";
import type { RateBuckets } from "./request/rate-buckets.js";
import { createKnowFeedReader } from "./request/feed-reader.js";
import { createFindDocument } from "./request/named-document.js";
import { createRateLimit } from "./request/rate-limit.js";
import { createReceipts } from "./request/receipts.js";
import type { ServerAnswer } from "./request/server-answer.js";
import { createSharing } from "./sharing.js";
import { NOTHING_PUBLISHED, openPublished } from "./trusted/open-published.js";
import { CALL_DEADLINE_MS } from "./upstream/http-subgraph.js";
import { createWays } from "./upstream/ways.js";
import { createUse, NO_USE, type Use } from "./use/use.js";
import { createExplorer } from "./web/explorer.js";
import { createFrontPage } from "./web/front-page.js";
import { createNegativeListPage } from "./web/negative-list-page.js";
import { createOperationRoutes } from "./web/operations/operation-routes.js";

export type { GatewayOptions, RunningGateway } from "./gateway-options.js";

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
  const use = options.use === undefined ? NO_USE : await openUse(options.use, log);
  const buckets = options.rate?.store === undefined ? undefined : await openBuckets(options.rate.store);
  const rate = createRateLimit({
    quotas: options.rate?.quotas,
    buckets,
    onFailure: (error) => logEvent(log, "RATE_STORE_FAILED", { error }),
  });
  const ways = createWays({
    addresses: options.subgraphs,
    keys: options.contextKeys,
    pseudonymSecret: options.pseudonymSecret,
    cursorSecret: options.cursorSecret,
    metrics,
    log,
    report,
    use,
    tracing: options.tracing,
    pointsOf: rate.usedOf,
    callDeadlineMs: options.deadlines?.callMs,
    slots: options.slots,
  });
  const editions = await beginEditions(options, metrics, {
    loadEngine:
      options.loadEngine ??
      (await engineLoader(options.engine))({
        planned: () => metrics.plans.inc(),
        lost: ({ cause }) => logEvent(log, "PLANNING_LOST", { error: cause }),
      }),
    agreements,
    waysOf: ways.of,
    addresses: options.subgraphs,
  });
  const { generations } = editions;
  const apps = createRegisteredApps({
    read: readAppsFrom({
      addresses: () => generations.current().addresses,
      keys: options.contextKeys,
      callMs: options.deadlines?.callMs ?? CALL_DEADLINE_MS,
    }),
    onFailure: (error) => logEvent(log, "APPS_NOT_READ", { error }),
  });
  const files =
    options.files &&
    openFileDoors(options.files, options, { generations, verifier, apps, agreements, rate, buckets, metrics });
  const sharing = createSharing<ServerAnswer>(() => metrics.joined.inc());
  const serving = { introspection: options.explorer, metrics, log, report, use, sharing };
  const server = createGraphQLServer({ ...serving, generations });
  await server.start();
  void verifier.warm();
  const { trusted, doors } =
    options.documents === undefined ? NOTHING_PUBLISHED : await openPublished(options.documents, log);
  const loads =
    options.loads === undefined
      ? undefined
      : await (
          await import("./loads/open-loads.js")
        ).openLoads(options.loads, {
          ...{
            verifier,
            apps,
            rate,
            trusted,
            trustedProxies: options.trustedProxies ?? 0,
            secret: options.cursorSecret,
          },
          page: { issuerUrl: options.issuerUrl, users: options.demonstrationUsers ?? [] },
          onFailure: (failure) => logEvent(log, "LOAD_STORE_FAILED", { ...failure }),
        });

  const live = openLive(options, {
    addresses: () => generations.current().addresses,
    onSteps() {
      sharing.forget();
      ways.forget();
    },
  });
  const whole = { server, ...shownOf(generations.current) };
  const origins = options.origins ?? "*";
  const answering = {
    live,
    whole,
    verifier,
    apps,
    clock,
    requestDeadlineMs: options.deadlines?.requestMs ?? REQUEST_DEADLINE_MS,
    introspection: options.explorer,
    rate,
    findDocument: createFindDocument(trusted),
    knowFeedReader: createKnowFeedReader(options.webhookSigners),
    trustedProxies: options.trustedProxies ?? 0,
    agreements,
  };
  const app = createApp({
    ...answering,
    appDoors: (ask) =>
      createDoorRoutes({
        ...answering,
        ...{ ask, doors, door: whole, issuerUrl: options.issuerUrl, origins },
      }),
    feeds: (ask) => createFeedRoutes({ ...answering, ask, door: whole }),
    bulk: createBulkRoutes({ ...answering, cursors: createCursorCodec(options.cursorSecret) }),
    contracts: createContractDoors(generations, (shown) =>
      createGraphQLServer({ ...serving, generations: shown, cacheShare: CONTRACT_CACHE_SHARE }),
    ),
    publicSchema: () => generations.current().publicSchema,
    receipts: options.receipts && createReceipts(options.receipts.signer),
    tracing: options.tracing,
    keySets: keySetsOf(options),
    keyDirectory: keyDirectory(options.partnerKeys ?? new Map()),
    pages: [
      createNegativeListPage({ table: () => generations.current().policy.table, clock }),
      createOperationRoutes({ generation: generations.current, explorer: options.explorer }),
    ],
    ready: () => isReady(verifier, generations.current().addresses),
    origins,
    loads: loads?.routes,
    files: files?.routes,
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
    notice: async () => {
      await options.notice?.();
      live.stop();
    },
    ...(files ? { slow: files.slow } : {}),
  });
  const admin = express();
  admin.disable("x-powered-by");
  admin.get("/metrics", (_request, response) => {
    void metrics.registry.metrics().then((body) => response.type(metrics.registry.contentType).send(body));
  });
  if (options.operatorKey !== undefined) {
    const { issuerUrl, operatorKey: key } = options;
    admin.use("/operator", createOperatorRoutes({ issuerUrl, key, editions, log }));
  }
  const adminHttp = await startHttpService({ listener: admin, ...options.admin });
  logEvent(log, "LISTENING", { url: http.url, adminUrl: adminHttp.url });
  return {
    url: http.url,
    adminUrl: adminHttp.url,
    reload: editions.reload,
    async stop() {
      editions.stop();
      await files?.stop();
      await http.stop();
      await adminHttp.stop();
      await server.stop();
      await ways.close();
      await buckets?.close();
      await loads?.close();
      await trusted.close();
      await use.close();
      await options.tracing?.stop();
    },
  };
};

/** Sets of public keys that anybody may read, by their paths. */
const keySetsOf = ({ receipts, webhookSigners }: GatewayOptions): ReadonlyMap<string, object> =>
  new Map<string, object>([
    ...(receipts ? ([[RECEIPT_KEYS_PATH, receipts.keys]] as const) : []),
    ...(webhookSigners ? ([[WEBHOOK_KEYS_PATH, publicKeySet(webhookSigners)]] as const) : []),
  ]);

/** Editions of a registry's bundles, whose reader is loaded where they are followed alone, or of the schema files. */
const beginEditions = async (options: GatewayOptions, metrics: Metrics, maker: GenerationMaker): Promise<Editions> => {
  const { bundles, subgraphs, edition, log } = options;
  if (bundles === undefined) return editionsOfFiles(edition ?? readSchemaEdition, maker);
  const { editionsOfBundles } = await import("./generation/editions-of-bundles.js");
  return editionsOfBundles({ ...bundles, addresses: subgraphs }, maker, { metrics, log });
};

/** Buckets in PostgreSQL, whose driver is loaded where they are shared alone. */
const openBuckets = async (url: string): Promise<RateBuckets> =>
  (await import("./request/rate-buckets.repository.js")).openSharedBuckets(url);

/** Use in PostgreSQL, whose driver is loaded where it is recorded alone. */
const openUse = async (
  { store, share }: NonNullable<GatewayOptions["use"]>,
  log: GatewayOptions["log"],
): Promise<Use> => {
  const { openUseStore } = await import("../platform/use/use.repository.js");
  return createUse({
    store: openUseStore(store),
    share,
    onFailure: (error) => logEvent(log, "USE_STORE_FAILED", { error }),
  });
};
