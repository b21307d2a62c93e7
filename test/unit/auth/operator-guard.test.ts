/** The operator's guard: platform administrators with an RS256 token, nobody else, and no request to the realm. */
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import express from "express";
import { SignJWT, UnsecuredJWT } from "jose";
import { createOperatorGuard } from "../../../platform/auth/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import { startHttpService, type HttpService } from "../../../platform/http/index.js";

// Nothing listens there: a guard that fetched keys would fail.
const ISSUER = "http://127.0.0.1:1/realms/gov";
const realm = generateKeyPairSync("rsa", { modulusLength: 2048 });
const other = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = realm.publicKey.export({ format: "pem", type: "spki" }).toString();
const seconds = Math.floor(Date.now() / 1_000);
const admin = {
  iss: ISSUER,
  aud: "gov-graph",
  typ: "Bearer",
  azp: "gov-operator",
  sub: "s",
  sid: "1",
  iat: seconds,
  exp: seconds + 60,
  realm_access: { roles: ["platform_admin"] },
};

const sign = (claims: object = {}, alg = "RS256", key: KeyObject = realm.privateKey): Promise<string> =>
  new SignJWT({ ...admin, ...claims }).setProtectedHeader({ alg, typ: "JWT", kid: "rs" }).sign(key);

let http: HttpService;
let reached = 0;
beforeAll(async () => {
  const app = express();
  app.use("/operator", createOperatorGuard({ issuerUrl: ISSUER, realmPublicKeyPem: pem }), (_request, response) => {
    reached += 1;
    response.json({ ok: true });
  });
  app.use((error: unknown, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
    response.status(500).json({ code: error instanceof ServiceError ? error.code : String(error) });
  });
  http = await startHttpService({ listener: app, host: "127.0.0.1", port: 0 });
});
afterAll(() => http.stop());

const ask = async (authorization?: string, path = "/operator"): Promise<unknown> => {
  const response = await fetch(`${http.url}${path}`, { headers: authorization === undefined ? {} : { authorization } });
  return response.status === 404 ? "NOT_FOUND" : ((await response.json()) as { code?: string; ok?: boolean });
};

describe("the operator's guard", () => {
  it.each(["Bearer", "bearer", "BEARER"])("lets an administrator through under the scheme %s", async (scheme) => {
    await expect(ask(`${scheme} ${await sign()}`)).resolves.toEqual({ ok: true });
  });

  it.each([
    ["another role", { realm_access: { roles: ["supervisor", "agency_officer"] } }],
    ["no role", { realm_access: undefined }],
    [
      "the role at a client alone",
      { realm_access: {}, resource_access: { "gov-graph": { roles: ["platform_admin"] } } },
    ],
  ])("forbids %s", async (_name, claims) => {
    const before = reached;
    await expect(ask(`Bearer ${await sign(claims)}`)).resolves.toEqual({ code: "FORBIDDEN" });
    expect(reached).toBe(before);
  });

  // The adapter alone accepts the first four of these.
  it.each([
    ["no expiry", { exp: undefined }],
    ["a token from the future by nbf", { nbf: seconds + 60 }],
    ["a token from the future by iat", { iat: seconds + 60 }],
    ["another audience", { aud: "account" }],
    ["an expired token", { exp: seconds - 10 }],
    ["another issuer", { iss: "http://127.0.0.1:1/realms/other" }],
    ["an identity token", { typ: "ID" }],
    ["a sender-constrained token", { cnf: { jkt: "x" } }],
  ])("refuses %s", async (_name, claims) => {
    await expect(ask(`Bearer ${await sign(claims)}`)).resolves.toEqual({ code: "UNAUTHENTICATED" });
  });

  it("refuses other keys, other algorithms, unsigned tokens and no token", async () => {
    const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
    const token = await sign();
    for (const header of [
      undefined,
      "Bearer x",
      `Bearer ${new UnsecuredJWT(admin).encode()}`,
      `Bearer ${await sign({}, "RS256", other.privateKey)}`,
      `Bearer ${await sign({}, "PS256")}`,
      `Bearer ${await sign({}, "RS384")}`,
      `Bearer ${await sign({}, "ES256", ec)}`,
      `Bearer ${token.slice(0, -8)}AAAAAAAA`,
      `Basic ${token}`,
    ]) {
      await expect(ask(header)).resolves.toEqual({ code: "UNAUTHENTICATED" });
    }
  });

  it.each(["/k_logout", "/k_push_not_before", "/logout", "/k_version"])(
    "does not mount the adapter's %s",
    async (path) => {
      await expect(ask(`Bearer ${await sign()}`, path)).resolves.toBe("NOT_FOUND");
    },
  );

  it("takes the key as Keycloak shows it, and no other kind of key", () => {
    const bare = realm.publicKey.export({ format: "der", type: "spki" }).toString("base64");
    expect(createOperatorGuard({ issuerUrl: ISSUER, realmPublicKeyPem: bare })).toBeInstanceOf(Function);
    const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "pem", type: "spki" });
    expect(() => createOperatorGuard({ issuerUrl: ISSUER, realmPublicKeyPem: ec.toString() })).toThrow(/RSA/);
    expect(() => createOperatorGuard({ issuerUrl: ISSUER, realmPublicKeyPem: "nonsense" })).toThrow();
    expect(() => createOperatorGuard({ issuerUrl: "http://127.0.0.1:1/", realmPublicKeyPem: pem })).toThrow(/realm/);
  });
});
