/** The development issuer beyond sign-in: refresh, identity, logout, the operator's key, and keys that outlive a restart. */
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from "jose";
import express from "express";
import { createOperatorGuard, createTokenVerifier } from "../../../platform/auth/index.js";
import { startHttpService } from "../../../platform/http/index.js";
import { DEMO_CLIENTS, DEMO_USERS } from "../../../infra/keycloak/demo-users.js";
import { startIssuer, type RunningIssuer } from "../../../infra/local/issuer/issuer.js";

const REDIRECT = "http://localhost:4000/";
let issuer: RunningIssuer;
let directory: string;
const start = (port = 0): Promise<RunningIssuer> =>
  startIssuer({
    host: "127.0.0.1",
    port,
    keyFile: join(directory, "key.json"),
    redirectUris: [REDIRECT, "http://127.0.0.1:4000/"],
    production: false,
  });
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "govgraph-issuer-"));
  issuer = await start();
});
afterAll(async () => {
  await issuer.stop();
  rmSync(directory, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
}

const endpoint = (name: string): string => `${issuer.issuerUrl}/protocol/openid-connect/${name}`;
const post = async (name: string, values: Record<string, string>): Promise<Answer> => {
  const response = await fetch(endpoint(name), { method: "POST", body: new URLSearchParams(values) });
  const text = await response.text();
  return { status: response.status, body: text === "" ? {} : (JSON.parse(text) as Answer["body"]) };
};
const password = (username: string, more: Record<string, string> = {}): Promise<Answer> =>
  post("token", { grant_type: "password", client_id: "gov-cli", username, password: `demo-only-${username}`, ...more });
const verify = (token = ""): Promise<unknown> => createTokenVerifier({ issuer: issuer.issuerUrl }).verify(token);

const signIn = async (scope: string): Promise<Answer> => {
  const verifier = randomBytes(32).toString("base64url");
  const question = new URLSearchParams({
    client_id: "gov-portal",
    response_type: "code",
    redirect_uri: REDIRECT,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    state: "s1",
    nonce: "n1",
    scope,
  });
  // As a browser does: the page, its hidden fields, the form.
  const page = await (await fetch(`${endpoint("auth")}?${question}`)).text();
  const hidden = [...page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
    ([, name, value]) => [name!, value!.replaceAll(/&#(\d+);/g, (_all, code) => String.fromCharCode(code))] as const,
  );
  const answer = await fetch(endpoint("auth"), {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams([
      ...hidden.map(([a, b]) => [a, b] as [string, string]),
      ["username", "officer-1"],
      ["password", "demo-only-officer-1"],
    ]),
  });
  const code = new URL(answer.headers.get("location")!).searchParams.get("code")!;
  return post("token", {
    grant_type: "authorization_code",
    client_id: "gov-portal",
    redirect_uri: REDIRECT,
    code,
    code_verifier: verifier,
  });
};

describe("the development issuer", () => {
  it("carries scope and nonce through the sign-in page", async () => {
    const { body } = await signIn("openid");
    expect(body).toMatchObject({ token_type: "Bearer", scope: "openid gov-graph", expires_in: 300 });
    expect(decodeJwt(body["id_token"]!)).toMatchObject({ aud: "gov-portal", typ: "ID", nonce: "n1" });
    expect(decodeProtectedHeader(body["access_token"]!)).toMatchObject({ alg: "ES256", typ: "JWT" });
    await expect(verify(body["access_token"])).resolves.toMatchObject({
      kind: "person",
      username: "officer-1",
      clientId: "gov-portal",
      agencyUscc: "11990101MB9000015E",
      divisionCode: "222401",
    });
    // The identity token is no access token.
    await expect(verify(body["id_token"])).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("gives no identity token without the scope openid", async () =>
    expect((await signIn("")).body).not.toHaveProperty("id_token"));

  it("refreshes once, and ends the session where a refresh token is used again", async () => {
    const { body } = await signIn("openid");
    const refresh = (token = "", client = "gov-portal"): Promise<Answer> =>
      post("token", { grant_type: "refresh_token", client_id: client, refresh_token: token });
    const next = await refresh(body["refresh_token"]);
    expect(next.status).toBe(200);
    const session = decodeJwt(body["access_token"]!)["sid"];
    expect(decodeJwt(next.body["access_token"]!)["sid"]).toBe(session);
    await expect(verify(next.body["access_token"])).resolves.toMatchObject({ username: "officer-1" });
    expect((await refresh(body["refresh_token"])).status).toBe(400);
    expect((await refresh(next.body["refresh_token"])).status).toBe(400);
    expect((await refresh("unknown")).status).toBe(400);
    const other = (await signIn("")).body["refresh_token"];
    expect((await refresh(other, "gov-cli")).status).toBe(400);
  });

  it("ends a session at logout", async () => {
    const { body } = await password("agent-1");
    const token = { client_id: "gov-cli", refresh_token: body["refresh_token"]! };
    expect((await post("logout", token)).status).toBe(204);
    expect((await post("token", { grant_type: "refresh_token", ...token })).status).toBe(400);
    const to = async (target: string): Promise<[number, string | null]> => {
      const query = new URLSearchParams({ post_logout_redirect_uri: target, state: "s" });
      const response = await fetch(`${endpoint("logout")}?${query}`, { redirect: "manual" });
      return [response.status, response.headers.get("location")];
    };
    expect(await to(REDIRECT)).toEqual([302, `${REDIRECT}?state=s`]);
    expect(await to("http://evil.example/")).toEqual([400, null]);
  });

  it("says who a token is, to those with the scope openid", async () => {
    const ask = async (token: string): Promise<[number, unknown]> => {
      const response = await fetch(endpoint("userinfo"), { headers: { authorization: `Bearer ${token}` } });
      return [response.status, await response.json()];
    };
    const [status, info] = await ask((await password("officer-1", { scope: "openid" })).body["access_token"]!);
    expect([status, info]).toMatchObject([200, { preferred_username: "officer-1", division_code: "222401" }]);
    expect((await ask((await password("officer-1")).body["access_token"]!))[0]).toBe(403);
    expect((await ask("a.b.c"))[0]).toBe(401);
  });

  it.each(DEMO_USERS)("gives $username the claims of the table", async ({ username, roles, claims }) => {
    const { body } = await password(username);
    expect(decodeJwt(body["access_token"]!)).toMatchObject({ realm_access: { roles }, azp: "gov-cli", ...claims });
    await expect(verify(body["access_token"])).resolves.toMatchObject({ kind: "person", username, roles });
  });

  it("gives a service account the scopes it asks for, and refuses any that it may not have", async () => {
    const ask = (scope: string): Promise<Answer> =>
      post("token", {
        grant_type: "client_credentials",
        client_id: "app-open",
        client_secret: "demo-only-app-open",
        scope,
      });
    const { body } = await ask("credit.read funds.read");
    expect(body["scope"]).toBe("gov-graph credit.read funds.read");
    expect(await verify(body["access_token"])).toMatchObject({ scopes: ["gov-graph", "credit.read", "funds.read"] });
    expect(await ask("admin.write")).toMatchObject({ status: 400, body: { error: "invalid_scope" } });
  });

  it.each(DEMO_CLIENTS)("gives $clientId a token for its secret alone", async ({ clientId, roles }) => {
    const ask = (secret: string): Promise<Answer> =>
      post("token", { grant_type: "client_credentials", client_id: clientId, client_secret: secret });
    const { body } = await ask(`demo-only-${clientId}`);
    await expect(verify(body["access_token"])).resolves.toMatchObject({ kind: "client", clientId, roles });
    expect(body).not.toHaveProperty("refresh_token");
    expect([(await ask("wrong")).status, (await ask("")).status]).toEqual([401, 401]);
  });

  it("has no password grant but for gov-cli, and no other grants", async () => {
    expect((await password("agent-1", { client_id: "gov-portal" })).status).toBe(400);
    expect((await password("agent-1", { password: "demo-only-agent-2" })).status).toBe(400);
    expect((await post("token", { grant_type: "implicit", client_id: "gov-cli" })).status).toBe(400);
  });

  it("gives the administrator a token that the operator's guard takes", async () => {
    const realm = (await (await fetch(issuer.issuerUrl)).json()) as { public_key: string };
    const app = express();
    app.use(createOperatorGuard({ issuerUrl: issuer.issuerUrl, realmPublicKeyPem: realm.public_key }));
    app.get("/", (_request, response) => void response.json("through"));
    app.use((_error: unknown, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
      response.status(403).json("refused");
    });
    const http = await startHttpService({ listener: app, host: "127.0.0.1", port: 0 });
    const ask = async (username: string): Promise<unknown> => {
      const { body } = await password(username);
      return (await fetch(http.url, { headers: { authorization: `Bearer ${body["access_token"]}` } })).json();
    };
    expect([await ask("admin-1"), await ask("supervisor-1")]).toEqual(["through", "refused"]);
    await http.stop();
  });

  it("publishes what its endpoints are, and no private key", async () => {
    const discovery = (await (
      await fetch(`${issuer.issuerUrl}/.well-known/openid-configuration`)
    ).json()) as Answer["body"];
    expect(discovery).toMatchObject({ issuer: issuer.issuerUrl, userinfo_endpoint: endpoint("userinfo") });
    const set = (await (await fetch(discovery["jwks_uri"]!)).json()) as JSONWebKeySet;
    expect(set.keys.map(({ alg }) => alg)).toEqual(["ES256", "RS256"]);
    for (const key of set.keys) expect(Object.keys(key)).not.toEqual(expect.arrayContaining(["d"]));
  });

  it("lets the explorer's origins ask, and no others", async () => {
    const origin = async (from: string): Promise<string | null> =>
      (await fetch(endpoint("certs"), { headers: { origin: from } })).headers.get("access-control-allow-origin");
    expect([await origin("http://127.0.0.1:4000"), await origin("http://evil.example")]).toEqual([
      "http://127.0.0.1:4000",
      null,
    ]);
  });

  it("keeps its keys over a restart", async () => {
    const { body } = await password("citizen-1");
    const again = await start();
    await expect(jwtVerify(body["access_token"]!, createLocalJWKSet(again.tokens.publicKeys))).resolves.toBeDefined();
    await again.stop();
  });
});
