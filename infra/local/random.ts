/** Numbers that are the same for the same seed and stream name, so that demonstration data is reproducible. */

const hash = (text: string): number => {
  let value = 2166136261;
  for (const character of text) {
    value ^= character.codePointAt(0) ?? 0;
    value = Math.imul(value, 16777619);
  }
  return value >>> 0;
};

/** A generator of numbers in [0, 1) (mulberry32). */
export const createRandom = (seed: number, stream: string): (() => number) => {
  let state = (hash(stream) ^ Math.imul(seed, 2654435761)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
};
