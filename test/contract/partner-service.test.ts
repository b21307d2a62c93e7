/** `npm run partner -- check <name> <url>` asks the running service itself: signed, once, no further than it was told to. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createContextVerifier, createPartnerKey, parsePartnerKeys, publicKeys } from "../../platform/auth/index.js";
import { readBody } from "../../platform/http/index.js";
import { askService, isAddress } from "../../commands/partner/ask-service.js";
import { addressProblem, requireTrusted } from "../../platform/http/index.js";

const KEY = createPartnerKey("k1");
const SDL = "type Query { permit: Int }";

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

const json = (response: ServerResponse, body: unknown): void => void response.end(JSON.stringify(body));
const given: Answer = (_request, response) => json(response, { data: { _service: { sdl: SDL } } });

/** Serves the answer while `ask` runs; `ask` gets the address. */
const served = async <Result>(answer: Answer, ask: (url: string) => Promise<Result>): Promise<Result> => {
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql?x=1`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

describe("the service", () => {
  it("is asked by a request that the gateway's public key verifies, about itself and nobody", async () => {
    const verifier = createContextVerifier({ subgraph: "permits", keys: publicKeys(parsePartnerKeys(KEY)) });
    const told: unknown[] = [];
    const verified: Answer = async (request, response) => {
      const body = await readBody(request, 1_000);
      const { viewer } = verifier.verify({
        method: request.method ?? "",
        path: request.url ?? "",
        headers: request.headers,
        body,
      });
      told.push(viewer, JSON.parse(body.toString("utf8")));
      json(response, { data: { _service: { sdl: SDL } } });
    };
    expect(await served(verified, (url) => askService("permits", url, KEY))).toBe(SDL);
    expect(told).toEqual([{}, { query: "{ _service { sdl } }" }]);
  });

  it("is asked unsigned where there is no key, and by its name as well as by its number", async () => {
    const headers: string[] = [];
    const noted: Answer = (request, response) => {
      headers.push(...Object.keys(request.headers));
      return given(request, response);
    };
    expect(await served(noted, (url) => askService("permits", url.replace("127.0.0.1", "localhost"), ""))).toBe(SDL);
    expect(headers.filter((name) => /signature|govgraph/.test(name))).toEqual([]);
  });

  it.each<[string, Answer, RegExp]>([
    [
      "a refusal",
      (_request, response) => void response.writeHead(401).end(),
      /answered 401: .*set GATEWAY_PARTNER_KEYS/,
    ],
    [
      "a redirect",
      (request, response) =>
        request.url === "/elsewhere"
          ? given(request, response)
          : void response.writeHead(307, { location: "/elsewhere" }).end(),
      /answered 307: .*no redirect is followed/,
    ],
    ["a page", (_request, response) => void response.end("<html>"), /did not give its SDL/],
    [
      "errors",
      (_request, response) => json(response, { errors: [{ message: "disabled" }] }),
      /let it answer that to signed requests, or give a file/,
    ],
    ["no text", (_request, response) => json(response, { data: { _service: { sdl: 7 } } }), /did not give its SDL/],
    [
      "more than is read",
      (_request, response) =>
        void response.end(JSON.stringify({ data: { _service: { sdl: "#".repeat(9 * 1024 * 1024) } } })),
      /its answer has more than 8388608 bytes/,
    ],
    ["a connection that ends", (request) => void request.socket.destroy(), /did not answer: /],
  ])("is refused in a sentence for %s", async (_case, answer, sentence) =>
    expect(served(answer, (url) => askService("permits", url, ""))).rejects.toThrow(sentence),
  );
});

describe("an address", () => {
  it.each([
    ["http://169.254.169.254/graphql", /is no address of a service/],
    ["https://169.254.169.254/graphql", /is no address of a service/],
    ["https://[::ffff:169.254.169.254]/graphql", /is no address of a service/],
    ["https://[fe80::1]/graphql", /is no address of a service/],
    ["https://0.0.0.0/graphql", /is no address of a service/],
    ["https://[fd00:ec2::254]/graphql", /is no address of a service/],
    ["http://10.0.0.7/graphql", /is not this machine: use https/],
    ["https://me:secret@10.0.0.7/graphql", /password in it is not asked/],
  ])("%s is not asked", async (url, sentence) => expect(askService("permits", url, "")).rejects.toThrow(sentence));

  it("may be of a closed network by TLS, and of this machine without", () =>
    expect([
      addressProblem("10.0.0.7", true),
      addressProblem("fd12::7", true),
      addressProblem("127.0.0.1", false),
      addressProblem("::1", false),
    ]).toEqual([undefined, undefined, undefined, undefined]));

  it("is told from a file", () =>
    expect(["https://a/graphql", "HTTP://a", "permits.graphql", "http.graphql"].map(isAddress)).toEqual([
      true,
      true,
      false,
      false,
    ]));
});

describe("the address of what is trusted", () => {
  it.each(["https://graph.example.gov.cn", "http://localhost:4000", "http://127.0.0.1:4000", "http://[::1]:4000"])(
    "%s is one",
    (address) => expect(requireTrusted(address).href).toContain(address),
  );
  it.each(["http://graph.example.gov.cn", "http://10.0.0.7", "https://169.254.169.254", "https://u:p@graph.example"])(
    "%s is none",
    (address) => expect(() => requireTrusted(address)).toThrow(/use https|is no address|password/),
  );
});
