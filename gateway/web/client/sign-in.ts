/** Signs in at the issuer by authorisation code with PKCE (RFC 7636); the token stays in memory and ends with the page. */

/** What a sign-in needs to know of the issuer. */
export interface Issuer {
  readonly url: string;
  readonly clientId: string;
}

interface Pending {
  readonly state: string;
  readonly verifier: string;
}

/** What survives the way to the issuer and back: never the token. */
const PENDING_KEY = "govgraph.sign-in";

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const randomText = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

const redirectUri = (): string => `${location.origin}/`;

/** True where the browser lets this page sign in: PKCE needs a secure origin (https, or localhost). */
export const canSignIn = (): boolean => globalThis.crypto?.subtle !== undefined;

/**
 * Leaves the page for the issuer's. `username` is a hint that the issuer may fill in. `page` is what the state begins with, by which
 * the gateway sends who comes back to / on to a page of that name.
 */
export const signIn = async (issuer: Issuer, username?: string, page?: string): Promise<void> => {
  const state = page === undefined ? randomText() : `${page}.${randomText()}`;
  const pending: Pending = { state, verifier: randomText() };
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(pending.verifier));
  sessionStorage.setItem(PENDING_KEY, JSON.stringify(pending));
  const target = new URL(`${issuer.url}/protocol/openid-connect/auth`);
  target.search = new URLSearchParams({
    response_type: "code",
    client_id: issuer.clientId,
    redirect_uri: redirectUri(),
    scope: "openid",
    state: pending.state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: "S256",
    // Another demonstration user must not be signed in silently as the last one.
    prompt: "login",
    ...(username === undefined ? {} : { login_hint: username }),
  }).toString();
  location.assign(target);
};

/** Redeems the code that the issuer sent back; undefined where this page was opened without one. Throws where it does not fit. */
const redeem = async (issuer: Issuer): Promise<string | undefined> => {
  const answer = new URLSearchParams(location.search);
  const code = answer.get("code");
  const refused = answer.get("error");
  if (!code && !refused) return undefined;
  const pending = JSON.parse(sessionStorage.getItem(PENDING_KEY) ?? "{}") as Partial<Pending>;
  sessionStorage.removeItem(PENDING_KEY);
  history.replaceState(null, "", location.pathname);
  const from = answer.get("iss");
  if (refused) throw new Error(refused);
  if (!pending.verifier || answer.get("state") !== pending.state || (from !== null && from !== issuer.url))
    throw new Error("The answer does not belong to this sign-in.");
  const response = await fetch(`${issuer.url}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: issuer.clientId,
      redirect_uri: redirectUri(),
      code: code ?? "",
      code_verifier: pending.verifier,
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (!response.ok || !token) throw new Error("The issuer gave no token.");
  return token;
};

/** What a page shows of a token. */
interface ShownClaims {
  readonly preferred_username?: string;
  readonly realm_access?: { readonly roles?: readonly string[] };
}

/** Claims of a token, for display alone: only the gateway decides who somebody is. */
const claimsOf = (token: string): ShownClaims => {
  try {
    const payload = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    return JSON.parse(atob(payload)) as ShownClaims;
  } catch {
    return {};
  }
};

/** Sign-in name in a token. */
export const usernameOf = (token: string): string => claimsOf(token).preferred_username ?? "?";

/** True where the token says that its bearer administers the platform. */
export const isAdministrator = (token: string | undefined): boolean =>
  token !== undefined && claimsOf(token).realm_access?.roles?.includes("platform_admin") === true;

/** How a page opens: with the token that a sign-in ended with, with none, or with what went wrong. */
export const signedInAt = (issuer: Issuer): Promise<{ readonly token?: string; readonly problem?: string }> =>
  redeem(issuer).then(
    (token) => (token === undefined ? {} : { token }),
    () => ({ problem: "登录未成功 Signing in did not succeed" }),
  );
