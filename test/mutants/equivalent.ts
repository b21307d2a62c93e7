/** Mutants of the policy table that change nothing for anybody, each with the reason, found by hand. */

/** Name of the mutant → why nobody sees a difference. */
export const EQUIVALENT: Readonly<Record<string, string>> = {};
