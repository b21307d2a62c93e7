/** Closed fields of a subgraph's schema ask the decision before they are resolved, and what was left out is reported. */
export { enforceDisclosure, type DisclosureContext, type Enforcement } from "./enforce.js";
export { applyMask } from "./masks.js";
export {
  createDisclosureLog,
  type DisclosureLog,
  type DisclosureReport,
  type MaskedEntry,
  type WithheldEntry,
} from "./disclosure-report.js";
