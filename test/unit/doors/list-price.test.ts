/** What it costs to be told all that stands behind a door: by its length, for a list is written again to each who asks. */
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { buildSchema } from "graphql";
import { createDoorRoutes } from "../../../gateway/doors/door-routes.js";
import type { McpDoorOptions } from "../../../gateway/doors/mcp/mcp-routes.js";
import { ANONYMOUS } from "../../../platform/auth/index.js";
import { documentIdOf } from "../../../platform/documents/index.js";

const SCHEMA = buildSchema("type Query { topics(first: Int): [String!] }");
const NAMED = Array.from({ length: 20 }, (_, at) => {
  const text = `query Topics${at} { topics(first: ${at}) }`;
  return { operation: `Topics${at}`, id: documentIdOf(text), text };
});

const charged: number[] = [];
let server: Server;
let url: string;
beforeAll(async () => {
  const routes = createDoorRoutes({
    origins: "*",
    trustedProxies: 0,
    issuerUrl: "http://localhost:8080/realms/gov",
    door: { schema: () => SCHEMA },
    doors: { open: async () => NAMED },
    verifier: { verify: async () => ANONYMOUS },
    apps: { admit: async () => undefined },
    rate: { charge: async (_request: unknown, _response: unknown, cost: number) => void charged.push(cost) },
  } as unknown as McpDoorOptions);
  server = createServer(express().use(routes)).listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => void charged.splice(0));

const mcp = async (method: string): Promise<{ readonly tools: readonly object[] }> => {
  const response = await fetch(`${url}/mcp/portal`, {
    method: "POST",
    headers: { accept: "application/json, text/event-stream", "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method }),
  });
  const [, told] = /^data: (.*)$/m.exec(await response.text())!;
  return (JSON.parse(told!) as { result: { tools: readonly object[] } }).result;
};

it("is one for each 1,024 characters of a description", async () => {
  const text = await (await fetch(`${url}/rest/portal/openapi.json`)).text();
  expect(text.length).toBeGreaterThan(10 * 1_024);
  expect(charged).toEqual([Math.ceil(text.length / 1_024)]);
});

it("is the same of tools, and one for a message that tells none", async () => {
  const { tools } = await mcp("tools/list");
  expect(tools).toHaveLength(20);
  await mcp("ping");
  expect(charged).toEqual([Math.ceil(JSON.stringify(tools).length / 1_024), 1]);
});
