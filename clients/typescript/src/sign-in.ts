/** Signs in by authorisation code with PKCE (RFC 7636); tokens stay in memory and end with the page. */
import { type Issuer, requestTokens, SignInError } from "./issuer.js";
import { createSession, type Session } from "./session.js";

/** The part of the Web Storage API that a sign-in needs. */
export interface PendingStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** For whom a page signs in. */
export interface SignInOptions {
  readonly issuer: Issuer;
  /** The realm's public client, `gov-portal` in the realm that ships. */
  readonly clientId: string;
  /** Registered with the client, letter by letter. */
  readonly redirectUri: string;
  /** What survives the way to the issuer and back, `sessionStorage` in a page: state and verifier, never a token. */
  readonly storage: PendingStorage;
  readonly fetch?: typeof fetch;
  /** Milliseconds since 1970. @default the clock */
  readonly now?: () => number;
}

interface Pending {
  readonly state: string;
  readonly verifier: string;
}

const PENDING_KEY = "govgraph.sign-in";

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const randomText = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** The issuer's address for a new sign-in: `location.assign` it. `scope` beside `openid`, such as `credit.read`. */
export const beginSignIn = async (
  { issuer, clientId, redirectUri, storage }: SignInOptions,
  scope: readonly string[] = [],
): Promise<string> => {
  const pending: Pending = { state: randomText(), verifier: randomText() };
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(pending.verifier));
  storage.setItem(PENDING_KEY, JSON.stringify(pending));
  const target = new URL(issuer.authorizationEndpoint);
  target.search = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: ["openid", ...scope].join(" "),
    state: pending.state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: "S256",
  }).toString();
  return target.href;
};

/**
 * The session of the address that the issuer sent back to; undefined where that address has no answer of an issuer. Take the answer out
 * of the address bar afterwards. Throws SignInError: the issuer's code, or `mismatch` where the answer is none of this page's sign-in
 * (state, or `iss` by RFC 9207).
 */
export const completeSignIn = async (options: SignInOptions, address: string): Promise<Session | undefined> => {
  const { issuer, clientId, redirectUri, storage, fetch: send = (...request) => fetch(...request) } = options;
  const now = options.now ?? (() => Date.now());
  const answer = new URL(address).searchParams;
  const [code, refused, from] = ["code", "error", "iss"].map((name) => answer.get(name));
  if (!code && !refused) return undefined;
  const pending = JSON.parse(storage.getItem(PENDING_KEY) ?? "{}") as Partial<Pending>;
  storage.removeItem(PENDING_KEY);
  const isOurs = pending.verifier !== undefined && answer.get("state") === pending.state;
  if (!isOurs || (from && from !== issuer.issuer)) throw new SignInError("mismatch");
  if (refused || !code) throw new SignInError(refused ?? "mismatch");
  const tokens = await requestTokens(
    issuer,
    {
      grant_type: "authorization_code",
      client_id: clientId,
      redirect_uri: redirectUri,
      code,
      code_verifier: pending.verifier!,
    },
    { send, nowMs: now() },
  );
  return createSession({ issuer, clientId, send, now }, tokens);
};
