/** The rate at which one client may ask, in units of weighted cost: the RateLimit fields of draft-ietf-httpapi-ratelimit-headers-10, and the refusal. */
import { ANONYMOUS, type Viewer } from "../../platform/auth/index.js";
import type { AppInForce } from "../../platform/subgraph/wire.js";
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
  /** Who is charged instead. @default the viewer */
  readonly asker?: Viewer;
  readonly registered?: AppInForce | undefined;
  readonly address?: string | undefined;
}

/** The answer whose fields tell what is left. */
export type ChargedAnswer = { setHeader(name: string, value: string): unknown };

/** What a request cost, in points. */
export interface PaidCost {
  /** Weighted cost of the document. */
  readonly requested: number;
  /** What was taken: one at least, and a full bucket at most. */
  readonly actual: number;
  /** What is left in the bucket that holds least. */
  readonly remaining: number;
}

/** Charges clients. */
export interface RateLimit {
  /** Takes the cost, sets the fields of the answer and says what is left; undefined where there is no limit. Throws RATE_LIMITED with Retry-After where too little is left. */
  charge(request: ChargedRequest, response: ChargedAnswer, cost: number): Promise<PaidCost | undefined>;
  /** Points that an app has taken of its quota of a minute and of a day, and that did not refill yet. */
  usedOf(clientId: string, quota: NonNullable<AppInForce["quota"]>): Promise<AppPoints>;
}

/** Points of an app. */
export interface AppPoints {
  readonly ofMinute: number;
  readonly ofDay: number;
}

/** What it is made from. */
export interface RateLimitOptions {
  readonly quotas?: RateQuotas | undefined;
  readonly buckets?: RateBuckets | undefined;
  /** Told where shared buckets do not answer: those of this process stand in. */
  readonly onFailure?: (error: unknown) => void;
}

/** One bucket of a client. */
interface Limit {
  readonly policy: string;
  readonly quota: number;
  readonly windowMs: number;
  readonly bucket: string;
}

/** Time in which an empty bucket of a day is full again, in milliseconds. */
const DAY_MS = 86_400_000;

/** The two buckets of a registered app that asks for itself. */
const limitsOfApp = (bucket: string, { aMinute, aDay }: NonNullable<AppInForce["quota"]>): readonly Limit[] => [
  { policy: "app-minute", quota: aMinute, windowMs: RATE_WINDOW_MS, bucket },
  { policy: "app-day", quota: aDay, windowMs: DAY_MS, bucket: `${bucket} day` },
];

/** What holds for who asks: of a registered app that asks for itself its quota a minute and a day, of everybody else that of a minute. */
const limitsOf = (
  { viewer: arrived = ANONYMOUS, asker: viewer = arrived, registered, address }: ChargedRequest,
  quotas: RateQuotas,
): readonly Limit[] => {
  const bucket = clientOf(viewer, address);
  if (registered?.quota && viewer.kind === "client") return limitsOfApp(bucket, registered.quota);
  const [policy, quota] =
    viewer.kind === "anonymous"
      ? (["anonymous", quotas.anonymous] as const)
      : (["signed-in", quotas.signedIn] as const);
  return quota === 0 ? [] : [{ policy, quota, windowMs: RATE_WINDOW_MS, bucket }];
};

/** What one bucket said. */
interface Charged extends Limit {
  readonly allowed: boolean;
  readonly left: number;
  /** Seconds until it is full again … */
  readonly fullInS: number;
  /** … and until it holds what was asked for. */
  readonly enoughInS: number;
}

const take = async (buckets: RateBuckets, limit: Limit, cost: number): Promise<Charged> => {
  const { quota, windowMs, bucket } = limit;
  const unitMs = windowMs / quota;
  const costMs = Math.min(Math.max(1, cost), quota) * unitMs;
  const { allowed, fullInMs } = await buckets.take(bucket, costMs, windowMs);
  return {
    ...{ ...limit, allowed, fullInS: Math.ceil(fullInMs / 1_000) },
    left: Math.max(0, Math.floor((windowMs - fullInMs) / unitMs)),
    enoughInS: Math.max(1, Math.ceil((fullInMs + costMs - windowMs) / 1_000)),
  };
};

/** All that the limits take, one after the other; what one refuses the next is not asked for. */
const takeAll = async (buckets: RateBuckets, limits: readonly Limit[], cost: number): Promise<readonly Charged[]> => {
  const charged: Charged[] = [];
  for (const limit of limits) {
    charged.push(await take(buckets, limit, cost));
    if (charged.at(-1)?.allowed === false) break;
  }
  return charged;
};

const tell = (response: ChargedAnswer, charged: readonly Charged[]): void => {
  const policies = charged.map(({ policy, quota, windowMs }) => `"${policy}";q=${quota};w=${windowMs / 1_000}`);
  response.setHeader("ratelimit-policy", policies.join(", "));
  response.setHeader(
    "ratelimit",
    charged.map(({ policy, left, fullInS }) => `"${policy}";r=${left};t=${fullInS}`).join(", "),
  );
};

/** Creates it. A bucket holds what its time gives; a request costs one unit at least, and a full bucket at most. */
export const createRateLimit = ({ quotas = DEFAULT_QUOTAS, buckets, onFailure }: RateLimitOptions = {}): RateLimit => {
  const used = withStandIn(buckets, onFailure);
  return {
    async charge(request, response, cost) {
      const charged = await takeAll(used, limitsOf(request, quotas), cost);
      if (charged.length === 0) return undefined;
      tell(response, charged);
      const refused = charged.find(({ allowed }) => !allowed);
      if (refused) throw tooMuch(refused);
      const [least] = charged.toSorted((one, other) => one.left - other.left);
      return { requested: cost, actual: Math.min(Math.max(1, cost), least!.quota), remaining: least!.left };
    },
    async usedOf(clientId, quota) {
      const bucket = clientOf({ ...ANONYMOUS, kind: "client", clientId }, undefined);
      const [ofMinute = 0, ofDay = 0] = await Promise.all(
        limitsOfApp(bucket, quota).map(async (limit) => {
          const { fullInMs } = await used.take(limit.bucket, 0, limit.windowMs);
          return Math.ceil((fullInMs * limit.quota) / limit.windowMs);
        }),
      );
      return { ofMinute, ofDay };
    },
  };
};

const tooMuch = ({ enoughInS, windowMs }: Charged): RequestRefusal =>
  new RequestRefusal(
    "RATE_LIMITED",
    `Too much was asked for in a ${windowMs === DAY_MS ? "day" : "minute"}: try again in ${enoughInS} seconds.`,
    { reason: "RATE" },
    { headers: { "retry-after": String(enoughInS) } },
  );
