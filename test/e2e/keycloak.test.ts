/** A real Keycloak with the demonstration realm: its tokens are what the code believes of them. */
import "reflect-metadata";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import express from "express";
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT, type CryptoKey } from "jose";
import { fetch as askOverTls, type RequestInit, type Response as TlsResponse } from "undici";
import { databaseVariable } from "../../commands/service-urls.js";
import { keepRealm } from "../../commands/realm/keep-realm.js";
import { openRealmAdmin } from "../../commands/realm/realm-admin.js";
import { findRuntime, startKeycloak, type RunningKeycloak } from "../../infra/keycloak/keycloak.js";
import { DEMO_CLIENTS, DEMO_USERS } from "../../infra/keycloak/demo-users.js";
import { createOperatorGuard, createTokenVerifier, type Viewer } from "../../platform/auth/index.js";
import { projectPath, registeredServices } from "../../platform/config/index.js";
import { createDatabase } from "../../platform/database/index.js";
import type { AppOfRealm } from "../../platform/subgraph/wire.js";
import { startHttpService } from "../../platform/http/index.js";
import { startGateway } from "../../gateway/gateway.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { runNode } from "../support/commands.js";
import { cloneDatabase } from "../support/database.js";
import { startStack, TEST_NOW } from "../support/stack.js";
import { ORIGINS, startComposedKeycloak, type ComposedKeycloak } from "../support/composed-keycloak.js";
import { VIEWERS } from "../support/viewers.js";

const REDIRECT = "http://localhost:4000/";
const runtime = await findRuntime();
if (runtime === undefined) {
  process.stderr.write("\n*** SKIPPED: test/e2e/keycloak.test.ts needs Java with mvn and unzip, or Docker. ***\n\n");
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
};

interface SigningKey {
  readonly kid: string;
  readonly key: CryptoKey;
  /** Its public half, in JSON. */
  readonly open: string;
}

const makeKey = async (kid: string): Promise<SigningKey> => {
  const { publicKey, privateKey } = await generateKeyPair("ES256");
  return {
    kid,
    key: privateKey,
    open: JSON.stringify({ ...(await exportJWK(publicKey)), kid, alg: "ES256", use: "sig" }),
  };
};

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
}

(runtime === undefined ? describe.skip : describe)("a real Keycloak", () => {
  let keycloak: RunningKeycloak;
  beforeAll(async () => {
    keycloak = await startKeycloak({
      port: await freePort(),
      managementPort: await freePort(),
      directory: projectPath(".govgraph/keycloak"),
      fresh: true,
    });
  });
  afterAll(() => keycloak?.stop());

  const endpoint = (name: string): string => `${keycloak.issuerUrl}/protocol/openid-connect/${name}`;
  const askToken = async (values: Record<string, string>): Promise<Answer> => {
    const response = await fetch(endpoint("token"), { method: "POST", body: new URLSearchParams(values) });
    return { status: response.status, body: (await response.json()) as Answer["body"] };
  };
  const verify = (token = ""): Promise<Viewer> => createTokenVerifier({ issuer: keycloak.issuerUrl }).verify(token);
  const password = (username: string): Promise<Answer> =>
    askToken({ grant_type: "password", client_id: "gov-cli", username, password: `demo-only-${username}` });
  const authorize = (more: Record<string, string | undefined>): Promise<Response> => {
    const all = {
      client_id: "gov-portal",
      response_type: "code",
      redirect_uri: REDIRECT,
      scope: "openid",
      state: "s1",
      code_challenge_method: "S256",
      ...more,
    };
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return fetch(`${endpoint("auth")}?${new URLSearchParams(given)}`, { redirect: "manual" });
  };

  const signIn = async (username: string, redirectUri = REDIRECT): Promise<Answer> => {
    const verifier = randomBytes(32).toString("base64url");
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    const page = await authorize({ code_challenge: challenge, redirect_uri: redirectUri });
    const action = /<form[^>]+action="([^"]+)"/.exec(await page.text())![1]!.replaceAll("&amp;", "&");
    const answer = await fetch(action, {
      method: "POST",
      redirect: "manual",
      headers: {
        cookie: page.headers
          .getSetCookie()
          .map((line) => line.split(";")[0])
          .join("; "),
      },
      body: new URLSearchParams({ username, password: `demo-only-${username}`, credentialId: "" }),
    });
    const target = new URL(answer.headers.get("location")!);
    expect([target.origin + target.pathname, target.searchParams.get("state"), target.searchParams.get("iss")]).toEqual(
      [redirectUri, "s1", keycloak.issuerUrl],
    );
    return askToken({
      grant_type: "authorization_code",
      client_id: "gov-portal",
      redirect_uri: redirectUri,
      code: target.searchParams.get("code")!,
      code_verifier: verifier,
    });
  };

  it("signs a person in with code and PKCE; the verifier reads the viewer", async () => {
    const { body } = await signIn("officer-1");
    const token = body["access_token"]!;
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: "ES256", typ: "JWT" });
    expect(decodeJwt(token)).toMatchObject({ typ: "Bearer", aud: "gov-graph", azp: "gov-portal" });
    const viewer = await verify(token);
    expect({ ...viewer, scopes: [...viewer.scopes].sort() }).toEqual({
      ...VIEWERS["officer-1"],
      subjectHash: undefined,
      subjectUscc: undefined,
      scopes: ["gov-graph", "openid"],
    });
    await expect(verify(body["id_token"])).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(verify(body["refresh_token"])).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    const refresh = { grant_type: "refresh_token", client_id: "gov-portal", refresh_token: body["refresh_token"]! };
    const next = await askToken(refresh);
    await expect(verify(next.body["access_token"])).resolves.toMatchObject({ username: "officer-1" });
    expect((await askToken(refresh)).status).toBe(400);
  });

  it("lets a person who signed in, and no application, read a protected record through the gateway", async () => {
    const stack = await startStack();
    const gateway = await startGateway({
      host: "127.0.0.1",
      port: 0,
      admin: { host: "127.0.0.1", port: 0 },
      subgraphs: new Map(stack.subgraphs.map(({ name, url }) => [name, url])),
      contextKeys: stack.contextKeys,
      cursorSecret: "test",
      issuerUrl: keycloak.issuerUrl,
      clock: () => TEST_NOW,
      explorer: false,
      log: createLogger({ name: "test", level: "silent" }),
    });
    try {
      const contact = async (token = ""): Promise<{ contact: string | null; withheld: number }> => {
        const response = await fetch(`${gateway.url}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
          body: JSON.stringify({ query: `{ organization(uscc: "11990101MB9000015E") { name contact } }` }),
        });
        const { data, extensions } = (await response.json()) as {
          data: { organization: { contact: string | null } };
          extensions?: { withheld?: unknown[] };
        };
        return { contact: data.organization.contact, withheld: extensions?.withheld?.length ?? 0 };
      };
      const officer = await signIn("officer-1");
      expect(await contact(officer.body["access_token"])).toEqual({
        contact: expect.stringMatching(/^演示联系方式/),
        withheld: 0,
      });
      const application = await askToken({
        grant_type: "client_credentials",
        client_id: "app-open",
        client_secret: "demo-only-app-open",
      });
      expect(await contact(application.body["access_token"])).toEqual({ contact: null, withheld: 1 });
    } finally {
      await gateway.stop();
      await stack.stop();
    }
  });

  it("has the clients of registered apps kept in step, whose keys follow each other without a pause", async () => {
    const [first, second] = [await makeKey("first"), await makeKey("second")];
    const app: AppOfRealm = {
      ...{ clientId: "app-00000000000000e2", name: "演示应用", isOpen: true, scopes: ["credit.read"] },
      ...{ redirectUris: [REDIRECT], keys: [first.open] },
    };
    const admin = openRealmAdmin({ url: keycloak.issuerUrl, client: "gov-apps", secret: "demo-only-gov-apps" });
    const keep = async (apps: readonly AppOfRealm[], trial = false): Promise<string[]> => {
      const told: string[] = [];
      for await (const { clientId, kept, differences } of keepRealm(
        admin,
        async (after) => apps.filter((one) => one.clientId > after),
        { trial },
      ))
        told.push([clientId, kept, ...differences].join(" "));
      return told;
    };
    const asItself = async ({ key, kid }: SigningKey, scope = "credit.read"): Promise<Answer> =>
      askToken({
        ...{ grant_type: "client_credentials", scope },
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: await new SignJWT({ jti: randomBytes(16).toString("hex") })
          .setProtectedHeader({ alg: "ES256", kid })
          .setIssuer(app.clientId)
          .setSubject(app.clientId)
          .setAudience(keycloak.issuerUrl)
          .setIssuedAt()
          .setExpirationTime("30s")
          .sign(key),
      });

    expect(await keep([app], true)).toEqual([`${app.clientId} made`]);
    expect((await asItself(first)).status).toBe(401);
    expect(await keep([app])).toEqual([`${app.clientId} made`]);
    expect(await keep([app])).toEqual([`${app.clientId} same`]);
    const { body } = await asItself(first);
    await expect(verify(body["access_token"])).resolves.toMatchObject({
      ...{ kind: "client", clientId: app.clientId, roles: [] },
      scopes: expect.arrayContaining(["credit.read"]) as unknown,
    });
    expect((await asItself(first, "funds.read")).status).toBe(400);
    expect((await asItself(second)).status).toBe(400);
    expect(await keep([{ ...app, scopes: ["funds.read"] }])).toEqual([`${app.clientId} changed optionalClientScopes`]);
    expect([(await asItself(first)).status, (await asItself(first, "funds.read")).status]).toEqual([400, 200]);
    expect(await keep([app])).toEqual([`${app.clientId} changed optionalClientScopes`]);
    expect(await keep([app])).toEqual([`${app.clientId} same`]);

    const both = { ...app, keys: [first.open, second.open] };
    expect(await keep([both])).toEqual([`${app.clientId} changed jwks.string`]);
    expect([(await asItself(first)).status, (await asItself(second)).status]).toEqual([200, 200]);
    const after = { ...app, keys: [second.open] };
    await keep([after]);
    expect([(await asItself(first)).status, (await asItself(second)).status]).toEqual([400, 200]);

    expect(await keep([{ ...after, isOpen: false }])).toEqual([`${app.clientId} changed enabled`]);
    expect((await asItself(second)).status).toBe(401);
    // What an operator made by hand is left alone, and what ended before the realm knew it needs no client.
    expect(await keep([{ ...app, clientId: "app-open" }])).toEqual(["app-open left"]);
    expect(await keep([{ ...app, clientId: "app-00000000000000e3", isOpen: false }])).toEqual([
      "app-00000000000000e3 same",
    ]);
  });

  it("is kept by npm run realm, which says what it would do and does", async () => {
    const database = await cloneDatabase();
    try {
      const services = registeredServices().map((name) => [databaseVariable(name), database.urlOf(name)]);
      const told = async (environment: Readonly<Record<string, string>>, ...args: string[]): Promise<string> => {
        const run = runNode([projectPath("dist/commands/realm.js"), ...args], {
          ...(Object.fromEntries(services) as Record<string, string>),
          ...environment,
        });
        return `${await run.ended} ${run.output()}`;
      };
      const realm = { REALM_URL: keycloak.issuerUrl, REALM_CLIENT_SECRET: "demo-only-gov-apps" };
      const byHand = ["app-open", "app-partner"].map((id) => `${id}: left alone: it was made by hand\n`).join("");
      expect(await told(realm)).toBe(`0 ${byHand}0 made, 0 changed, 2 as they are, 2 left alone\n`);
      const db = createDatabase({ url: database.urlOf("reference"), applicationName: "test", schema: "reference" });
      await db("apps").update({ state: "APPROVED" }).where("client_id", "app-demo-suspended");
      await db.destroy();
      const would = `${byHand}would be: 1 made, 0 changed, 1 as they are, 2 left alone\n`;
      expect(await told(realm, "--dry-run")).toBe(`0 app-demo-suspended: made\n${would}`);
      expect(await told({})).toMatch(/^1 .*REALM_URL/s);
      expect(await told({ ...realm, REALM_CLIENT_SECRET: "wrong" })).toMatch(
        /^1 The realm does not let gov-apps in: 401 /,
      );
    } finally {
      await database.drop();
    }
  });

  it("lets who keeps its clients do nothing else", async () => {
    const { body } = await askToken({
      ...{ grant_type: "client_credentials", client_id: "gov-apps", client_secret: "demo-only-gov-apps" },
    });
    const token = body["access_token"]!;
    const status = async (path: string): Promise<number> =>
      (
        await fetch(`${keycloak.issuerUrl.replace("/realms/", "/admin/realms/")}${path}`, {
          headers: { authorization: `Bearer ${token}` },
        })
      ).status;
    expect([await status("/clients?clientId=gov-portal"), await status("/users"), await status("/keys")]).toEqual([
      ...[200, 403, 403],
    ]);
    await expect(verify(token)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("signs in from 127.0.0.1 too", async () => {
    const { body } = await signIn("citizen-1", "http://127.0.0.1:4000/");
    await expect(verify(body["access_token"])).resolves.toMatchObject({ subjectHash: "demo-subject-1" });
  });

  it.each(DEMO_CLIENTS)("gives $clientId a token for its secret", async ({ clientId, roles }) => {
    const ask = (secret: string): Promise<Answer> =>
      askToken({ grant_type: "client_credentials", client_id: clientId, client_secret: secret });
    const { body } = await ask(`demo-only-${clientId}`);
    await expect(verify(body["access_token"])).resolves.toMatchObject({ kind: "client", clientId, roles });
    expect((await ask("wrong")).status).toBe(401);
  });

  it.each(DEMO_USERS)("gives $username the viewer that all tests use", async ({ username }) => {
    const { body } = await password(username);
    const administrator = { kind: "person", roles: ["platform_admin"] };
    const known = username === "admin-1" ? administrator : VIEWERS[username as keyof typeof VIEWERS];
    await expect(verify(body["access_token"])).resolves.toMatchObject({ ...known, clientId: "gov-cli", username });
  });

  it("lets the administrator's token alone through the operator's guard, with the realm's own key", async () => {
    const realm = (await (await fetch(keycloak.issuerUrl)).json()) as { public_key: string };
    const app = express();
    app.use(createOperatorGuard({ issuerUrl: keycloak.issuerUrl, realmPublicKeyPem: realm.public_key }));
    app.get("/", (_request, response) => void response.json("through"));
    app.use(
      (error: { code: string }, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
        response.status(403).json(error.code);
      },
    );
    const http = await startHttpService({ listener: app, host: "127.0.0.1", port: 0 });
    const ask = async (answer: Answer): Promise<unknown> =>
      (await fetch(http.url, { headers: { authorization: `Bearer ${answer.body["access_token"]}` } })).json();
    expect([
      await ask(await password("admin-1")),
      await ask(await password("supervisor-1")),
      // The portal's tokens are ES256.
      await ask(await signIn("admin-1")),
    ]).toEqual(["through", "FORBIDDEN", "UNAUTHENTICATED"]);
    await http.stop();
  });

  it("refuses a request without PKCE, with plain PKCE, for tokens in the address, and other redirects", async () => {
    const challenge = createHash("sha256").update("x").digest("base64url");
    const outcome = async (more: Record<string, string | undefined>): Promise<unknown> => {
      const response = await authorize({ code_challenge: challenge, ...more });
      const location = response.headers.get("location");
      return location
        ? new URLSearchParams(new URL(location).search || new URL(location).hash.slice(1)).get("error")
        : response.status;
    };
    expect(await outcome({})).toBe(200);
    expect(await outcome({ code_challenge: undefined, code_challenge_method: undefined })).toBe("invalid_request");
    expect(await outcome({ code_challenge_method: "plain" })).toBe("invalid_request");
    expect(await outcome({ response_type: "token", nonce: "n" })).toBe("unauthorized_client");
    expect(await outcome({ redirect_uri: "http://localhost:4000/other" })).toBe(400);
    expect(await outcome({ redirect_uri: "http://evil.example/" })).toBe(400);
  });

  it("lets the pages of a redirect address read the token endpoint, and no others", async () => {
    const { body } = await signIn("citizen-1");
    const refresh = (origin: string, token = ""): Promise<Response> =>
      fetch(endpoint("token"), {
        method: "POST",
        headers: { origin },
        body: new URLSearchParams({ grant_type: "refresh_token", client_id: "gov-portal", refresh_token: token }),
      });
    const refused = await refresh("http://evil.example", body["refresh_token"]);
    expect([refused.status, refused.headers.get("access-control-allow-origin"), await refused.json()]).toEqual([
      403,
      null,
      { error: "Invalid origin" },
    ]);
    const answer = await refresh("http://127.0.0.1:4000", body["refresh_token"]);
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, "http://127.0.0.1:4000"]);
  });

  it.each(["gov-portal", "gov-operator", "admin-cli"])("gives no token for a password to %s", async (clientId) => {
    const { status, body } = await askToken({
      grant_type: "password",
      client_id: clientId,
      username: "officer-1",
      password: "demo-only-officer-1",
    });
    expect([400, 401]).toContain(status);
    expect(body).not.toHaveProperty("access_token");
  });
});

(runtime === "java" ? describe : describe.skip)("realm.json as compose.yml starts it", () => {
  let keycloak: ComposedKeycloak;
  beforeAll(async () => {
    keycloak = await startComposedKeycloak();
  });
  afterAll(() => keycloak?.stop());

  const ask = (path: string, init: RequestInit = {}): Promise<TlsResponse> =>
    askOverTls(`${keycloak.url}${path}`, { redirect: "manual", ...init, dispatcher: keycloak.dispatcher });
  const token = (realm: string, values: Record<string, string>, origin?: string): Promise<TlsResponse> =>
    ask(`/realms/${realm}/protocol/openid-connect/token`, {
      method: "POST",
      headers: origin === undefined ? {} : { origin },
      body: new URLSearchParams(values),
    });

  it("has one issuer over TLS, and nothing of the demonstration", async () => {
    const discovery = await ask("/realms/gov/.well-known/openid-configuration");
    expect(await discovery.json()).toMatchObject({ issuer: `${keycloak.url}/realms/gov` });
    const { access_token: administrator } = (await (
      await token("master", { grant_type: "password", client_id: "admin-cli", ...keycloak.admin })
    ).json()) as Record<string, string>;
    const administered = async (what: string): Promise<Record<string, unknown>[]> =>
      (await (
        await ask(`/admin/realms/gov/${what}`, { headers: { authorization: `Bearer ${administrator}` } })
      ).json()) as Record<string, unknown>[];
    expect(await administered("users")).toEqual([]);
    const clients = (await administered("clients")).filter(({ clientId }) => /^gov-/.test(String(clientId)));
    expect(clients.map(({ clientId, redirectUris }) => [clientId, redirectUris])).toEqual([
      ["gov-apps", []],
      ["gov-graph", []],
      ["gov-operator", [`${ORIGINS.GOV_OPERATOR_URL}/`]],
      ["gov-portal", [`${ORIGINS.GOV_PORTAL_URL}/`]],
    ]);
    const roles = (await administered("roles")).map(({ name }) => name);
    expect(roles).toEqual(expect.arrayContaining(["citizen", "agency_officer", "platform_admin"]));
  });

  it("leads back to the origins that were given as variables, and to no other", async () => {
    const status = async (clientId: string, redirect: string): Promise<number> =>
      (
        await ask(
          `/realms/gov/protocol/openid-connect/auth?${new URLSearchParams({
            client_id: clientId,
            redirect_uri: redirect,
            response_type: "code",
            scope: "openid",
            code_challenge_method: "S256",
            code_challenge: createHash("sha256").update("x").digest("base64url"),
          })}`,
        )
      ).status;
    expect(await status("gov-portal", "https://portal.example/")).toBe(200);
    expect(await status("gov-operator", "https://operator.example/")).toBe(200);
    expect(await status("gov-portal", "https://operator.example/")).toBe(400);
    expect(await status("gov-portal", "https://portal.example/other")).toBe(400);
  });

  it("lets each client's own origin read the token endpoint, and no other", async () => {
    const asked = async (clientId: string, origin: string): Promise<unknown[]> => {
      const values = {
        grant_type: "authorization_code",
        client_id: clientId,
        code: "none",
        redirect_uri: `${origin}/`,
      };
      const response = await token("gov", { ...values, code_verifier: "v".repeat(43) }, origin);
      const { error } = (await response.json()) as { error: string };
      return [response.status, response.headers.get("access-control-allow-origin"), error];
    };
    const { GOV_PORTAL_URL: portal, GOV_OPERATOR_URL: operator } = ORIGINS;
    expect(await asked("gov-portal", portal)).toEqual([400, portal, "invalid_grant"]);
    expect(await asked("gov-operator", operator)).toEqual([400, operator, "invalid_grant"]);
    expect(await asked("gov-portal", operator)).toEqual([403, null, "Invalid origin"]);
    expect(await asked("gov-portal", "https://evil.example")).toEqual([403, null, "Invalid origin"]);
  });
});
