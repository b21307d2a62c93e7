/** The HTTP shell of a process: health, readiness, listening and a drain that finishes what was begun. */
import { once } from "node:events";
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A listening process. */
export interface HttpService {
  readonly url: string;
  readonly port: number;
  /** True from the moment draining begins. */
  readonly draining: () => boolean;
  /** Stops accepting, lets requests under way finish (at most `drainMs`), closes. */
  stop(): Promise<void>;
}

/** Where and how a service listens. */
export interface HttpServiceOptions {
  readonly listener: RequestListener;
  readonly host: string;
  readonly port: number;
  /** Longest time that requests under way may take after stop, in milliseconds. @default 15000 */
  readonly drainMs?: number;
  /** Extra time between "not ready" and "not listening", so that a balancer notices. @default 0 */
  readonly noticeMs?: number;
}

/** Listens on host and port; resolves when it does. Throws EADDRINUSE with the port where it is taken. */
export const startHttpService = async (options: HttpServiceOptions): Promise<HttpService> => {
  let draining = false;
  const underWay = new Set<ServerResponse>();
  const server: Server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      // Node looks for slow senders every 30 s by default.
      connectionsCheckingInterval: 2_000,
      maxHeaderSize: 16 * 1024,
      keepAliveTimeout: 65_000,
    },
    (request, response) => {
      underWay.add(response);
      response.once("close", () => underWay.delete(response));
      if (draining) response.setHeader("connection", "close");
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
  return {
    url: `http://${options.host.includes(":") ? `[${options.host}]` : options.host}:${port}`,
    port,
    draining: () => draining,
    async stop() {
      if (draining) return;
      draining = true;
      if (options.noticeMs) await new Promise((resolve) => setTimeout(resolve, options.noticeMs));
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Node keeps a connection open after its last answer unless the answer says otherwise.
      for (const response of underWay) if (!response.headersSent) response.setHeader("connection", "close");
      server.closeIdleConnections();
      const force = setTimeout(() => server.closeAllConnections(), options.drainMs ?? 15_000);
      await closed;
      clearTimeout(force);
    },
  };
};

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
