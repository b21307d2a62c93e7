/** The rate at which one client may ask, in units of weighted cost: the RateLimit fields of draft-ietf-httpapi-ratelimit-headers-10, and the refusal. */
import { ANONYMOUS, type Viewer } from "../../platform/auth/index.js";
import { clientOf } from "./client-of.js";
import { withStandIn, type RateBuckets } from "./rate-buckets.js";
import { RequestRefusal } from "./request-refusal.js";

/** Time in which an empty bucket is full again, in milliseconds. */
export const RATE_WINDOW_MS = 60_000;

/** Units of weighted cost that a client may use in a minute; 0 is no limit. */
export interface RateQuotas {
  /** Of an address without a token. */
  readonly anonymous: number;
  /** Of a person or client with a token. */
  readonly signedIn: number;
}

/** Generous: some eighty of the dearest documents a minute, and many thousands of ordinary ones. */
export const DEFAULT_QUOTAS: RateQuotas = { anonymous: 3_000_000, signedIn: 6_000_000 };

/** The fields of an answer that tell a client what it has left. */
export const RATE_HEADERS = ["ratelimit", "ratelimit-policy"] as const;

/** Who is charged. */
export interface ChargedRequest {
  readonly viewer?: Viewer;
  readonly address?: string | undefined;
}

/** The answer whose fields tell what is left. */
export type ChargedAnswer = { setHeader(name: string, value: string): unknown };

/** Charges clients. */
export interface RateLimit {
  /** Takes the cost and sets the fields of the answer. Throws RATE_LIMITED with Retry-After where too little is left. */
  charge(request: ChargedRequest, response: ChargedAnswer, cost: number): Promise<void>;
}

/** What it is made from. */
export interface RateLimitOptions {
  readonly quotas?: RateQuotas | undefined;
  readonly buckets?: RateBuckets | undefined;
  /** Told where shared buckets do not answer: those of this process stand in. */
  readonly onFailure?: (error: unknown) => void;
}

/** Creates it. A bucket holds what a minute gives; a request costs one unit at least, and a full bucket at most. */
export const createRateLimit = ({ quotas = DEFAULT_QUOTAS, buckets, onFailure }: RateLimitOptions = {}): RateLimit => {
  const used = withStandIn(buckets, onFailure);
  return {
    async charge(request, response, cost) {
      const viewer = request.viewer ?? ANONYMOUS;
      const policy = viewer.kind === "anonymous" ? "anonymous" : "signed-in";
      const quota = policy === "anonymous" ? quotas.anonymous : quotas.signedIn;
      if (quota === 0) return;
      const unitMs = RATE_WINDOW_MS / quota;
      const costMs = Math.min(Math.max(1, cost), quota) * unitMs;
      const { allowed, fullInMs } = await used.take(clientOf(viewer, request.address), costMs, RATE_WINDOW_MS);
      const left = Math.max(0, Math.floor((RATE_WINDOW_MS - fullInMs) / unitMs));
      response.setHeader("ratelimit-policy", `"${policy}";q=${quota};w=${RATE_WINDOW_MS / 1_000}`);
      response.setHeader("ratelimit", `"${policy}";r=${left};t=${Math.ceil(fullInMs / 1_000)}`);
      if (allowed) return;
      const seconds = Math.max(1, Math.ceil((fullInMs + costMs - RATE_WINDOW_MS) / 1_000));
      throw new RequestRefusal(
        "RATE_LIMITED",
        `Too much was asked for in a minute: try again in ${seconds} seconds.`,
        { reason: "RATE" },
        { headers: { "retry-after": String(seconds) } },
      );
    },
  };
};
