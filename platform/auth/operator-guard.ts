/** Lets platform administrators alone through to the operator's endpoints; the one file that touches keycloak-connect. */
import { createPublicKey, type KeyObject } from "node:crypto";
import { createRequire } from "node:module";
import type { Request, RequestHandler } from "express";
import { jwtVerify } from "jose";
import type KeycloakConnect from "keycloak-connect";
import { ServiceError } from "../errors/index.js";
import { refuseToken, toTokenRefusal } from "./token-refusal.js";
import { checkClaims, readBearer } from "./token-verifier.js";

/** How the guard knows a token. */
export interface OperatorGuardOptions {
  /** A Keycloak realm, such as `https://id.example.gov.cn/realms/gov`. */
  readonly issuerUrl: string;
  /** RS256 key of the realm, PEM or its bare base64 as `GET /realms/<realm>` shows it; it is never fetched. */
  readonly realmPublicKeyPem: string;
  /** @default "gov-graph" */
  readonly audience?: string;
}

type RequestWithGrant = Request & { kauth?: { grant: KeycloakConnect.Grant } };

const TOLERANCE_S = 5;

/**
 * Creates the middleware: calls `next()` for a token with the role `platform_admin`, else `next(ServiceError)`:
 * UNAUTHENTICATED without a good token, FORBIDDEN without the role. Throws where the key is not an RSA public key.
 *
 * keycloak-connect alone accepts tokens without expiry and ignores `alg`, `nbf` and `crit`, and its `middleware()`
 * mounts unauthenticated routes. So jose verifies first, with the same key, and only `protect` is used.
 */
export const createOperatorGuard = (options: OperatorGuardOptions): RequestHandler => {
  const key = rsaKey(options.realmPublicKeyPem);
  const keycloak = createAdapter(options.issuerUrl, key);
  const protect = keycloak.protect("realm:platform_admin");

  const verify = async (request: RequestWithGrant): Promise<void> => {
    const token = readBearer(request.headersDistinct["authorization"]);
    if (token === undefined) throw refuseToken("MISSING");
    try {
      const { payload, protectedHeader } = await jwtVerify(token, key, {
        issuer: options.issuerUrl,
        audience: options.audience ?? "gov-graph",
        algorithms: ["RS256"],
        requiredClaims: ["exp", "iat", "sub", "azp"],
        clockTolerance: TOLERANCE_S,
      });
      checkClaims(payload, protectedHeader, Date.now());
      request.kauth = { grant: await keycloak.grantManager.createGrant({ access_token: token as never }) };
    } catch (error) {
      throw toTokenRefusal(error);
    }
  };

  return (request, response, next) => {
    verify(request)
      .then(() => protect(request, response, next) as unknown)
      .catch(next);
  };
};

/** The adapter, loaded only where it is used: subgraphs have no operator. */
const createAdapter = (issuerUrl: string, key: KeyObject): KeycloakConnect.Keycloak => {
  const [, server, realm] = /^(.+)\/realms\/([^/]+)$/.exec(issuerUrl) ?? [];
  if (!server || !realm) throw new Error("The issuer of the operator's guard is not a Keycloak realm.");
  const Keycloak = createRequire(import.meta.url)("keycloak-connect") as typeof KeycloakConnect;
  const keycloak = new Keycloak({}, {
    realm,
    "auth-server-url": server,
    "realm-public-key": key.export({ format: "der", type: "spki" }).toString("base64"),
    resource: "gov-graph",
    "verify-token-audience": false, // jose has checked it, whatever the audience is called.
    "bearer-only": true,
    "ssl-required": "external",
    "confidential-port": 0,
  } as KeycloakConnect.KeycloakConfig);
  keycloak.accessDenied = (_request: unknown, _response: unknown, next?: (error: unknown) => void) =>
    next?.(new ServiceError("FORBIDDEN"));
  return keycloak;
};

const rsaKey = (text: string): KeyObject => {
  const key = text.includes("-----BEGIN")
    ? createPublicKey(text)
    : createPublicKey({ key: Buffer.from(text, "base64"), format: "der", type: "spki" });
  if (key.asymmetricKeyType !== "rsa") throw new Error("The operator's guard needs an RSA public key.");
  return key;
};
