/** Keyed hashes of natural keys: they find a record at its next import, and tell nothing to who guesses what a key is made of. */
import { createHmac, randomUUID } from "node:crypto";
import { createKeyList, parseKeyList } from "../config/index.js";

const LEAST_KEY_BYTES = 32;

/** The keys of one installation. Ids of records never depend on them. */
export interface RecordKeys {
  /** Name of each key: its id and a mark of its secret, so that another secret under the same id is noticed. */
  readonly names: readonly string[];
  /** Hash of a natural key under the current key, `name:hex`. */
  hash(naturalKey: string): string;
  /** Its hashes under the keys before. */
  olderHashes(naturalKey: string): readonly string[];
}

/**
 * Keys from `id:base64url,id2:base64url`; the first one hashes, the others find what was hashed before it was there.
 * Throws where one is malformed, given twice or shorter than 32 bytes.
 */
export const parseRecordKeys = (text: string): RecordKeys => {
  const keys = new Map<string, (naturalKey: string) => string>();
  const refusal = `A record key is id:base64url of at least ${LEAST_KEY_BYTES} bytes.`;
  for (const [id, key] of parseKeyList(text, (bytes) => bytes >= LEAST_KEY_BYTES, refusal)) {
    const sign = (label: string, value: string): string =>
      createHmac("sha256", key).update(`${label}\n${value}`).digest("hex");
    const name = `${id}.${sign("name", id).slice(0, 8)}`;
    if (keys.has(name)) throw new Error("A record key is given twice.");
    keys.set(name, (naturalKey) => `${name}:${sign("record", naturalKey)}`);
  }
  const [current, ...older] = [...keys.values()];
  return {
    names: [...keys.keys()],
    hash: current!,
    olderHashes: (naturalKey) => older.map((hash) => hash(naturalKey)),
  };
};

/** A new random key in the form that parseRecordKeys reads. */
export const createRecordKey = (id: string): string => createKeyList(id, LEAST_KEY_BYTES);

/** A new id: 122 random bits behind the prefix, of nothing that the record holds. */
export const mintRecordId = (prefix: string): string => `${prefix}-${randomUUID().replaceAll("-", "")}`;
