/** Sets of readers: which of two closures lets more people read. Pure. */
import type { Guards, Tier } from "../disclosure/vocabulary/index.js";

/** What decides who reads a field: nothing at all for an open one. */
export interface Closure {
  readonly tier: readonly Tier[];
  readonly requires?: Guards;
}

/** True where whoever passes `strict` also passes `loose`. */
const guardImplies = (strict: Guards | undefined, loose: Guards | undefined): boolean => {
  if (!loose) return true;
  const within = (kind: "scopes" | "policies"): boolean =>
    loose[kind] === undefined ||
    ((strict?.[kind] ?? []).some(() => true) &&
      (strict?.[kind] ?? []).every((names) =>
        (loose[kind] ?? []).some((wanted) => wanted.every((name) => names.includes(name))),
      ));
  // Whoever holds a scope or a level has signed in.
  const signedIn = strict?.authenticated === true || strict?.scopes !== undefined || strict?.policies !== undefined;
  return (!loose.authenticated || signedIn) && within("scopes") && within("policies");
};

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
