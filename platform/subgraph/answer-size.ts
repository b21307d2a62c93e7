/** Measures an answer before it is written: what is too large is refused where it is made. */

/** Bytes of punctuation around a value and of a number or word, roughly. */
const BYTES_AROUND = 4;

/** True where the value, as JSON, has more than about `limit` bytes; looks at no more of it than it must. */
export const isLargerThan = (value: unknown, limit: number): boolean => {
  let left = limit;
  // A list of what is still to be looked at, for an answer may be nested deeper than the stack.
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    left -= BYTES_AROUND;
    if (typeof next === "string") left -= Buffer.byteLength(next);
    else if (Array.isArray(next)) for (const item of next) open.push(item);
    else if (next !== null && typeof next === "object") {
      for (const key in next) {
        left -= key.length + BYTES_AROUND;
        open.push((next as Record<string, unknown>)[key]);
      }
    }
    if (left < 0) return true;
  }
  return false;
};
