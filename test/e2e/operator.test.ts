/** The operator's endpoints: for platform administrators alone, on the admin port. */
import "reflect-metadata";
import type { RunningGateway } from "../../gateway/gateway.js";
import { readSchemaEdition } from "../../gateway/generation/schema-files.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { closedAs } from "../support/closures.js";
import { startFixtureGateway } from "../support/fixture-gateway.js";
import { startTestIssuer, type TestIssuer } from "../support/issuer.js";

const log = createLogger({ name: "test", level: "silent" });
let issuer: TestIssuer;
let gateway: RunningGateway;
let edition = readSchemaEdition();
beforeAll(async () => {
  issuer = await startTestIssuer();
  gateway = await startFixtureGateway(
    SUBGRAPHS.map(({ name }) => ({ name, url: "http://127.0.0.1:9/graphql" })),
    { issuerUrl: issuer.issuerUrl, operatorKey: issuer.publicKey, explorer: false, edition: () => edition, log },
  );
});
afterAll(async () => {
  await gateway.stop();
  await issuer.stop();
});

const call = async (path: string, user?: string, init: RequestInit = {}): Promise<Response> => {
  const token = user === undefined ? undefined : await issuer.tokens.userToken(user, "gov-cli");
  return fetch(`${gateway.adminUrl}/operator${path}`, {
    ...init,
    headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
  });
};

describe("the operator's endpoints", () => {
  it("are closed to everybody else", async () => {
    expect((await call("/generation")).status).toBe(401);
    expect((await call("/generation", "supervisor-1")).status).toBe(403);
    expect((await fetch(`${gateway.url}/operator/generation`)).status).toBe(404);
  });

  it("are beside a front page that says where things are, where there is no explorer", async () => {
    const page = await fetch(`${gateway.url}/`);
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
    expect(await page.text()).toMatch(/\/graphql[\s\S]*\/schema\.graphql[\s\S]*\/negative-list/);
  });

  it("reload the supergraph without a pause", async () => {
    const before = (await (await call("/generation", "admin-1")).json()) as { number: number; hash: string };
    const after = (await (await call("/reload", "admin-1", { method: "POST" })).json()) as {
      number: number;
      hash: string;
    };
    expect([after.number, after.hash]).toEqual([before.number + 1, before.hash]);
    const answer = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ me { username } }" }),
    });
    expect(await answer.json()).toEqual({ data: { me: null } });
  });

  it("reload the table that the gateway's own fields tell", async () => {
    const closedFields = async (): Promise<number> => {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ negativeList(first: 1) { totalCount } }" }),
      });
      const { data } = (await response.json()) as { data: { negativeList: { totalCount: number } } };
      return data.negativeList.totalCount;
    };
    const { supergraph, policy } = edition;
    expect(await closedFields()).toBe(policy.fields.length);
    const fewer = { ...policy, fields: policy.fields.slice(0, 7) };
    edition = { supergraph: closedAs(supergraph, fewer), policy: fewer };
    await call("/reload", "admin-1", { method: "POST" });
    expect(await closedFields()).toBe(7);
    edition = { supergraph, policy };
    await call("/reload", "admin-1", { method: "POST" });
    expect(await closedFields()).toBe(policy.fields.length);
  });

  it("change the log level, and refuse a level that is none", async () => {
    expect(
      await (await call("/log-level", "admin-1", { method: "POST", body: JSON.stringify({ level: "error" }) })).json(),
    ).toEqual({ level: "error" });
    expect(log.level).toBe("error");
    expect(
      (await call("/log-level", "admin-1", { method: "POST", body: JSON.stringify({ level: "loud" }) })).status,
    ).toBe(400);
  });

  it.each([
    ["malformed", '{"level":'],
    ["larger than a setting is", JSON.stringify({ level: "x".repeat(200_000) })],
  ])("refuse a body that is %s as the client's mistake", async (_name, body) => {
    const response = await call("/log-level", "admin-1", { method: "POST", body });
    expect([response.status, await response.json(), response.headers.get("x-powered-by")]).toEqual([
      400,
      { errors: [{ message: expect.any(String), extensions: { code: "BAD_USER_INPUT" } }] },
      null,
    ]);
  });
});
