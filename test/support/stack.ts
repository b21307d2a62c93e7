/** The stack in one test process: subgraphs on a clone of the seeded database, and the gateway before them. */
import "reflect-metadata";
import type { Knex } from "knex";
import {
  createGatewayKey,
  parseGatewayKeys,
  signContext,
  type ContextKeys,
  type GatewayKeys,
  type SignerKeys,
  type Viewer,
} from "../../platform/auth/index.js";
import { projectPath } from "../../platform/config/index.js";
import { createDatabase } from "../../platform/database/index.js";
import { createCodeKey, localDateOf, parseCodeKeys } from "../../platform/domain/index.js";
import { loadAgreements } from "../../platform/disclosure/decision/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import type { BatchCall } from "../../platform/import/index.js";
import { createBatchCall, refreshFigures, startSubgraph, type RunningSubgraph } from "../../platform/subgraph/index.js";
import { loadPolicy } from "../../platform/disclosure/table/index.js";
import { createLogger, type Logger, type PushMetrics, type Tracing } from "../../platform/telemetry/index.js";
import { LAW_KINDS, useShipped } from "../../platform/law/index.js";
import { TEST_ENGINE } from "./engine.js";
import { startGateway, type GatewayOptions, type RunningGateway } from "../../gateway/gateway.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { PATIENT, cloneDatabase, type TestDatabase } from "./database.js";
import { createMessageOptions } from "./messages/message-options.js";
import { APP_OWNERS, FINANCE_OFFICERS, VIEWERS } from "./viewers.js";

/** Noon of the demonstration day in Shanghai. */
export const TEST_NOW = new Date("2026-09-28T04:00:00Z");

/** An answer over HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data?: any; // eslint-disable-line @typescript-eslint/no-explicit-any
    readonly errors?: readonly { message: string; path?: readonly unknown[]; extensions: Record<string, unknown> }[];
    readonly extensions?: Record<string, unknown>;
  };
}

/** How a subgraph is asked with a signed context. */
export interface SignedAsking {
  readonly viewer?: Viewer;
  readonly variables?: object;
  readonly signed?: boolean;
  readonly asOf?: Date;
  /** How long the asker says that it waits. @default it says nothing */
  readonly timeoutMs?: number;
  readonly requestId?: string;
  /** @default the asker says none */
  readonly language?: "en" | "zh";
  readonly signal?: AbortSignal;
}

/** Keys of codes, the same in every stack of a process. */
const CODE_KEYS = parseCodeKeys(createCodeKey("test"));

/** The stack and how to ask it. */
export interface TestStack {
  readonly url: string;
  readonly adminUrl: string;
  /** Asks the gateway as a viewer; the token is the viewer's name. */
  ask(
    query: string,
    options?: { viewer?: string; variables?: object; headers?: Record<string, string> },
  ): Promise<Answer>;
  /** The same, through a gateway that does not reach one of the services. */
  askWithout(service: string, ...question: Parameters<TestStack["ask"]>): Promise<Answer>;
  /** Another gateway over the same services. */
  another(
    more?: Partial<GatewayOptions>,
  ): Promise<{ readonly gateway: RunningGateway; readonly ask: TestStack["ask"] }>;
  /** Asks a subgraph with a signed context; `asOf` is another moment of the request than that of the tests. */
  askSubgraph(name: string, query: string, options?: SignedAsking): Promise<Answer>;
  readonly databases: Readonly<Record<string, Knex>>;
  /** Another pool of a service's role, for whoever closes it. */
  connect(service: string): Knex;
  readonly subgraphs: readonly RunningSubgraph[];
  /** The gateway's keys; those of a service by its name. */
  readonly contextKeys: GatewayKeys;
  /** Calls batches of any service, as an import does. */
  readonly batchCall: BatchCall;
  /** Recomputes a service's figures as the nightly job does; false where it precomputes none. @default the tests' day */
  refresh(service: string, day?: string): Promise<boolean>;
  /** Requests that the gateway has sent to subgraphs so far. */
  subgraphRequests(): Promise<number>;
  /** The copy of the seeded database that belongs to this stack. */
  readonly database: TestDatabase;
  stop(): Promise<void>;
}

const post = async (
  url: string,
  body: string,
  headers: Record<string, string>,
  signal?: AbortSignal,
): Promise<Answer> => {
  const response = await fetch(url, {
    method: "POST",
    body,
    ...(signal ? { signal } : {}),
    headers: { "content-type": "application/json", accept: "application/graphql-response+json", ...headers },
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer["body"] };
};

/** Asks a subgraph at an address with a signed context. */
export const askSigned = (
  { url, subgraph, keys }: { readonly url: string; readonly subgraph: string; readonly keys: ContextKeys },
  query: string,
  {
    viewer = VIEWERS.anonymous,
    variables,
    signed = true,
    asOf = TEST_NOW,
    timeoutMs,
    requestId = "test",
    language,
    signal,
  }: SignedAsking = {},
): Promise<Answer> => {
  const body = JSON.stringify({ query, variables });
  const context = {
    subgraph,
    viewer,
    asOf: asOf.toISOString(),
    requestId,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(language === undefined ? {} : { language }),
  };
  return post(url, body, signed ? signContext({ context, method: "POST", path: "/graphql", body }, keys) : {}, signal);
};

/**
 * Starts everything on free loopback ports. Waits are longer than in production, so that a busy machine is not taken for a
 * fault; tests of faults ask for those of production. `viewers` may sign in beside those of test/support/viewers.ts.
 */
export const startStack = async (
  options: {
    productionWaits?: boolean;
    log?: Logger;
    viewers?: Readonly<Record<string, Viewer>>;
    /** @default that of production */
    nodes?: number;
    /** Whose receipts of uploads the services take. @default nobody's */
    uploadSigners?: SignerKeys;
    /** Where a process sends spans. @default nowhere */
    tracingOf?: (service: string) => Promise<Tracing | undefined>;
    /** Where a process sends metrics. @default nowhere */
    pushMetricsOf?: (service: string) => Promise<PushMetrics | undefined>;
  } = {},
): Promise<TestStack> => {
  const waits = options.productionWaits ? {} : PATIENT;
  const database = await cloneDatabase();
  const gatewayKey = createGatewayKey("test");
  const keysOf = parseGatewayKeys(gatewayKey);
  const messagesOf = createMessageOptions(gatewayKey, database.urlOf);
  const log = options.log ?? createLogger({ name: "test", level: "silent" });
  const agreements = loadAgreements(projectPath("infra/agreements"));
  const databases: Record<string, Knex> = {};
  const subgraphs: RunningSubgraph[] = [];
  const connect = (service: string): Knex =>
    createDatabase({ url: database.urlOf(service), applicationName: "test", schema: service, poolMax: 8, ...waits });
  for (const definition of SUBGRAPHS) {
    const db = connect(definition.name);
    databases[definition.name] = db;
    subgraphs.push(
      await startSubgraph(definition, {
        host: "127.0.0.1",
        port: 0,
        db,
        contextKeys: keysOf(definition.name),
        cursorSecret: "test",
        codeKeys: CODE_KEYS,
        policy: loadPolicy(),
        agreements,
        ...(options.uploadSigners === undefined ? {} : { uploadSigners: options.uploadSigners }),
        messages: messagesOf(definition),
        limits: {
          ...(options.productionWaits ? {} : { longestMs: 25_000 }),
          ...(options.nodes === undefined ? {} : { nodes: options.nodes }),
        },
        log,
        tracing: await options.tracingOf?.(definition.name),
        pushMetrics: await options.pushMetricsOf?.(definition.name),
      }),
    );
  }
  for (const { name, url } of subgraphs) messagesOf.answersAt(name, url);
  const before = async (without?: string, more: Partial<GatewayOptions> = {}): Promise<RunningGateway> =>
    startGateway({
      host: "127.0.0.1",
      port: 0,
      admin: { host: "127.0.0.1", port: 0 },
      // Nobody listens at port 1.
      subgraphs: new Map(
        subgraphs.map(({ name, url }) => [name, name === without ? "http://127.0.0.1:1/graphql" : url]),
      ),
      contextKeys: keysOf,
      cursorSecret: "test",
      issuerUrl: "http://localhost:8080/realms/gov",
      clock: () => TEST_NOW,
      ...(options.productionWaits ? {} : { deadlines: { callMs: 20_000, requestMs: 25_000 } }),
      agreements,
      engine: TEST_ENGINE,
      explorer: true,
      log,
      tracing: await options.tracingOf?.("gateway"),
      pushMetrics: await options.pushMetricsOf?.("gateway"),
      verifier: {
        ready: () => true,
        warm: async () => undefined,
        verify: async (token) => {
          const viewer = {
            ...(VIEWERS as Record<string, Viewer>),
            ...FINANCE_OFFICERS,
            ...APP_OWNERS,
            ...options.viewers,
          }[token.split(".")[0] ?? ""];
          if (!viewer) throw new ServiceError("UNAUTHENTICATED", "The token is not valid.");
          return viewer;
        },
      },
      ...more,
    });
  const gateway = await before();
  const others: RunningGateway[] = [];
  const lame = new Map<string, Promise<RunningGateway>>();
  const askAt = (
    url: string,
    ...[query, { viewer, variables, headers } = {}]: Parameters<TestStack["ask"]>
  ): Promise<Answer> =>
    post(`${url}/graphql`, JSON.stringify({ query, variables }), {
      ...(viewer === undefined || viewer === "anonymous" ? {} : { authorization: `Bearer ${viewer}.test.test` }),
      ...headers,
    });
  return {
    url: gateway.url,
    adminUrl: gateway.adminUrl,
    databases,
    connect,
    subgraphs,
    contextKeys: keysOf,
    batchCall: createBatchCall(
      Object.fromEntries(subgraphs.map(({ name, url }) => [name, { url, keys: keysOf(name) }])),
      TEST_NOW,
    ),
    refresh: (service, day = localDateOf(TEST_NOW)) =>
      refreshFigures(
        SUBGRAPHS.find(({ name }) => name === service)!,
        databases[service]!,
        day,
      ),
    async subgraphRequests() {
      const metrics = await (await fetch(`${gateway.adminUrl}/metrics`)).text();
      return [...metrics.matchAll(/^govgraph_subgraph_requests_total\{[^}]*\} (\d+)/gm)].reduce(
        (sum, [, count]) => sum + Number(count),
        0,
      );
    },
    database,
    ask: (...question) => askAt(gateway.url, ...question),
    async askWithout(service, ...question) {
      if (!lame.has(service)) lame.set(service, before(service));
      return askAt((await lame.get(service)!).url, ...question);
    },
    async another(more) {
      const other = await before(undefined, more);
      others.push(other);
      return { gateway: other, ask: (...question) => askAt(other.url, ...question) };
    },
    askSubgraph(subgraph, query, options = {}) {
      const { url } = subgraphs.find((entry) => entry.name === subgraph)!;
      return askSigned({ url, subgraph, keys: keysOf(subgraph) }, query, options);
    },
    async stop() {
      for (const each of [gateway, ...others, ...(await Promise.all(lame.values()))]) await each.stop();
      for (const subgraph of subgraphs) await subgraph.stop();
      // What its databases had loaded is the process's: the next file begins with what ships.
      for (const kind of LAW_KINDS) useShipped(kind);
      await database.drop();
    },
  };
};
