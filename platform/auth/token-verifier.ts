/** Verifies access tokens with jose and turns their claims into a viewer; a bad token is refused, never anonymous. */
import { createLocalJWKSet, errors, jwtVerify, type JSONWebKeySet, type JWTPayload } from "jose";
import { ServiceError } from "../errors/index.js";
import { ROLES, type Role, type Viewer } from "./viewer.js";

/** How tokens are verified. */
export interface TokenVerifierOptions {
  readonly issuer: string;
  /** @default "gov-graph" */
  readonly audience?: string;
  /** Fetches the key set. @default the issuer's certs endpoint */
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

/** The refusal of a token; `reason` says why, never the token itself. */
export const refuse = (reason: string, cause?: unknown): ServiceError =>
  new ServiceError("UNAUTHENTICATED", "The token is not valid.", { reason: reason as never }, { cause });

/** Token of an Authorization header; undefined where there is no header. Throws UNAUTHENTICATED where it is not one Bearer token. */
export const readBearer = (header: string | undefined): string | undefined => {
  if (header === undefined) return undefined;
  const match = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header);
  if (!match || header.length > 16_384) throw refuse("MALFORMED");
  return match[1];
};

/** Creates the verifier. */
export const createTokenVerifier = (options: TokenVerifierOptions): TokenVerifier => {
  const now = options.now ?? Date.now;
  const fetchKeys = options.fetchKeys ?? (() => fetchJwks(`${options.issuer}/protocol/openid-connect/certs`));
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
    if (!keys || now() - keys.fetchedAt > STALE_MS) throw refuse("KEYS_UNAVAILABLE");
    return keys.set;
  };

  return {
    ready: () => keys !== undefined,
    warm: async () => (keys ? undefined : refresh()),
    async verify(token) {
      try {
        const { payload } = await jwtVerify(
          token,
          async (header, flattened) => {
            if (typeof header.kid !== "string" || !/^[\w.-]{1,200}$/.test(header.kid)) throw refuse("KEY_ID");
            return (await keysFor(header.kid))(header, flattened);
          },
          {
            issuer: options.issuer,
            audience: options.audience ?? "gov-graph",
            typ: "JWT",
            algorithms: ALGORITHMS,
            requiredClaims: ["exp", "iat", "sub", "azp"],
            clockTolerance: TOLERANCE_S,
            currentDate: new Date(now()),
          },
        );
        checkClaims(payload, now());
        return viewerOf(payload);
      } catch (error) {
        if (error instanceof ServiceError) throw error;
        throw refuse(error instanceof errors.JOSEError ? error.code : "TOKEN", error);
      }
    },
  };
};

/** What jose leaves to us: kind of token, a sane issue time, no sender-constrained token under Bearer. */
export const checkClaims = (payload: JWTPayload, now: number): void => {
  if (payload["typ"] !== "Bearer") throw refuse("TOKEN_TYPE");
  if (payload["cnf"] !== undefined) throw refuse("SENDER_CONSTRAINED");
  if (!Number.isFinite(payload.exp)) throw refuse("EXPIRY");
  if (typeof payload.iat !== "number" || payload.iat > now / 1_000 + TOLERANCE_S) throw refuse("ISSUED_IN_FUTURE");
};

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** The viewer that verified claims describe. */
export const viewerOf = (claims: JWTPayload): Viewer => {
  const granted = (claims["realm_access"] as { roles?: unknown } | undefined)?.roles;
  const roles = Array.isArray(granted) ? ROLES.filter((role): role is Role => granted.includes(role)) : [];
  const username = text(claims["preferred_username"]);
  // A service account has no session.
  const client = username === undefined || username.startsWith("service-account-") || text(claims["sid"]) === undefined;
  return {
    kind: client ? "client" : "person",
    roles,
    username,
    clientId: text(claims["azp"]),
    subjectHash: text(claims["subject_hash"]),
    subjectUscc: text(claims["subject_uscc"]),
    agencyUscc: text(claims["agency_uscc"]),
    divisionCode: text(claims["division_code"]),
    scopes: (text(claims["scope"]) ?? "").split(" ").filter(Boolean),
    agreements: [],
    acr: text(claims["acr"]),
  };
};

const fetchJwks = async (url: string): Promise<JSONWebKeySet> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: "error" });
  if (!response.ok) throw new Error("The key endpoint failed.");
  return (await response.json()) as JSONWebKeySet;
};
