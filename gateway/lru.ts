/** A map that forgets what was used longest ago once it holds too many bytes. */
import { LRUCache } from "lru-cache";
import { heapBytes } from "./document/heap-bytes.js";

/** Keeps values of at most so many bytes together, as heapBytes counts them. */
export interface Lru<Value> {
  find(key: string): Value | undefined;
  /** The value of the key; made, and kept, where there is none. One that is larger than the whole map is not kept. */
  get(key: string, make: () => Value): Value;
  set(key: string, value: Value): void;
  delete(key: string): void;
  clear(): void;
  /** What is kept, last used first. */
  values(): Iterable<Value>;
  /** Bytes of what is kept. */
  bytes(): number;
}

/** Creates an empty map of at most `mostBytes`; `bytesOf` weighs values that heapBytes can not see into. */
export const createLru = <Value>(mostBytes: number, bytesOf: (value: Value) => number = heapBytes): Lru<Value> => {
  const cache = new LRUCache<string, { readonly value: Value }>({
    maxSize: mostBytes,
    sizeCalculation: ({ value }, key) => bytesOf(value) + heapBytes(key),
  });
  return {
    find: (key) => cache.get(key)?.value,
    get(key, make) {
      const known = cache.get(key);
      if (known) return known.value;
      const value = make();
      cache.set(key, { value });
      return value;
    },
    set: (key, value) => void cache.set(key, { value }),
    delete: (key) => void cache.delete(key),
    clear: () => cache.clear(),
    *values() {
      for (const { value } of cache.values()) yield value;
    },
    bytes: () => cache.calculatedSize,
  };
};
