/** The gateway's public keys as a partner's process has them: fetched from its directory, kept, and fetched again when one is missing (docs/partners/wire.md#keys). */
import { createRemoteJWKSet, type JSONWebKeySet } from "jose";
import { createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";
import type { ContextKeys } from "./context-keys.js";
import { readSignatureInput } from "./message-signature.js";

/** Where a gateway serves the public halves of its keys. */
export const KEY_DIRECTORY_PATH = "/.well-known/http-message-signatures-directory";

const FRESH_MS = 5 * 60_000;
/** Keys that can not be fetched again are good for so long. */
const LONGEST_MS = 60 * 60_000;
/** Between two looks for a key that is missing; before there is any key, and after it. */
const FIRST_RETRY_MS = 1_000;
const RETRY_MS = 60_000;
const WAIT_MS = 3_000;

/** Keys that change while the process runs. */
export interface FollowedKeys {
  /** Those of now; the same map, filled anew. */
  readonly keys: ContextKeys;
  /** Looks for the key that a `Signature-Input` names, where it is not there or old. Never throws. */
  lookFor(signatureInput: unknown): Promise<void>;
  /** Fetches the keys where there are none; never throws. */
  warm(): Promise<void>;
  /** True once there are keys. */
  ready(): boolean;
}

/** How keys are followed. */
export interface KeyDirectoryOptions {
  /** Fetches the set. @default from the gateway's directory */
  readonly load?: () => Promise<JSONWebKeySet>;
  readonly now?: () => number;
  /** Told of each fetch that failed. */
  readonly onFailure: (error: unknown) => void;
}

const fromDirectory = (gatewayUrl: string): (() => Promise<JSONWebKeySet>) => {
  const options = { timeoutDuration: WAIT_MS, cacheMaxAge: 0, cooldownDuration: 0 };
  const set = createRemoteJWKSet(new URL(KEY_DIRECTORY_PATH, gatewayUrl), options);
  return async () => {
    await set.reload();
    return set.jwks() ?? { keys: [] };
  };
};

/** Keys of Ed25519 by their ids; a set has no other for us. */
const keysIn = ({ keys }: JSONWebKeySet): [string, KeyObject][] =>
  keys.flatMap((key) =>
    key.kty === "OKP" && key.crv === "Ed25519" && typeof key.kid === "string"
      ? [[key.kid, createPublicKey({ key: key as JsonWebKey, format: "jwk" })]]
      : [],
  );

/** Follows the keys of a gateway; of many requests at once one fetches. */
export const followKeys = (
  gatewayUrl: string,
  { load = fromDirectory(gatewayUrl), now = Date.now, onFailure }: KeyDirectoryOptions,
): FollowedKeys => {
  const keys = new Map<string, KeyObject>();
  let loadedAt = -Infinity;
  let triedAt = -Infinity;
  let loading: Promise<void> = Promise.resolve();
  const refresh = async (): Promise<void> => {
    try {
      const found = keysIn(await load());
      keys.clear();
      for (const [id, key] of found) keys.set(id, key);
      loadedAt = now();
    } catch (error) {
      onFailure(error);
    }
  };
  /** Not more often than is good for the gateway, whoever asks. */
  const refreshAtMost = (): Promise<void> => {
    if (now() - triedAt > (keys.size === 0 ? FIRST_RETRY_MS : RETRY_MS)) {
      triedAt = now();
      loading = refresh();
    }
    return loading;
  };
  return {
    keys,
    ready: () => keys.size > 0,
    warm: () => (keys.size === 0 ? refreshAtMost() : loading),
    async lookFor(signatureInput) {
      const id = typeof signatureInput === "string" ? readSignatureInput(signatureInput)?.keyId : undefined;
      if (id === undefined) return;
      await (now() - loadedAt > FRESH_MS || !keys.has(id) ? refreshAtMost() : loading);
      if (now() - loadedAt > LONGEST_MS) keys.clear();
    },
  };
};
