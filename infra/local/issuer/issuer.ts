/** The development issuer: Keycloak's URLs for demonstration users, on loopback only, never in production. */
import express, { type Express, type Request } from "express";
import { startHttpService, type HttpService } from "../../../platform/http/index.js";
import { DEMO_USERS } from "../../keycloak/demo-users.js";
import { createAccountRoutes } from "./account-routes.js";
import { createGrantStore, type Grant } from "./grants.js";
import { field, sendSignInPage } from "./sign-in-page.js";
import { createSessionStore, type Session } from "./sessions.js";
import { createTokenIssuer, grantedScope, type TokenIssuer } from "./tokens.js";

/** How the issuer runs. */
export interface IssuerOptions {
  readonly host: string;
  readonly port: number;
  readonly keyFile: string;
  /** Exact redirect URIs of the portal. */
  readonly redirectUris: readonly string[];
  readonly production: boolean;
}

/** What the token endpoint answers. */
interface Issued {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  readonly session_state?: string;
  readonly scope: string;
}

/** A running issuer. */
export interface RunningIssuer {
  readonly issuerUrl: string;
  readonly tokens: TokenIssuer;
  stop(): Promise<void>;
}

/** Starts the issuer. Throws in production. */
export const startIssuer = async (options: IssuerOptions): Promise<RunningIssuer> => {
  if (options.production) throw new Error("The development issuer does not run in production: configure Keycloak.");
  const app = express();
  const http: HttpService = await startHttpService({ listener: app, host: options.host, port: options.port });
  const issuerUrl = `http://localhost:${http.port}/realms/gov`;
  const tokens = await createTokenIssuer(issuerUrl, options.keyFile);
  addRoutes(app, tokens, options.redirectUris);
  return { issuerUrl, tokens, stop: () => http.stop() };
};

const addRoutes = (app: Express, tokens: TokenIssuer, redirectUris: readonly string[]): void => {
  const realm = "/realms/gov";
  const base = `${realm}/protocol/openid-connect`;
  const endpoint = `${tokens.issuerUrl}/protocol/openid-connect`;
  const origins = new Set(redirectUris.map((uri) => new URL(uri).origin));
  const grants = createGrantStore();
  const sessions = createSessionStore();
  app.use((request, response, next) => {
    const { origin } = request.headers;
    if (origin && origins.has(origin)) {
      response.set({
        "access-control-allow-origin": origin,
        "access-control-allow-headers": "content-type, authorization",
        vary: "origin",
      });
    }
    if (request.method === "OPTIONS") response.status(204).end();
    else next();
  });
  app.get(`${realm}/.well-known/openid-configuration`, (_request, response) => {
    response.json({
      issuer: tokens.issuerUrl,
      authorization_endpoint: `${endpoint}/auth`,
      token_endpoint: `${endpoint}/token`,
      jwks_uri: `${endpoint}/certs`,
      response_types_supported: ["code"],
      userinfo_endpoint: `${endpoint}/userinfo`,
      end_session_endpoint: `${endpoint}/logout`,
      id_token_signing_alg_values_supported: ["ES256"],
      grant_types_supported: ["authorization_code", "refresh_token", "client_credentials", "password"],
      code_challenge_methods_supported: ["S256"],
    });
  });
  app.get(`${base}/certs`, (_request, response) => void response.json(tokens.publicKeys));
  app.use(createAccountRoutes(tokens, sessions, redirectUris));

  const checked = (request: Request): { redirectUri: string; challenge: string; state: string } | undefined => {
    const source = request.method === "GET" ? request.query : (request.body as unknown);
    const redirectUri = field(source, "redirect_uri");
    const challenge = field(source, "code_challenge");
    const ok =
      field(source, "client_id") === "gov-portal" &&
      field(source, "response_type") === "code" &&
      field(source, "code_challenge_method") === "S256" &&
      /^[\w-]{43}$/.test(challenge) &&
      redirectUris.includes(redirectUri);
    return ok ? { redirectUri, challenge, state: field(source, "state") } : undefined;
  };
  const action = `${base}/auth`;
  const form = express.urlencoded({ extended: false, limit: "16kb" });
  app.get(action, (request, response) => {
    if (checked(request)) sendSignInPage(request, response, { action, wrong: false });
    else
      response
        .status(400)
        .send("The request is not one that the portal sends: client, redirect URI or PKCE challenge differ.");
  });
  app.post(action, form, (request, response) => {
    const asked = checked(request);
    if (!asked) return void response.status(400).send("The request is not one that the portal sends.");
    const username = field(request.body, "username");
    const known = DEMO_USERS.some((user) => user.username === username);
    if (!known || field(request.body, "password") !== `demo-only-${username}`)
      return sendSignInPage(request, response, { action, wrong: true });
    const code = grants.give({
      username,
      challenge: asked.challenge,
      redirectUri: asked.redirectUri,
      scope: field(request.body, "scope"),
      nonce: field(request.body, "nonce"),
    });
    const target = new URL(asked.redirectUri);
    target.searchParams.set("code", code);
    target.searchParams.set("state", asked.state);
    target.searchParams.set("iss", tokens.issuerUrl);
    response.redirect(302, target.href);
  });
  const redeem = (body: unknown): Grant | undefined =>
    grants.redeem({
      code: field(body, "code"),
      verifier: field(body, "code_verifier"),
      redirectUri: field(body, "redirect_uri"),
      clientId: field(body, "client_id"),
    });
  const issueFor = async (session: Session): Promise<Issued | undefined> => {
    const token = await tokens.userToken(session.username, session.clientId, session);
    return token === undefined
      ? undefined
      : {
          access_token: token,
          refresh_token: sessions.refreshToken(session),
          ...(session.scope.startsWith("openid ") ? { id_token: await tokens.identityToken(session) } : {}),
          session_state: session.id,
          scope: session.scope,
        };
  };
  const begin = (username: string, clientId: string, scope: string, nonce = ""): Promise<Issued | undefined> =>
    issueFor(
      sessions.begin({
        username,
        clientId,
        scope: scope.split(" ").includes("openid") ? "openid gov-graph" : "gov-graph",
        nonce,
      }),
    );
  app.post(`${base}/token`, form, (request, response) => {
    const body: unknown = request.body;
    const clientId = field(body, "client_id");
    const issue = async (): Promise<Issued | undefined> => {
      switch (field(body, "grant_type")) {
        case "authorization_code": {
          const grant = redeem(body);
          return grant && begin(grant.username, clientId, grant.scope, grant.nonce);
        }
        case "refresh_token": {
          const session = sessions.redeem(field(body, "refresh_token"), clientId);
          return session && issueFor(session);
        }
        case "password": {
          const username = field(body, "username");
          const ok = clientId === "gov-cli" && field(body, "password") === `demo-only-${username}`;
          return ok ? begin(username, clientId, field(body, "scope")) : undefined;
        }
        case "client_credentials": {
          const scope = grantedScope(field(body, "scope"));
          const token = scope && (await tokens.clientToken(clientId, field(body, "client_secret"), scope));
          return token ? { access_token: token, scope } : undefined;
        }
        default:
          return undefined;
      }
    };
    void issue().then((issued) => {
      response.set("cache-control", "no-store");
      if (issued) response.json({ token_type: "Bearer", expires_in: 300, "not-before-policy": 0, ...issued });
      else if (grantedScope(field(body, "scope")) === undefined && field(body, "grant_type") === "client_credentials")
        response.status(400).json({ error: "invalid_scope", error_description: "Invalid scopes" });
      else if (field(body, "grant_type") === "client_credentials")
        response.status(401).json({ error: "invalid_client", error_description: "Invalid client credentials" });
      else response.status(400).json({ error: "invalid_grant", error_description: "Invalid user credentials" });
    });
  });
};
