/** Buckets of cost, one for each client: every unit drains back at an even rate, so that a bucket is told by the instant at which it is full again. */
import { LRUCache } from "lru-cache";

/** What taking from a bucket gave. */
export interface Taken {
  readonly allowed: boolean;
  /** Time until the bucket is full again, in milliseconds. */
  readonly fullInMs: number;
}

/** Where buckets are kept. */
export interface RateBuckets {
  /** Takes what refills in `costMs` from the client's bucket, which refills wholly in `windowMs`; nothing is taken where it holds less. */
  take(client: string, costMs: number, windowMs: number): Promise<Taken>;
  close(): Promise<void>;
}

/** Clients of whom one process knows how full their bucket is; what was used longest ago is taken to be full. */
const MOST_CLIENTS = 100_000;

/** Buckets of this process. */
export const createMemoryBuckets = (now: () => number = Date.now): RateBuckets => {
  const fullAt = new LRUCache<string, number>({ max: MOST_CLIENTS });
  return {
    async take(client, costMs, windowMs) {
      const at = now();
      const full = Math.max(fullAt.get(client) ?? at, at);
      const allowed = full + costMs - at <= windowMs;
      if (allowed) fullAt.set(client, full + costMs);
      return { allowed, fullInMs: (allowed ? full + costMs : full) - at };
    },
    close: async () => undefined,
  };
};

/** Shared buckets; while they do not answer, those of this process stand in. */
export const withStandIn = (shared: RateBuckets | undefined, onFailure?: (error: unknown) => void): RateBuckets => {
  const own = createMemoryBuckets();
  if (!shared) return own;
  return {
    async take(...asked) {
      try {
        return await shared.take(...asked);
      } catch (error) {
        onFailure?.(error);
        return own.take(...asked);
      }
    },
    close: () => shared.close(),
  };
};
