/** A service that counts what it is asked and answers nothing: whoever is refused before must not reach it. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A counting service that runs. */
export interface CountingServer {
  readonly url: string;
  /** GraphQL requests so far. */
  requests(): number;
  stop(): Promise<void>;
}

/** Starts it on a free loopback port. */
export const startCounting = async (): Promise<CountingServer> => {
  let requests = 0;
  const server = createServer((request, response) => {
    if (request.url === "/graphql") requests += 1;
    request.resume();
    response.setHeader("content-type", "application/json");
    response.end(`{"data":null,"errors":[{"message":"Nothing is here."}]}`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    requests: () => requests,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
};
