/** A map that forgets what was used longest ago. */

/** Keeps at most `most` values. */
export interface Lru<Key, Value> {
  /** The value of the key; made, and kept, where there is none. */
  get(key: Key, make: () => Value): Value;
  clear(): void;
}

/** Creates an empty map. */
export const createLru = <Key, Value>(most: number): Lru<Key, Value> => {
  const values = new Map<Key, Value>();
  return {
    get(key, make) {
      const known = values.get(key);
      const value = known === undefined ? make() : known;
      // A Map keeps the order of insertion: what was used last is inserted last.
      if (known !== undefined) values.delete(key);
      values.set(key, value);
      if (values.size > most) values.delete(values.keys().next().value as Key);
      return value;
    },
    clear: () => values.clear(),
  };
};
