/** Disclosure: open by default; what is closed says to whom, why and on which basis, and is enforced. */
export { isOwnAgency, isOwner, isSupervisor, mayRead, recordFacts, type RecordFacts } from "./audience.js";
export { Closed, Open, OwnedRecord, Personal, type Closure } from "./decorators.js";
export { enforceDisclosure, type DisclosureContext } from "./enforce.js";
export { disclosureProblems, type GateFacts } from "./gates.js";
export { compilePolicy, type FieldRule, type NamedDocument, type PolicyTable, type RecordPaths } from "./policy.js";
export {
  createDisclosureLog,
  type DisclosureLog,
  type DisclosureReport,
  type MaskedEntry,
  type WithheldEntry,
} from "./report.js";
export {
  DISCLOSURE_DIRECTIVES,
  DISCLOSURE_DIRECTIVE_NAMES,
  DISCLOSURE_LINK,
  MASKS,
  REASONS,
  TIERS,
  type Mask,
  type PersonalCategory,
  type Reason,
  type Tier,
} from "./vocabulary.js";
