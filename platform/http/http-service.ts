/** The HTTP shell of a process: health, readiness, listening and a drain that finishes what was begun. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { pathOf } from "./body.js";
import { tellOfEnd } from "./connection-end.js";

/** A listening process. */
export interface HttpService {
  readonly url: string;
  readonly port: number;
  /** Answers /readyz with 503 until the notice is over, then stops accepting, lets requests under way finish (at most `drainMs`), closes. */
  stop(): Promise<void>;
}

/** Where and how a service listens. */
export interface HttpServiceOptions {
  readonly listener: RequestListener;
  readonly host: string;
  readonly port: number;
  /** Longest time that requests under way may take after stop, in milliseconds. @default 15000 */
  readonly drainMs?: number;
  /** Requests that may take longer to come than others, and how long, in milliseconds. @default none */
  readonly slow?: SlowRequests;
  /** Longest time in which every other request comes, in milliseconds. @default 15000 */
  readonly requestMs?: number;
  /** Called by stop; until it resolves, requests are served and /readyz says no, so that balancers go elsewhere first. @default no notice */
  readonly notice?: (() => Promise<unknown>) | undefined;
}

/** Requests with bodies that take their time, such as files. */
export interface SlowRequests {
  readonly is: (request: IncomingMessage) => boolean;
  readonly longestMs: number;
}

/** Longest time in which a request comes, in milliseconds. */
const REQUEST_MS = 15_000;

/** How often is looked for slow senders, in milliseconds; Node does every 30 s by default. */
const LOOKED_EVERY_MS = 2_000;

/** Listens on host and port; resolves when it does. Throws EADDRINUSE with the port where it is taken. */
export const startHttpService = async (options: HttpServiceOptions): Promise<HttpService> => {
  let stopping: Promise<void> | undefined;
  const underWay = new Set<ServerResponse>();
  const { requestMs = REQUEST_MS } = options;
  const others = options.slow && watchOthers(options.slow, requestMs);
  const server: Server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: options.slow?.longestMs ?? requestMs,
      connectionsCheckingInterval: LOOKED_EVERY_MS,
      maxHeaderSize: 16 * 1024,
      keepAliveTimeout: 65_000,
    },
    (request, response) => {
      others?.watch(request);
      tellOfEnd(request, response);
      underWay.add(response);
      response.once("close", () => underWay.delete(response));
      if (stopping !== undefined) {
        response.setHeader("connection", "close");
        if (pathOf(request) === "/readyz") return answerStopping(response);
      }
      options.listener(request, response);
    },
  );
  server.maxHeadersCount = 100;
  server.listen(options.port, options.host);
  await Promise.race([
    once(server, "listening"),
    once(server, "error").then(([error]) => Promise.reject(error as Error)),
  ]);
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    await options.notice?.();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // Node keeps a connection open after its last answer unless the answer says otherwise.
    for (const response of underWay) if (!response.headersSent) response.setHeader("connection", "close");
    server.closeIdleConnections();
    const force = setTimeout(() => server.closeAllConnections(), options.drainMs ?? 15_000);
    await closed;
    clearTimeout(force);
    others?.stop();
  };
  return {
    url: `http://${options.host.includes(":") ? `[${options.host}]` : options.host}:${port}`,
    port,
    stop: () => (stopping ??= stop()),
  };
};

/** Node has one limit for all requests: those that are not slow are held to theirs here. */
const watchOthers = (
  { is }: SlowRequests,
  requestMs: number,
): { readonly watch: (request: IncomingMessage) => void; readonly stop: () => void } => {
  const coming = new Map<IncomingMessage, number>();
  const looking = setInterval(() => {
    const latest = performance.now() - requestMs;
    for (const [request, since] of coming) if (since < latest && !request.complete) request.socket.destroy();
  }, LOOKED_EVERY_MS);
  return {
    watch(request) {
      if (is(request)) return;
      coming.set(request, performance.now());
      request.once("close", () => coming.delete(request));
    },
    stop: () => clearInterval(looking),
  };
};

/** Readiness of a process that is about to stop listening; it still answers everything else. */
const answerStopping = (response: ServerResponse): void => {
  response.writeHead(503, { "content-type": "application/json; charset=utf-8" }).end('{"status":"stopping"}');
};

/** How long "not ready" is told before the port closes, in milliseconds; balancers ask every few seconds. */
export const DEFAULT_NOTICE_MS = 5_000;

/** What its variable is for. */
export const NOTICE_DOC =
  "Milliseconds between a signal to stop and the closing of the port: /readyz answers 503, all else is served. 0 where nothing routes by readiness.";

/** A notice of so many milliseconds. */
export const noticeOf =
  (ms: number): (() => Promise<void>) =>
  () =>
    pause(ms);

/** Calls `stop` once on SIGTERM, SIGINT or the end of the parent process, then exits 0; a second signal exits at once. */
export const stopOnSignal = (stop: () => Promise<void>): void => {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    void stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
  // A process that was forked ends with the one that forked it, even if that one was killed.
  process.on("disconnect", onSignal);
};
