/** The HTTP shell of a process: health, readiness, listening and a drain that finishes what was begun. */
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
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
  const server: Server = createServer(
    { headersTimeout: 10_000, requestTimeout: 15_000, maxHeaderSize: 16 * 1024, keepAliveTimeout: 65_000 },
    options.listener,
  );
  server.maxHeadersCount = 100;
  server.listen(options.port, options.host);
  await Promise.race([
    once(server, "listening"),
    once(server, "error").then(([error]) => Promise.reject(error as Error)),
  ]);
  const { port } = server.address() as AddressInfo;
  let draining = false;
  return {
    url: `http://${options.host.includes(":") ? `[${options.host}]` : options.host}:${port}`,
    port,
    draining: () => draining,
    async stop() {
      if (draining) return;
      draining = true;
      if (options.noticeMs) await new Promise((resolve) => setTimeout(resolve, options.noticeMs));
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const force = setTimeout(() => server.closeAllConnections(), options.drainMs ?? 15_000);
      await closed;
      clearTimeout(force);
    },
  };
};

/** Calls `stop` once on SIGTERM or SIGINT, then exits 0; a second signal exits at once. */
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
};
