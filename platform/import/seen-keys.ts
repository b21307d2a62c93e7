/** Finds keys that a file gives twice with different contents, in sixteen to forty bytes a key: files have millions of rows. */
import { hash } from "node:crypto";

/** Words of an entry: half of a hash of the key, half of one of the contents, two words each. */
const WORDS = 4;
const FIRST_SIZE = 1 << 12;

/** Keys that were seen, each with what stood beside it first. */
export interface SeenKeys {
  /** True where the key was seen before with other contents. */
  differs(key: string, contents: string): boolean;
}

/** Half of a hash as two words; never both nothing, which is an empty place. */
const wordsOf = (text: string): readonly [number, number] => {
  const digest = hash("md5", text, "buffer");
  return [digest.readUInt32LE(0), digest.readUInt32LE(4) || 1];
};

/**
 * Creates it empty. Keys stand as 64 bits of a hash: of a million keys two are taken for one with a probability of one in thirty-seven
 * million, and then their rows are refused, not loaded as one.
 */
export const createSeenKeys = (): SeenKeys => {
  let table = new Uint32Array(FIRST_SIZE * WORDS);
  let used = 0;
  /** Place of a key in a table: where it stands, or the empty one where it would. */
  const placeOf = (within: Uint32Array, low: number, high: number): number => {
    const size = within.length / WORDS;
    let place = low % size;
    while (within[place * WORDS + 1] !== 0 && (within[place * WORDS] !== low || within[place * WORDS + 1] !== high))
      place = (place + 1) % size;
    return place * WORDS;
  };
  const grow = (): void => {
    const wider = new Uint32Array(table.length * 2);
    for (let at = 0; at < table.length; at += WORDS)
      if (table[at + 1] !== 0) wider.set(table.subarray(at, at + WORDS), placeOf(wider, table[at]!, table[at + 1]!));
    table = wider;
  };
  return {
    differs(key, contents) {
      const [low, high] = wordsOf(key);
      const [first, second] = wordsOf(contents);
      const at = placeOf(table, low, high);
      if (table[at + 1] !== 0) return table[at + 2] !== first || table[at + 3] !== second;
      table.set([low, high, first, second], at);
      used += 1;
      if (used * 2 * WORDS > table.length) grow();
      return false;
    },
  };
};
