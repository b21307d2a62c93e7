/** What a partner is told of a viewer: nothing where all that it is asked is public, else audiences, and a name that only this partner hears. */
import type { Viewer } from "../../platform/auth/index.js";
import type { Tier } from "../../platform/disclosure/vocabulary/index.js";
import type { GuardedQuery } from "../disclosure/partner-guard.js";

/** A viewer as a partner knows one: not a name, not a role, not a claim. */
export interface ToldViewer {
  /** Audiences of the closed fields asked for that may hold the viewer, for some record; which records, the gateway decides. */
  readonly tiers?: readonly Tier[];
  /** The same for every request of the viewer to this subgraph, and another at every other. */
  readonly pseudonym?: string;
}

/** The least that this question needs. */
export const toldViewer = (
  viewer: Viewer,
  guarded: GuardedQuery | undefined,
  pseudonymOf: (viewer: Viewer) => string | undefined,
): ToldViewer => {
  const tiers = guarded?.tiersOf(viewer) ?? [];
  if (tiers.length === 0) return {};
  const pseudonym = pseudonymOf(viewer);
  return { tiers, ...(pseudonym === undefined ? {} : { pseudonym }) };
};
