/** The demonstration realm: the production realm of realm.json, with demonstration users and clients added. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { DEMO_CLIENTS, DEMO_USERS } from "./demo-users.js";
import { READ_SCOPES } from "../../platform/auth/index.js";

/** A client of a realm file, as far as we read it. */
export interface RealmClient {
  readonly clientId: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly publicClient?: boolean;
  readonly fullScopeAllowed: boolean;
  readonly standardFlowEnabled: boolean;
  readonly implicitFlowEnabled: boolean;
  readonly directAccessGrantsEnabled: boolean;
  readonly serviceAccountsEnabled: boolean;
  readonly secret?: string;
  readonly defaultClientScopes: readonly string[];
  readonly optionalClientScopes?: readonly string[];
  readonly redirectUris?: readonly string[];
  readonly webOrigins?: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A user of a realm file. */
export interface RealmUser {
  readonly username: string;
  readonly enabled: boolean;
  readonly email?: string;
  readonly emailVerified?: boolean;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly serviceAccountClientId?: string;
  readonly realmRoles: readonly string[];
  readonly clientRoles?: Readonly<Record<string, readonly string[]>>;
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  readonly credentials?: readonly { readonly type: string; readonly value: string; readonly temporary: boolean }[];
}

/** A realm file (Keycloak's RealmRepresentation), as far as we read it. */
export interface Realm {
  readonly realm: string;
  readonly displayName: string;
  readonly sslRequired: string;
  readonly bruteForceProtected: boolean;
  readonly registrationAllowed: boolean;
  readonly accessTokenLifespan: number;
  readonly revokeRefreshToken: boolean;
  readonly roles: { readonly realm: readonly { readonly name: string }[] };
  readonly clientScopes: readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[];
  readonly scopeMappings: readonly { readonly clientScope: string; readonly roles: readonly string[] }[];
  readonly clients: readonly RealmClient[];
  readonly users: readonly RealmUser[];
}

/** Where the demonstration realm's placeholders point while the environment does not say otherwise. */
const DEMO_URLS = { GOV_PORTAL_URL: "http://localhost:4000", GOV_OPERATOR_URL: "http://localhost:4900" };
const PORTAL_ON_LOOPBACK = "http://127.0.0.1:4000";
/** Where a front-end team's own page runs; Vite's port by default. */
const FRONT_END = "${GOV_FRONT_END_URL:http://localhost:5173}";

/** Reads a realm file of this folder. */
export const readRealm = (file: "realm.json" | "realm.demo.json"): Realm =>
  JSON.parse(readFileSync(projectPath(`infra/keycloak/${file}`), "utf8")) as Realm;

/** Makes the demonstration realm from the production one. */
export const createDemoRealm = (production: Realm): Realm => {
  const realm = JSON.parse(withDefaults(JSON.stringify(production))) as Realm;
  return {
    ...realm,
    displayName: "政务服务统一身份（演示）",
    clients: [
      ...realm.clients.map((client) => IN_DEMONSTRATION[client.clientId]?.(client) ?? client),
      demoClient("gov-cli", {
        publicClient: true,
        directAccessGrantsEnabled: true,
        // The operator's endpoints take RS256 alone; `npm run token -- admin-1` is for them too.
        attributes: { "access.token.signed.response.alg": "RS256" },
      }),
      ...DEMO_CLIENTS.map(({ clientId }) =>
        demoClient(clientId, {
          serviceAccountsEnabled: true,
          optionalClientScopes: READ_SCOPES,
          secret: `demo-only-${clientId}`,
          attributes: { "client_credentials.use_refresh_token": "false" },
        }),
      ),
    ],
    users: [...realm.users, ...DEMO_USERS.map(demoUser), ...DEMO_CLIENTS.map(serviceAccount)],
  };
};

const withDefaults = (json: string): string =>
  Object.entries(DEMO_URLS)
    .reduce((text, [name, url]) => text.replaceAll(`\${${name}}`, `\${${name}:${url}}`), json)
    // Subjects of the demonstration are readable names, not hashes.
    .replace("^[0-9a-f]{64}$", "^([0-9a-f]{64}|demo-subject-[0-9]+)$");

const alsoOnLoopback = (client: RealmClient): RealmClient => ({
  ...client,
  redirectUris: [...(client.redirectUris ?? []), `${PORTAL_ON_LOOPBACK}/`, `${FRONT_END}/`],
});

/** What clients of the production realm are in the demonstration. */
const IN_DEMONSTRATION: Readonly<Record<string, (client: RealmClient) => RealmClient>> = {
  "gov-portal": alsoOnLoopback,
  "gov-apps": (client) => ({ ...client, secret: "demo-only-gov-apps" }),
};

const demoClient = (clientId: string, more: Partial<RealmClient>): RealmClient => ({
  clientId,
  name: `DEMONSTRATION ONLY: ${clientId}`,
  enabled: true,
  fullScopeAllowed: false,
  standardFlowEnabled: false,
  implicitFlowEnabled: false,
  directAccessGrantsEnabled: false,
  serviceAccountsEnabled: false,
  defaultClientScopes: ["basic", "acr", "gov-roles", "gov-identity", "gov-graph", "web-origins"],
  ...more,
});

// Keycloak's default profile wants a name and an address before an account may sign in.
const demoUser = ({ username, title, roles, claims }: (typeof DEMO_USERS)[number]): RealmUser => ({
  username,
  enabled: true,
  emailVerified: true,
  email: `${username}@example.test`,
  firstName: "演示",
  lastName: title.split(" ")[0] ?? username,
  attributes: Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, [String(value)]])),
  credentials: [{ type: "password", value: `demo-only-${username}`, temporary: false }],
  realmRoles: roles,
});

const serviceAccount = ({ clientId, roles }: (typeof DEMO_CLIENTS)[number]): RealmUser => ({
  username: `service-account-${clientId}`,
  enabled: true,
  serviceAccountClientId: clientId,
  realmRoles: roles,
});
