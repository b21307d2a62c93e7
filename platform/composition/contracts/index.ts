/** Contracts: what each shows of a composition, and what a change does to them. */
export { contractChanges, contractSentences, type ContractChange } from "./changes.js";
export { unknownTags } from "./unknown-tags.js";
export type { StandsIn } from "./choose.js";
export { composeContracts, type ComposedContracts } from "./compose-contracts.js";
