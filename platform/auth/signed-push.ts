/** The signature of what is pushed to an app's address (RFC 9421, in the profile on which libraries agree: docs/webhooks.md). */
import type { ContextKeys } from "./context-keys.js";
import { contentDigest, signatureHeaders, targetParts } from "./message-signature.js";
import type { KeyDirectory } from "./partner-keys.js";
import { nextNonce } from "./nonces.js";

/** How long a signature lives, in seconds: the receiver's clock may differ by some. */
const LIFETIME_S = 60;

/** What is pushed. */
export interface Push {
  /** The app to which it goes. */
  readonly audience: string;
  /** Names the delivery; the same each time that it is tried. */
  readonly deliveryId: string;
  /** Path and query as they are sent. */
  readonly path: string;
  readonly body: string;
}

/** Headers of one try: digest of the body, and signature under the first key, Ed25519. */
export const signPush = (
  { audience, deliveryId, path, body }: Push,
  keys: ContextKeys,
  now: number,
): Readonly<Record<string, string>> => {
  const [first] = keys;
  if (!first) throw new Error("There is no key to sign with.");
  const [keyId, key] = first;
  const covered = {
    "content-type": "application/json",
    "content-digest": contentDigest(body),
    "govgraph-audience": audience,
    "govgraph-request-id": deliveryId,
  };
  const target = targetParts(path);
  const created = Math.floor(now / 1_000);
  return {
    ...covered,
    ...signatureHeaders(
      [["@method", "POST"], ["@path", target.path], ["@query", target.query], ...Object.entries(covered)],
      { created, expires: created + LIFETIME_S, nonce: nextNonce(), keyId },
      key,
    ),
  };
};

/** Where a gateway serves the public keys; not where those of requests to partners stand, whose receivers take every key of that set. */
export const WEBHOOK_KEYS_PATH = "/.well-known/govgraph-webhook-keys.json";

/** Public keys as a set (RFC 7517 section 5). */
export const publicKeySet = (keys: ContextKeys): KeyDirectory => ({
  keys: [...keys].map(([kid, key]) => ({ ...key.export({ format: "jwk" }), kid, use: "sig" })),
});
