/** Tools of apps: the official client over the whole stack, disclosure and quota as at GraphQL, and tokens as the specification says. */
import { request } from "node:http";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import type { RunningGateway } from "../../gateway/gateway.js";
import type { GatewayOptions } from "../../gateway/gateway-options.js";
import { openDocumentStore, type DocumentStore } from "../../platform/documents/document-store.repository.js";
import { documentIdOf, readManifest } from "../../platform/documents/index.js";
import { APP_INPUT } from "../support/verbs/apps.js";
import { startStack, type TestStack } from "../support/stack.js";
import { APP_OWNERS } from "../support/viewers.js";

const CREDIT = `query Credit($uscc: USCC!) { organization(uscc: $uscc) { __typename name contact
  penalties(first: 2) { nodes { id decisionDate fine } } creditEvaluation { level asOf } } }`;
const CASES = `query MyCases($first: Int = 5) { me { username cases(first: $first) { nodes { caseNo state applicantName } } } }`;
const REGISTER = `mutation Register($input: RegisterAppInput!) { registerApp(input: $input) { app { clientId state } } }`;
const NODE = `query AnyNode($id: ID!) { node(id: $id) { __typename id ... on Division { name level } } }`;
const RESTAURANT = "91990101MA9000011P";

let stack: TestStack;
let store: DocumentStore;
let gateway: RunningGateway;
const opened: Client[] = [];

const started = async (more: Partial<GatewayOptions> = {}): Promise<RunningGateway> =>
  (await stack.another({ documents: { store: stack.database.ownerUrl, anonymousHeld: false }, ...more })).gateway;

beforeAll(async () => {
  stack = await startStack({
    viewers: {
      app: { ...APP_OWNERS["integrator-1"], kind: "client", clientId: "app-small", username: "service-account" },
    },
  });
  store = openDocumentStore(stack.database.ownerUrl);
  const texts = [CREDIT, CASES, REGISTER, NODE];
  await store.publish(
    "portal",
    "1",
    readManifest(JSON.stringify(Object.fromEntries(texts.map((text) => [documentIdOf(text), text])))),
  );
  await store.openDoors("portal", ["mcp", "rest"]);
  gateway = await started();
});
afterAll(async () => {
  for (const client of opened) await client.close();
  await store.close();
  await stack.stop();
});

const connect = async (
  viewer?: string,
  { mode = "auto", at = gateway }: { readonly mode?: "auto" | "legacy"; readonly at?: RunningGateway } = {},
): Promise<Client> => {
  const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode } });
  const headers: Record<string, string> = viewer === undefined ? {} : { authorization: `Bearer ${viewer}.test.test` };
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${at.url}/mcp/portal`), { requestInit: { headers } }),
  );
  opened.push(client);
  return client;
};

interface Told {
  readonly data: Record<string, never> | null;
  readonly withheld?: readonly { readonly rule: string; readonly remedy: { readonly kind: string } }[];
  readonly masked?: readonly { readonly rule: string }[];
  readonly errors?: readonly { readonly extensions: { readonly code: string; readonly reason?: string } }[];
}
const call = async (client: Client, name: string, variables: object): Promise<Told & { readonly isError: boolean }> => {
  const { structuredContent, content, isError = false } = await client.callTool({ name, arguments: { ...variables } });
  expect(content).toEqual([{ type: "text", text: JSON.stringify(structuredContent) }]);
  return { ...(structuredContent as unknown as Told), isError };
};

describe("tools of an app", () => {
  it.each(["auto", "legacy"] as const)(
    "are told and called by a client of the revision that it speaks (%s)",
    async (mode) => {
      const client = await connect(undefined, { mode });
      expect(client.getNegotiatedProtocolVersion()).toBe(mode === "auto" ? "2026-07-28" : "2025-11-25");
      const { tools } = await client.listTools();
      expect(tools.map(({ name }) => name)).toEqual(["AnyNode", "Credit", "MyCases", "Register"]);
      expect(tools.map(({ annotations }) => annotations?.readOnlyHint)).toEqual([true, true, true, false]);
      const [, credit] = tools;
      expect(credit!.inputSchema).toMatchObject({ required: ["uscc"], additionalProperties: false });
      expect(credit!.description).toMatch(/organi[sz]ation/i);
      // The client holds each answer against the schema of its tool.
      const { data } = await call(client, "Credit", { uscc: RESTAURANT });
      expect(data!["organization"]).toMatchObject({ __typename: "Organization", contact: null });
      expect((await call(client, "AnyNode", { id: "Division:222401" })).data!["node"]).toMatchObject({
        __typename: "Division",
      });
    },
  );

  it("tell each reader what GraphQL tells, with what is withheld and masked", async () => {
    for (const viewer of ["anonymous", "app-partner", "officer-1", "citizen-1"]) {
      const client = await connect(viewer === "anonymous" ? undefined : viewer);
      for (const [name, query, variables] of [
        ["Credit", CREDIT, { uscc: RESTAURANT }],
        ["MyCases", CASES, { first: 3 }],
      ] as const) {
        const { body } = await stack.ask(query, { viewer, variables });
        const { data, withheld, masked } = await call(client, name, variables);
        expect({ viewer, data, withheld, masked }).toEqual({
          viewer,
          data: body.data,
          ...extensionsOf(body.extensions),
        });
      }
    }
    const { withheld } = await call(await connect(), "Credit", { uscc: RESTAURANT });
    expect(withheld!.find(({ rule }) => rule === "Organization.contact")!.remedy.kind).toBe("SIGN_IN");
  });

  it("say as their result what the graph refuses", async () => {
    const client = await connect("citizen-1");
    const codes = async (name: string, variables: object): Promise<unknown> => {
      const { isError, errors, data } = await call(client, name, variables);
      return [isError, errors?.[0]?.extensions.code, errors?.[0]?.extensions.reason, data];
    };
    expect(await codes("Credit", { uscc: "1" })).toEqual([true, "BAD_USER_INPUT", undefined, null]);
    expect(await codes("Credit", { uscc: RESTAURANT, other: 1 })).toEqual([true, "BAD_USER_INPUT", "PARAMETERS", null]);
    expect(await codes("Register", { input: APP_INPUT })).toEqual([true, "RULE_VIOLATION", "ACTOR", expect.anything()]);
    await expect(client.callTool({ name: "constructor", arguments: {} })).rejects.toThrow("There is no such tool.");
  });

  it("write in the name of who signed in, once they did", async () => {
    const { data } = await call(await connect("integrator-1"), "Register", { input: APP_INPUT });
    expect(data).toMatchObject({ registerApp: { app: { state: "REQUESTED" } } });
  });

  it("are charged as their operations are", async () => {
    // Enough for two look-ups and little more.
    const strict = await started({ rate: { quotas: { anonymous: 1_200, signedIn: 1_200 } } });
    const client = await connect(undefined, { at: strict });
    const codes: unknown[] = [];
    while (codes.length < 50 && !codes.includes("RATE_LIMITED"))
      codes.push((await call(client, "Credit", { uscc: RESTAURANT })).errors?.[0]?.extensions.code);
    expect([codes[0], codes.at(-1)]).toEqual([undefined, "RATE_LIMITED"]);
  });
});

const extensionsOf = (extensions: Record<string, unknown> = {}): object => ({
  withheld: extensions["withheld"],
  masked: extensions["masked"],
});

describe("a request for tools", () => {
  const send = (
    path: string,
    message?: unknown,
    { headers = {}, at = gateway }: { headers?: Record<string, string>; at?: RunningGateway } = {},
  ): Promise<Response> =>
    fetch(`${at.url}${path}`, {
      method: message === undefined ? "GET" : "POST",
      headers: { accept: "application/json, text/event-stream", "content-type": "application/json", ...headers },
      ...(message === undefined ? {} : { body: JSON.stringify(message) }),
    });
  const calling = (name: string, variables: object): object => ({
    ...{ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: variables } },
  });

  it("is told where tokens come from, before a write without one and after a bad one", async () => {
    const refused = await send("/mcp/portal", calling("Register", { input: APP_INPUT }));
    const metadata = `${gateway.url}/.well-known/oauth-protected-resource/mcp/portal`;
    expect(refused.status).toBe(401);
    expect(refused.headers.get("www-authenticate")).toBe(`Bearer resource_metadata="${metadata}", scope="gov-graph"`);
    const bad = await send("/mcp/portal", calling("MyCases", {}), { headers: { authorization: "Bearer x.y.z" } });
    expect([bad.status, bad.headers.get("www-authenticate")]).toEqual([
      ...[401, `Bearer error="invalid_token", resource_metadata="${metadata}", scope="gov-graph"`],
    ]);
    expect(await (await fetch(metadata)).json()).toEqual({
      resource: `${gateway.url}/mcp/portal`,
      authorization_servers: ["http://localhost:8080/realms/gov"],
      scopes_supported: ["gov-graph", "credit.read", "funds.read", "matters.read"],
      bearer_methods_supported: ["header"],
    });
  });

  it("finds its address as the proxies before the gateway say it, and no other way", async () => {
    const path = "/.well-known/oauth-protected-resource/mcp/portal";
    const headers = { "x-forwarded-proto": "https", "x-forwarded-host": "graph.example.invalid" };
    const resourceAt = async (at: RunningGateway): Promise<string> =>
      ((await (await send(path, undefined, { at, headers })).json()) as { resource: string }).resource;
    expect(await resourceAt(gateway)).toBe(`${gateway.url}/mcp/portal`);
    expect(await resourceAt(await started({ trustedProxies: 1 }))).toBe("https://graph.example.invalid/mcp/portal");
    const odd = { headers: { ...headers, "x-forwarded-host": 'a" , evil' }, at: await started({ trustedProxies: 1 }) };
    expect((await send(path, undefined, odd)).status).toBe(400);
  });

  it.each([
    ["an app that has no such door", "/mcp/nobody", calling("Credit", {}), 404],
    ["a list of messages", "/mcp/portal", [calling("Credit", { uscc: RESTAURANT })], 400],
    ["what is no message", "/mcp/portal", { hello: 1 }, 400],
    ["a stream", "/mcp/portal", undefined, 405],
  ])("is refused for %s", async (_what, path, message, status) => {
    expect((await send(path, message)).status).toBe(status);
  });

  it("with a bad token is answered whatever its host is, and the next one too", async () => {
    const { hostname, port } = new URL(gateway.url);
    const statusAt = (host: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        request({
          ...{ hostname, port, path: "/mcp/portal", method: "POST" },
          headers: { host, authorization: "Bearer x.y.z", "content-type": "application/json" },
        })
          .once("response", (response) => resolve(response.resume().statusCode))
          .once("error", reject)
          .end("{}");
      });
    expect(await statusAt("a/b")).toBe(400);
    expect(await statusAt("localhost:99999")).toBe(400);
    expect(await statusAt("[::1::]")).toBe(400);
    expect(await statusAt("gov_graph:4000")).toBe(401);
  });

  it("is kept by nobody, and charged also where it asks nothing of the graph", async () => {
    const at = await started({ rate: { quotas: { anonymous: 505, signedIn: 505 } } });
    const first = await send("/mcp/portal", { jsonrpc: "2.0", id: 1, method: "ping" }, { at });
    expect([first.status, first.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const calls = [calling("Nothing", {}), { method: "tools/call", params: { name: "Credit" } }];
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => (await send("/mcp/portal", calls[index % 2], { at })).status),
    );
    expect(statuses).toContain(429);
  });

  it("is refused to pages of origins that are not allowed", async () => {
    const at = await started({ origins: ["https://portal.example.invalid"] });
    const from = async (origin: string): Promise<number> =>
      (await send("/mcp/portal", calling("AnyNode", { id: "x" }), { at, headers: { origin } })).status;
    expect(await from("https://portal.example.invalid")).toBe(200);
    expect(await from("https://evil.example.invalid")).toBe(403);
  });
});
