/** Composition: from subgraphs' SDL and what the registry says of them to supergraph, public schema and policy table, or the reasons why not. */
export { canonicalDocuments, CompositionRefused, type SubgraphSource } from "./canonical.js";
export { compilePolicy, type PolicyFacts } from "./compile-policy.js";
export { compose, type Composition, type CompositionFacts } from "./compose.js";
export { contractChanges, contractSentences, type ContractChange } from "./contracts/index.js";
export { carriesLists, type NamedDocument } from "./declarations.js";
export { readOwners, readPolicyFacts } from "./facts.js";
export { disclosureProblems } from "./gates.js";
export { looksPersonal } from "./personal-names/index.js";
export type { Location, Problem } from "./problem.js";
export { diffPolicies, type Comparison, type PolicyChange } from "./policy-diff.js";
export { compareReaders, readersWithin } from "./readers.js";
export type { GateFacts } from "./schema-index.js";
