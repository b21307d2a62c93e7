/** Supergraphs as Apollo's packages take them: they refuse links `for: SECURITY`, and enforce none of them (decision D2). */

/** A copy without the mark; what it stands for the gateway enforces itself. */
export const withoutSecurityLinks = (supergraph: string): string => supergraph.replaceAll(/, for: SECURITY/g, "");
