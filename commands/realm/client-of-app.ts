/** The client that a realm has for a registered app, and in what a kept one differs from it. Pure. */
import type { AppOfRealm } from "../../platform/subgraph/wire.js";
import type { KeptClient, WantedClient } from "./realm-admin.js";

/** By which a client is known as ours to change: one that an operator made by hand has no such attribute, and is left alone. */
export const MARK = "govgraph.app";

/** Scopes of every client; the roles of a person are theirs, an app has none (infra/keycloak/realm.json). */
const SCOPES = ["basic", "acr", "gov-roles", "gov-identity", "gov-graph", "web-origins"];

/** An app with keys proves itself by them (`private_key_jwt`) and may ask for itself; one without has nothing that only it knows, and has people sign in with PKCE alone. */
export const clientOfApp = ({ clientId, name, isOpen, redirectUris, scopes, keys }: AppOfRealm): WantedClient => {
  const proves = keys.length > 0;
  return {
    ...{ clientId, name, enabled: isOpen, protocol: "openid-connect", consentRequired: false },
    ...{ publicClient: !proves, serviceAccountsEnabled: proves, standardFlowEnabled: redirectUris.length > 0 },
    ...{ clientAuthenticatorType: proves ? "client-jwt" : "client-secret" },
    ...{ implicitFlowEnabled: false, directAccessGrantsEnabled: false, fullScopeAllowed: false },
    ...{ redirectUris: [...redirectUris], webOrigins: redirectUris.length > 0 ? ["+"] : [] },
    ...{ defaultClientScopes: SCOPES, optionalClientScopes: [...scopes] },
    attributes: {
      [MARK]: "true",
      "pkce.code.challenge.method": "S256",
      "client_credentials.use_refresh_token": "false",
      "use.jwks.string": String(proves),
      "jwks.string": proves ? `{"keys":[${keys.join(",")}]}` : "",
    },
  };
};

/** Lists come back in another order. */
const same = (kept: unknown, wanted: unknown): boolean =>
  Array.isArray(kept) && Array.isArray(wanted)
    ? kept.length === wanted.length && [...kept].sort().join(" ") === [...wanted].sort().join(" ")
    : kept === wanted;

/** Names of what differs; empty where nothing does. An attribute that is kept empty is not kept. */
export const differencesOf = (kept: KeptClient, wanted: WantedClient): readonly string[] => [
  ...Object.keys(wanted).filter((name) => name !== "attributes" && !same(kept[name], wanted[name])),
  ...Object.keys(wanted.attributes).filter((name) => (kept.attributes?.[name] ?? "") !== wanted.attributes[name]),
];

/** The kept client with what is wanted of it. */
export const changed = (kept: KeptClient, wanted: WantedClient): KeptClient => ({
  ...kept,
  ...wanted,
  attributes: { ...kept.attributes, ...wanted.attributes },
});
