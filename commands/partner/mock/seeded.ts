/** Numbers that look random and are the same for the same words: a mock answers a question twice in the same way. */
import { createHash } from "node:crypto";

/** A number from 0 to 2^32 - 1 for these words. */
export const seeded = (...words: readonly unknown[]): number =>
  createHash("sha256").update(JSON.stringify(words)).digest().readUInt32BE(0);

/** One of them. */
export const pick = <Item>(items: readonly Item[], ...words: readonly unknown[]): Item =>
  items[seeded(...words) % items.length]!;
