/** Access tokens of demonstration users and clients from an issuer: the embedded one or Keycloak. */
import { DEMO_CLIENTS } from "../keycloak/demo-users.js";

/** An access token and how long it is valid from now. */
export interface IssuedToken {
  readonly token: string;
  readonly lifetimeMs: number;
}

/** Asks for a token: service accounts by their secret, users by their password. Undefined where the issuer gives none. */
export const requestToken = async (
  issuerUrl: string,
  name: string,
  scopes: readonly string[] = [],
): Promise<IssuedToken | undefined> => {
  const form: Record<string, string> = DEMO_CLIENTS.some(({ clientId }) => clientId === name)
    ? {
        grant_type: "client_credentials",
        client_id: name,
        client_secret: `demo-only-${name}`,
        ...(scopes.length > 0 ? { scope: scopes.join(" ") } : {}),
      }
    : { grant_type: "password", client_id: "gov-cli", username: name, password: `demo-only-${name}` };
  const response = await fetch(`${issuerUrl}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams(form),
  }).catch(() => undefined);
  if (!response?.ok) return undefined;
  const issued = (await response.json()) as { access_token: string; expires_in: number };
  return { token: issued.access_token, lifetimeMs: issued.expires_in * 1_000 };
};
