/** Contracts: what each shows of a composition, and what a change does to them. */
export { contractChanges, type ContractChange } from "./changes.js";
export { composeContracts, type ComposedContracts } from "./compose-contracts.js";
