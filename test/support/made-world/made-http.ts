/** The services of a made world over HTTP, at one loopback port; requests to them are counted. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { MadeServices } from "./made-services.js";

/** Services that run. */
export interface MadeHttp {
  /** Names and addresses. */
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  /** GraphQL requests so far. */
  requests(): number;
  stop(): Promise<void>;
}

/** Starts them. */
export const startMadeHttp = async ({ services }: MadeServices): Promise<MadeHttp> => {
  let requests = 0;
  const server = createServer((request, response) => {
    const service = services.get(request.url!.slice(1));
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      requests += 1;
      const { query, variables } = JSON.parse(Buffer.concat(parts).toString()) as { query: string; variables?: object };
      void service!.ask(query, { ...variables }).then((answer) => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify(answer));
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    subgraphs: [...services.keys()].map((name) => ({ name, url: `http://127.0.0.1:${port}/${name}` })),
    requests: () => requests,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
};
