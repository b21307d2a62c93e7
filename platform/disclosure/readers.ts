/** Sets of readers: which of two closures lets more people read. Pure. */
import { guardImplies, type Guards } from "./guards.js";
import type { Tier } from "./vocabulary.js";

/** What decides who reads a field: nothing at all for an open one. */
export interface Closure {
  readonly tier: readonly Tier[];
  readonly requires?: Guards;
}

/** Audiences that hold someone. */
const held = (tier: readonly Tier[]): Tier[] => tier.filter((entry) => entry !== "NEVER");

/** True where every reader of `one` reads `other` too; undefined is an open field. */
export const readersWithin = (one: Closure | undefined, other: Closure | undefined): boolean => {
  if (!other) return true;
  if (!one) return false;
  if (one.tier.includes("NEVER")) return true;
  const audience =
    other.tier.length === 0 || (one.tier.length > 0 && held(one.tier).every((tier) => other.tier.includes(tier)));
  return audience && guardImplies(one.requires, other.requires);
};

/** How the protection of `next` stands to that of `previous`; OTHER where neither set of readers holds the other. */
export const compareReaders = (
  previous: Closure | undefined,
  next: Closure | undefined,
): "SAME" | "WEAKER" | "STRONGER" | "OTHER" => {
  const [grows, shrinks] = [readersWithin(previous, next), readersWithin(next, previous)];
  if (grows && shrinks) return "SAME";
  if (grows) return "WEAKER";
  return shrinks ? "STRONGER" : "OTHER";
};
