/** Tokens of the development issuer, with the claims that Keycloak would give (docs/identity.md#claims). */
import { createHash, createPublicKey, randomUUID, type JsonWebKey } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import {
  SignJWT,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  type JWK,
  type JWTPayload,
} from "jose";
import { DEMO_CLIENTS, DEMO_USERS } from "../../keycloak/demo-users.js";
import { READ_SCOPES } from "../../../platform/auth/index.js";
import type { Session } from "./sessions.js";

const LIFETIME_S = 300;

/** Signs tokens. */
export interface TokenIssuer {
  readonly issuerUrl: string;
  readonly publicKeys: { readonly keys: JWK[] };
  /** The RS256 key as Keycloak's `GET /realms/gov` shows it, base64 of the SPKI. */
  readonly realmPublicKey: string;
  /** Access token of a demonstration user, undefined where there is none of that name. */
  userToken(username: string, clientId: string, session?: Session): Promise<string | undefined>;
  /** Identity token for the client of a session. */
  identityToken(session: Session): Promise<string>;
  /** Claims of an access token of ours. Throws where it is not one. */
  read(accessToken: string): Promise<JWTPayload>;
  /** Access token of a service account with the scopes it asks for, undefined where id or secret is wrong. */
  clientToken(clientId: string, secret: string, scope?: string): Promise<string | undefined>;
}

type Algorithm = "ES256" | "RS256";

const BASE_SCOPE = "gov-graph";

/** The scope of a service account's token; undefined where one is asked for that it may not have, as Keycloak answers. */
export const grantedScope = (asked: string): string | undefined => {
  const names = asked.split(" ").filter((name) => name !== "" && name !== BASE_SCOPE);
  return names.every((name) => (READ_SCOPES as readonly string[]).includes(name))
    ? [BASE_SCOPE, ...new Set(names)].join(" ")
    : undefined;
};

/** Clients whose tokens the operator's endpoints take; keycloak-connect knows RS256 alone. The others get ES256. */
const RS256_CLIENTS = ["gov-cli", "gov-operator"];

/** Creates the issuer; its keys are kept in `keyFile` and beside it, so that tokens outlive a restart. */
export const createTokenIssuer = async (issuerUrl: string, keyFile: string): Promise<TokenIssuer> => {
  const keys = { ES256: readKey(keyFile, "ES256"), RS256: readKey(`${keyFile}.rs256`, "RS256") };
  const publicKeys = { keys: [publicPart(await keys.ES256, "ES256"), publicPart(await keys.RS256, "RS256")] };
  const sign = async (subject: string, audience: string, claims: object, algorithm: Algorithm): Promise<string> => {
    const jwk = await keys[algorithm];
    return new SignJWT({ acr: "basic", ...claims })
      .setProtectedHeader({ alg: algorithm, typ: "JWT", kid: jwk.kid ?? "" })
      .setIssuer(issuerUrl)
      .setAudience(audience)
      .setSubject(subject)
      .setJti(`onrtac:${randomUUID()}`)
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_S}s`)
      .sign(await importJWK(jwk, algorithm));
  };
  const access = (subject: string, clientId: string, claims: object): Promise<string> =>
    sign(
      subject,
      "gov-graph",
      { typ: "Bearer", azp: clientId, scope: BASE_SCOPE, ...claims },
      RS256_CLIENTS.includes(clientId) ? "RS256" : "ES256",
    );
  const subjectOf = (name: string): string => createHash("sha256").update(`demo:${name}`).digest("hex").slice(0, 32);
  return {
    issuerUrl,
    publicKeys,
    realmPublicKey: createPublicKey({ key: publicKeys.keys[1] as JsonWebKey, format: "jwk" })
      .export({ format: "der", type: "spki" })
      .toString("base64"),
    async userToken(username, clientId, session) {
      const user = DEMO_USERS.find((entry) => entry.username === username);
      if (!user) return undefined;
      return access(subjectOf(username), clientId, {
        sid: session?.id ?? randomUUID(),
        ...(session ? { scope: session.scope } : {}),
        preferred_username: username,
        realm_access: { roles: user.roles },
        ...user.claims,
      });
    },
    identityToken: ({ id, username, clientId, nonce }) =>
      sign(
        subjectOf(username),
        clientId,
        { typ: "ID", azp: clientId, sid: id, preferred_username: username, ...(nonce ? { nonce } : {}) },
        "ES256",
      ),
    async read(accessToken) {
      const { payload } = await jwtVerify(accessToken, createLocalJWKSet(publicKeys), {
        issuer: issuerUrl,
        audience: "gov-graph",
      });
      return payload;
    },
    async clientToken(clientId, secret, scope = BASE_SCOPE) {
      const client = DEMO_CLIENTS.find((entry) => entry.clientId === clientId);
      if (!client || secret !== `demo-only-${clientId}`) return undefined;
      return access(subjectOf(clientId), clientId, {
        scope,
        preferred_username: `service-account-${clientId}`,
        realm_access: { roles: client.roles },
      });
    },
  };
};

const readKey = async (file: string, algorithm: Algorithm): Promise<JWK> => {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as JWK;
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: randomUUID() };
  writeFileSync(file, JSON.stringify(jwk), { mode: 0o600 });
  return jwk;
};

const publicPart = ({ kty, crv, x, y, n, e, kid }: JWK, alg: Algorithm): JWK =>
  kty === "EC" ? { kty, crv, x, y, kid, alg, use: "sig" } : { kty, n, e, kid, alg, use: "sig" };
