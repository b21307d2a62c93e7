/** The standard directives `@authenticated`, `@requiresScopes` and `@policy`: what a viewer must bring before a closed field is looked at. */

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
