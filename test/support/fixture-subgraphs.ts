/** Two small subgraphs over HTTP that fail on command, and the supergraph they compose to. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { graphql, parse } from "graphql";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;

const SHOPS = `${LINK}
  type Query { shop(id: ID!): Shop shops: [Shop] some(first: Int): [Shop] node: Node }
  interface Node { id: ID! }
  type Shop implements Node @key(fields: "id") { id: ID! name: String next: Shop broken(text: String): String }
`;

const RATINGS = `${LINK}
  type Query { topics: [String] }
  type Shop @key(fields: "id") { id: ID! stars: Int note: String }
`;

const shop = (id: string): object => ({
  __typename: "Shop",
  id,
  name: `Shop ${id}`,
  next: () => shop(`${id}x`),
  broken: () => {
    throw new Error("select * from shops at 10.0.0.7:5432 with password hunter2");
  },
});

const SCHEMAS = {
  shops: buildSubgraphSchema([
    {
      typeDefs: parse(SHOPS),
      resolvers: {
        Query: {
          shop: (_: unknown, { id }: { id: string }) => shop(id),
          shops: () => ["1", "2", "3"].map(shop),
          some: () => [shop("1")],
        },
        Shop: { __resolveReference: ({ id }: { id: string }) => shop(id) },
      },
    },
  ]),
  ratings: buildSubgraphSchema([
    {
      typeDefs: parse(RATINGS),
      resolvers: { Query: { topics: () => ["a"] }, Shop: { stars: () => 4, note: () => null } },
    },
  ]),
} as const;

/** Name of a fixture subgraph. */
export type FixtureName = keyof typeof SCHEMAS;

/** Answers one request in place of the schema; `request` is already read. */
export type Fault = (response: ServerResponse, request: ReceivedBody) => void;

/** A request whose body is read. */
export interface ReceivedBody {
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** Requests that are not answered yet. */
export interface HeldRequests {
  count(): number;
  /** Answers them, and holds no more. */
  release(): void;
}

/** A fixture subgraph that runs. */
export interface FixtureSubgraph {
  readonly name: FixtureName;
  readonly url: string;
  /** GraphQL requests so far. */
  requests(): number;
  /** What the last request carried. */
  last(): ReceivedBody | undefined;
  /** Makes every request fail in this way; undefined heals it. */
  fail(fault: Fault | undefined): void;
  /** Lets requests whose body it is true of wait until they are released; others are answered. */
  hold(which: (body: string) => boolean): HeldRequests;
  /** Adds `extensions` to every answer. */
  extend(extensions: object | undefined): void;
  stop(): Promise<void>;
}

/** The supergraph of the fixture subgraphs; an older one knows no stars. */
export const fixtureSupergraph = ({ withoutStars = false } = {}): string => {
  const ratings = withoutStars ? RATINGS.replace("stars: Int ", "") : RATINGS;
  const result = composeServices([
    { name: "shops", url: "http://shops.invalid/graphql", typeDefs: parse(SHOPS) },
    { name: "ratings", url: "http://ratings.invalid/graphql", typeDefs: parse(ratings) },
  ]);
  if (result.errors) throw new AggregateError(result.errors, "The fixture does not compose.");
  return result.supergraphSdl;
};

const readAll = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
};

/** Starts a fixture subgraph on a free loopback port. */
export const startFixtureSubgraph = async (name: FixtureName): Promise<FixtureSubgraph> => {
  let fault: Fault | undefined;
  let isHeld: ((body: string) => boolean) | undefined;
  const held: (() => void)[] = [];
  let extensions: object | undefined;
  let requests = 0;
  let last: ReturnType<FixtureSubgraph["last"]>;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url = "" } = request;
    if (!/^\/graphql(\?|$)/.test(url)) return void response.end(`{"status":"ok"}`);
    const body = await readAll(request);
    requests += 1;
    last = { url, headers: request.headers, body };
    if (fault) return fault(response, last);
    if (isHeld?.(body)) await new Promise<void>((resolve) => held.push(resolve));
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    const result = await graphql({ schema: SCHEMAS[name], source: query, variableValues: variables });
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ ...result, ...(extensions ? { extensions } : {}) }));
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    name,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    requests: () => requests,
    last: () => last,
    fail: (next) => void (fault = next),
    hold(which) {
      isHeld = which;
      return {
        count: () => held.length,
        release() {
          isHeld = undefined;
          for (const answer of held.splice(0)) answer();
        },
      };
    },
    extend: (next) => void (extensions = next),
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
};

/** Ways in which a subgraph answers badly. Every text that a client must not see contains SECRET. */
export const FAULTS = {
  hang: () => undefined,
  halfJson: (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write(`{"data":{"shop":{"name":"SECRET`);
  },
  cutJson: (response) => void response.writeHead(200).end(`{"data":{"shop":{"name":"SECRET`),
  status500: (response) => void response.writeHead(500).end("SECRET stack at /srv/app.js:1 db.internal:5432"),
  html: (response) => void response.writeHead(200, { "content-type": "text/html" }).end("<h1>SECRET</h1>"),
  redirect: (response) => void response.writeHead(302, { location: "http://127.0.0.1:1/SECRET" }).end(),
  tooLarge: (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(`{"data":{"shop":{"name":"${"S".repeat(9 * 1024 * 1024)}"}}}`);
  },
  reset: (response) => void response.socket?.destroy(),
  nullAnswer: (response) => void response.end("null"),
  listAnswer: (response) => void response.end("[]"),
  emptyAnswer: (response) => void response.end("{}"),
  textData: (response) => void response.end(`{"data":"SECRET"}`),
  textErrors: (response) => void response.end(`{"errors":"SECRET"}`),
  nullError: (response) => void response.end(`{"errors":[null]}`),
  textPath: (response) => void response.end(`{"errors":[{"message":"SECRET","path":"SECRET"}]}`),
  gzip: (response) =>
    void response.writeHead(200, { "content-encoding": "gzip" }).end(Buffer.from("1f8b0800000000000003", "hex")),
} as const satisfies Record<string, Fault>;
