/** The policy table: every decision of disclosure in the graph, as gateway, services and documents read it. */
export { closureMismatches } from "./closure-mismatches.js";
export { carriesLists } from "./lists.js";
export { loadPolicy } from "./load-policy.js";
export { negativeList, opennessOf, requirementsOf, type NegativeListRow, type Openness } from "./negative-list.js";
export { objectRules, ruleName } from "./object-rules.js";
export { parseSupergraph } from "./parse-supergraph.js";
export {
  recordPathsOf,
  type FieldPlace,
  type FieldRule,
  type FieldsSameForAll,
  type Owner,
  type PolicyTable,
  type RecordPaths,
  type SameForAll,
  type SubgraphFacts,
  type SubgraphSummary,
} from "./policy-table.js";
