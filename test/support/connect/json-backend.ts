/** A backend that answers JSON: what a test says for each path, and what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

/** A request that came. */
export interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** What it answers: JSON, or what a function writes itself. */
export type Reply =
  | { readonly json: unknown; readonly status?: number; readonly headers?: Readonly<Record<string, string>> }
  | ((response: ServerResponse) => void);

/** A running backend. */
export interface JsonBackend {
  readonly url: string;
  /** All that it was asked, in the order in which it came. */
  readonly seen: SeenRequest[];
  /** Answers by path; a path that is not among them is 404. */
  answer: (request: SeenRequest) => Reply | undefined;
  stop(): Promise<void>;
}

const readText = async (request: IncomingMessage): Promise<string> => {
  let text = "";
  for await (const piece of request) text += String(piece);
  return text;
};

/** Starts one on a free port of this machine. */
export const startJsonBackend = async (): Promise<JsonBackend> => {
  const backend: { seen: SeenRequest[]; answer: JsonBackend["answer"] } = { seen: [], answer: () => undefined };
  const server = createServer((request, response) => {
    void readText(request).then((body) => {
      const url = new URL(request.url ?? "/", "http://backend");
      const seen = { method: request.method ?? "", url, headers: request.headers, body };
      backend.seen.push(seen);
      const reply = backend.answer(seen);
      if (typeof reply === "function") return reply(response);
      const { json, status = 200, headers = {} } = reply ?? { json: { message: "nothing here" }, status: 404 };
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(json));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return Object.assign(backend, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  });
};
