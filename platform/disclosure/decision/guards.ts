/** Whether a viewer brings what the guards of a closed field require. Pure. */
import type { Viewer } from "../../auth/index.js";
import { acrLevelOf, type Guards } from "../vocabulary/index.js";

const holdsOne = (alternatives: readonly (readonly string[])[], holds: (name: string) => boolean): boolean =>
  alternatives.some((names) => names.every(holds));

/** The first guard that does not hold for the viewer; undefined where all hold. */
export const failedGuard = (guards: Guards | undefined, viewer: Viewer): keyof Guards | undefined => {
  if (!guards) return undefined;
  if (guards.authenticated && viewer.kind === "anonymous") return "authenticated";
  if (guards.scopes && !holdsOne(guards.scopes, (scope) => viewer.scopes.includes(scope))) return "scopes";
  // No authorisation service is asked yet: what it would have to grant is granted to no one.
  if (
    guards.policies &&
    !holdsOne(guards.policies, (policy) => viewer.acr !== undefined && acrLevelOf(policy) === viewer.acr)
  )
    return "policies";
  return undefined;
};
