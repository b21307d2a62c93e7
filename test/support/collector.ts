/** An OpenTelemetry collector that keeps what it is sent. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A running one. */
export interface Collector {
  readonly endpoint: string;
  /** Bodies that came to a path, in their order. */
  bodies(path: "/v1/traces" | "/v1/metrics"): readonly string[];
  /** Forgets them. */
  clear(): void;
  stop(): void;
}

/** Starts it at a port of the system. */
export const startCollector = async (): Promise<Collector> => {
  let came: { readonly path: string; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      came.push({ path: request.url ?? "", body });
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies: (path) => came.filter((each) => each.path === path).map(({ body }) => body),
    clear: () => void (came = []),
    stop: () => void server.close(),
  };
};
