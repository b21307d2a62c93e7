/** Verifies access tokens with jose and turns their claims into a viewer; a bad token is refused, never anonymous. */
import {
  createLocalJWKSet,
  decodeJwt,
  jwtVerify,
  type JSONWebKeySet,
  type JWTHeaderParameters,
  type JWTPayload,
} from "jose";
import { viewerOf } from "./claims.js";
import { refuseToken, toTokenRefusal } from "./token-refusal.js";
import type { Viewer } from "./viewer.js";

/** How tokens are verified. */
export interface TokenVerifierOptions {
  readonly issuer: string;
  /** @default "gov-graph" */
  readonly audience?: string;
  /** Where the key set is; the issuer's name need not be an address that this process can reach. @default the issuer's certs endpoint */
  readonly keySetUrl?: string;
  /** Fetches the key set. @default from `keySetUrl` */
  readonly fetchKeys?: () => Promise<JSONWebKeySet>;
  readonly now?: () => number;
}

/** Verifies tokens of one issuer. */
export interface TokenVerifier {
  /** The viewer. Throws UNAUTHENTICATED. */
  verify(token: string): Promise<Viewer>;
  /** True once a key set was fetched. */
  ready(): boolean;
  /** Fetches the keys if there are none yet; never throws. */
  warm(): Promise<void>;
}

const ALGORITHMS = ["ES256", "PS256", "RS256"];
const TOLERANCE_S = 5;
/** A key set is fetched again when it is this old … */
const FRESH_MS = 60_000;
/** … and still used for this long when the endpoint fails. */
const STALE_MS = 12 * 3_600_000;
/** Unknown key ids cause at most one fetch in this time. */
const COOLDOWN_MS = 10_000;
/** While there are no keys at all, a failed fetch is tried again after this time. */
const COLD_COOLDOWN_MS = 1_000;
/** After a pause this long, the first token waits for fresh keys: a withdrawn key must not be used once more. */
const IDLE_MS = 600_000;

/** Longest life of a token, in seconds (threat B06): a withdrawn right must not live longer in tokens. */
export const MAX_LIFETIME_S = 900;

/** When a token that was verified ends, in milliseconds; one that does not say it lasts no longer from `now` than any may. */
export const tokenEnd = (token: string, now: number): number => {
  const longest = now + MAX_LIFETIME_S * 1_000;
  try {
    const { exp } = decodeJwt(token);
    return exp === undefined ? longest : Math.min(longest, exp * 1_000);
  } catch {
    return longest;
  }
};

const MOST_HEADER_CHARACTERS = 16_384;

/**
 * Token of the Authorization headers of a request, each as it was sent; undefined where there is none or an empty one.
 * Throws UNAUTHENTICATED where there are two, or one that is no Bearer token: of two, nobody knows which one was checked elsewhere.
 */
export const readBearer = (headers: readonly string[] | undefined): string | undefined => {
  const [header, ...more] = headers ?? [];
  if (more.length > 0) throw refuseToken("HEADER");
  if (header === undefined || header === "") return undefined;
  const match = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header);
  if (!match || header.length > MOST_HEADER_CHARACTERS) throw refuseToken("HEADER");
  return match[1];
};

/** Creates the verifier. */
export const createTokenVerifier = (options: TokenVerifierOptions): TokenVerifier => {
  const now = options.now ?? Date.now;
  const fetchKeys =
    options.fetchKeys ?? (() => fetchJwks(options.keySetUrl ?? `${options.issuer}/protocol/openid-connect/certs`));
  let keys: { set: ReturnType<typeof createLocalJWKSet>; ids: ReadonlySet<string>; fetchedAt: number } | undefined;
  let triedAt = -Infinity;
  let fetching: Promise<void> | undefined;

  const refresh = (): Promise<void> =>
    (fetching ??= (async () => {
      triedAt = now();
      try {
        const set = await fetchKeys();
        if (!Array.isArray(set.keys) || set.keys.length === 0) throw new Error("The key set is empty.");
        keys = { set: createLocalJWKSet(set), ids: new Set(set.keys.map(({ kid }) => kid ?? "")), fetchedAt: now() };
      } catch {
        // The last good keys stay in use (stale-if-error); without any, tokens are refused below.
      }
    })().finally(() => (fetching = undefined)));

  const keysFor = async (kid: string): Promise<ReturnType<typeof createLocalJWKSet>> => {
    const age = keys ? now() - keys.fetchedAt : Infinity;
    const resting = now() - triedAt < (keys ? COOLDOWN_MS : COLD_COOLDOWN_MS);
    // During an outage (tried since the last success) known keys do not wait.
    const idle = keys !== undefined && age > IDLE_MS && triedAt <= keys.fetchedAt;
    if (!keys?.ids.has(kid) || idle || age > STALE_MS) {
      // Tokens of a new key that arrive together all wait for the one fetch.
      if (fetching || !resting) await refresh();
    } else if (age > FRESH_MS && !resting) void refresh();
    if (!keys || now() - keys.fetchedAt > STALE_MS) throw refuseToken("KEYS_UNAVAILABLE");
    return keys.set;
  };

  return {
    ready: () => keys !== undefined,
    warm: async () => (keys ? undefined : refresh()),
    async verify(token) {
      try {
        const { payload, protectedHeader } = await jwtVerify(
          token,
          async (header, flattened) => {
            if (typeof header.kid !== "string" || !/^[\w.-]{1,200}$/.test(header.kid)) throw refuseToken("KEY");
            return (await keysFor(header.kid))(header, flattened);
          },
          {
            issuer: options.issuer,
            audience: options.audience ?? "gov-graph",
            algorithms: ALGORITHMS,
            requiredClaims: ["exp", "iat", "sub", "azp"],
            clockTolerance: TOLERANCE_S,
            currentDate: new Date(now()),
          },
        );
        checkClaims(payload, protectedHeader, now());
        return viewerOf(payload);
      } catch (error) {
        throw toTokenRefusal(error);
      }
    },
  };
};

/**
 * What jose leaves to us: kind of token, a sane time of issue, a bounded life, no sender-constrained token under Bearer. The header's
 * type is `JWT` for all of Keycloak's tokens, so that the payload's says which is an access token; `at+jwt` (RFC 9068) says it alone.
 */
export const checkClaims = (payload: JWTPayload, header: Pick<JWTHeaderParameters, "typ">, now: number): void => {
  const type = header.typ?.toLowerCase().replace(/^application\//, "");
  const kind = payload["typ"];
  const isAccessToken = (type === "jwt" && kind === "Bearer") || (type === "at+jwt" && (kind ?? "Bearer") === "Bearer");
  if (!isAccessToken) throw refuseToken("TYPE");
  if (payload["cnf"] !== undefined) throw refuseToken("SENDER_CONSTRAINED");
  if (typeof payload.sub !== "string" || payload.sub === "") throw refuseToken("SUBJECT");
  const { exp, iat } = payload;
  if (!Number.isFinite(exp)) throw refuseToken("EXPIRED");
  if (typeof iat !== "number" || !Number.isFinite(iat) || iat > now / 1_000 + TOLERANCE_S)
    throw refuseToken("ISSUED_AT");
  if (exp! - iat > MAX_LIFETIME_S) throw refuseToken("LIFETIME");
};

const fetchJwks = async (url: string): Promise<JSONWebKeySet> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: "error" });
  if (!response.ok) throw new Error("The key endpoint failed.");
  return (await response.json()) as JSONWebKeySet;
};
