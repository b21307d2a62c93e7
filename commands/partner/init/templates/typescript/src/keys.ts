/** Public keys of the gateway: kept for five minutes, and fetched again, at most once a minute, when one is missing. */
import { createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";

const FRESH_MS = 5 * 60_000;
/** A list that can not be fetched again is good for so long. */
const LONGEST_MS = 60 * 60_000;
const RETRY_MS = 60_000;
/** Before there is any list. */
const FIRST_RETRY_MS = 1_000;

type Keys = ReadonlyMap<string, KeyObject>;

const fetchKeys = async (gateway: string): Promise<Keys> => {
  const address = new URL("/.well-known/http-message-signatures-directory", gateway);
  const reply = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(3_000) });
  if (!reply.ok) throw new Error(`${address.href} answers ${reply.status}.`);
  const { keys } = (await reply.json()) as { readonly keys: readonly (JsonWebKey & { readonly kid: string })[] };
  return new Map(
    keys
      .filter(({ crv }) => crv === "Ed25519")
      .map((key) => [key.kid, createPublicKey({ key, format: "jwk" })] as const),
  );
};

/** Creates what finds a key by its id; of many requests at once one fetches. */
export const createKeyFinder = (
  gateway: string,
  { load = fetchKeys, now = Date.now }: { readonly load?: typeof fetchKeys; readonly now?: () => number } = {},
): ((keyId: string) => Promise<KeyObject | undefined>) => {
  let keys: Keys = new Map();
  let loadedAt = -Infinity;
  let triedAt = -Infinity;
  let loading = Promise.resolve();
  const refresh = async (): Promise<void> => {
    try {
      keys = await load(gateway);
      loadedAt = now();
    } catch (error) {
      process.stderr.write(`The gateway's keys can not be fetched: ${String(error)}\n`);
    }
  };
  return async (keyId) => {
    const isWanted = now() - loadedAt > FRESH_MS || !keys.has(keyId);
    if (isWanted && now() - triedAt > (keys.size === 0 ? FIRST_RETRY_MS : RETRY_MS)) {
      triedAt = now();
      loading = refresh();
    }
    await loading;
    return now() - loadedAt > LONGEST_MS ? undefined : keys.get(keyId);
  };
};
