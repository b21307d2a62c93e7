/** Nonces of signatures: making one that nobody guesses, and remembering those that were seen. */
import { randomFillSync } from "node:crypto";

const BYTES = 16;
const random = Buffer.alloc(BYTES * 256);
let used = random.length;

/** Sixteen random bytes as base64url; the system is asked for many at once, because asking costs more than they do. */
export const nextNonce = (): string => {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  used += BYTES;
  return random.toString("base64url", used - BYTES, used);
};

/** Most nonces remembered, 7,000 requests a second; only a holder of a key can fill it, and then it refuses. */
const MOST_NONCES = 500_000;

/** Nonces that one verifier has seen. */
export interface NonceMemory {
  /** True where the nonce is new; it is remembered for as long as a signature may live. */
  isNew(nonce: string, nowMs: number): boolean;
}

/** Creates a memory that keeps each nonce for so long. */
export const createNonceMemory = (keptMs: number): NonceMemory => {
  const seen = new Map<string, number>();
  return {
    isNew(nonce, nowMs) {
      // Insertion order is time order: drop the old ones from the front.
      for (const [old, at] of seen) {
        if (nowMs - at <= keptMs) break;
        seen.delete(old);
      }
      if (seen.has(nonce) || seen.size >= MOST_NONCES) return false;
      seen.set(nonce, nowMs);
      return true;
    },
  };
};
