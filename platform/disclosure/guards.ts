/** The standard directives `@authenticated`, `@requiresScopes` and `@policy`: what a viewer must bring before a closed field is looked at. */
import type { Viewer } from "../auth/index.js";

/** Directives of federation that guard a field. */
export const GUARD_DIRECTIVES = ["authenticated", "requiresScopes", "policy"] as const;

/** What a field requires of its viewer, whatever the row. Lists are alternatives, each of names that must all be held. */
export interface Guards {
  readonly authenticated?: true;
  /** Scopes of the token, clients' scopes of Keycloak. */
  readonly scopes?: readonly (readonly string[])[];
  readonly policies?: readonly (readonly string[])[];
}

/** A policy `acr.<level>` is decided from the token's `acr`; every other is for the authorisation service. */
const ACR_POLICY = "acr.";

/** Level that a policy asks for; undefined for policies that are not about the level. */
export const acrLevelOf = (policy: string): string | undefined =>
  policy.startsWith(ACR_POLICY) ? policy.slice(ACR_POLICY.length) : undefined;

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

/** True where whoever passes `strict` also passes `loose`. */
export const guardImplies = (strict: Guards | undefined, loose: Guards | undefined): boolean => {
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

const namesIn = (value: unknown): string[][] | undefined =>
  Array.isArray(value) ? value.map((names) => (Array.isArray(names) ? names.map(String) : [String(names)])) : undefined;

/** Guards from the arguments of the directives on a field; undefined where there is none. */
export const guardsFrom = (
  argumentsNamed: (directive: string) => readonly Readonly<Record<string, unknown>>[],
): Guards | undefined => {
  const [authenticated] = argumentsNamed("authenticated");
  const scopes = namesIn(argumentsNamed("requiresScopes")[0]?.["scopes"]);
  const policies = namesIn(argumentsNamed("policy")[0]?.["policies"]);
  if (!authenticated && !scopes && !policies) return undefined;
  return {
    ...(authenticated ? { authenticated: true } : {}),
    ...(scopes ? { scopes } : {}),
    ...(policies ? { policies } : {}),
  };
};
