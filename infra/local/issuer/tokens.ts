/** Tokens of the development issuer, with the claims that Keycloak would give (keycloak.md §2). */
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { SignJWT, exportJWK, generateKeyPair, importJWK, type JWK } from "jose";
import { DEMO_CLIENTS, DEMO_USERS } from "../../keycloak/demo-users.js";

const LIFETIME_S = 300;

/** Signs tokens. */
export interface TokenIssuer {
  readonly issuerUrl: string;
  readonly publicKeys: { readonly keys: readonly JWK[] };
  /** Access token of a demonstration user, undefined where there is none of that name. */
  userToken(username: string, clientId: string): Promise<string | undefined>;
  /** Access token of a service account, undefined where id or secret is wrong. */
  clientToken(clientId: string, secret: string): Promise<string | undefined>;
}

/** Creates the issuer; its key is kept in a file, so that tokens outlive a restart. */
export const createTokenIssuer = async (issuerUrl: string, keyFile: string): Promise<TokenIssuer> => {
  const privateJwk = existsSync(keyFile) ? (JSON.parse(readFileSync(keyFile, "utf8")) as JWK) : await newKey(keyFile);
  const key = await importJWK(privateJwk, "ES256");
  const { kty, crv, x, y, kid } = privateJwk;
  const sign = (subject: string, claims: object): Promise<string> =>
    new SignJWT({ typ: "Bearer", scope: "gov-graph", acr: "basic", ...claims })
      .setProtectedHeader({ alg: "ES256", typ: "JWT", kid: kid ?? "" })
      .setIssuer(issuerUrl)
      .setAudience("gov-graph")
      .setSubject(subject)
      .setJti(`onrtac:${randomUUID()}`)
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_S}s`)
      .sign(key);
  const subjectOf = (name: string): string => createHash("sha256").update(`demo:${name}`).digest("hex").slice(0, 32);
  return {
    issuerUrl,
    publicKeys: { keys: [{ kty: kty!, crv: crv!, x: x!, y: y!, kid: kid!, alg: "ES256", use: "sig" }] },
    async userToken(username, clientId) {
      const user = DEMO_USERS.find((entry) => entry.username === username);
      if (!user) return undefined;
      return sign(subjectOf(username), {
        azp: clientId,
        sid: randomUUID(),
        preferred_username: username,
        realm_access: { roles: user.roles },
        ...user.claims,
      });
    },
    async clientToken(clientId, secret) {
      const client = DEMO_CLIENTS.find((entry) => entry.clientId === clientId);
      if (!client || secret !== `demo-only-${clientId}`) return undefined;
      return sign(subjectOf(clientId), {
        azp: clientId,
        preferred_username: `service-account-${clientId}`,
        realm_access: { roles: client.roles },
      });
    },
  };
};

const newKey = async (file: string): Promise<JWK> => {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: randomUUID() };
  writeFileSync(file, JSON.stringify(jwk), { mode: 0o600 });
  return jwk;
};
