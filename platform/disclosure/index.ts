/** Disclosure: open by default; what is closed says to whom, why and on which basis, and is enforced. */
export {
  NO_AGREEMENTS,
  createAgreementBook,
  loadAgreements,
  parseAgreement,
  type Agreement,
  type AgreementBook,
} from "./agreements.js";
export { mayRead, recordFacts, type RecordFacts } from "./audience.js";
export { createDecider, type Decider, type Verdict, type VerdictOfAll } from "./decision.js";
export {
  Authenticated,
  Aggregate,
  Closed,
  Open,
  OwnedRecord,
  Personal,
  PolicyGuard,
  Purpose,
  RequiresScopes,
  type Closure,
} from "./decorators.js";
export { diffPolicies, type Comparison, type PolicyChange } from "./diff.js";
export { enforceDisclosure, type DisclosureContext, type Enforcement } from "./enforce.js";
export { disclosureProblems, looksPersonal } from "./gates.js";
export { GUARD_DIRECTIVES, failedGuard, type Guards } from "./guards.js";
export { applyMask } from "./masks.js";
export { negativeList, opennessOf, type NegativeListRow, type Openness } from "./negative-list.js";
export { objectRules, ruleName } from "./object-rules.js";
export {
  compilePolicy,
  recordPathsOf,
  type BasisText,
  type FieldRule,
  type NamedDocument,
  type Owner,
  type PolicyFacts,
  type PolicyTable,
  type RecordPaths,
  type SubgraphFacts,
} from "./policy-table.js";
export { compareReaders, readersWithin } from "./readers.js";
export { agencyOf, bodyOf, personOf, supervisedBy } from "./reach.js";
export { remedyFor, type Remedy, type RemedyKind } from "./remedy.js";
export {
  createDisclosureLog,
  type DisclosureLog,
  type DisclosureReport,
  type MaskedEntry,
  type WithheldEntry,
} from "./disclosure-report.js";
export type { GateFacts } from "./schema-index.js";
export { MIN_GROUP, hiddenCells, type CountedCell } from "./suppress.js";
export { MASK_TEXTS, REASON_TEXTS, TIER_TEXTS, basisText, type Language, type Text } from "./texts.js";
export {
  DISCLOSURE_DIRECTIVES,
  DISCLOSURE_DIRECTIVE_NAMES,
  DISCLOSURE_LINK,
  GATEWAY_PREFIXES,
  MASKS,
  REASONS,
  TIERS,
  type Mask,
  type PersonalCategory,
  type Reason,
  type Tier,
} from "./vocabulary.js";
export {
  after,
  allOf,
  anyOf,
  atLeast,
  before,
  canRead,
  couldReadAny,
  entitled,
  inDivision,
  noneOf,
  ofAgency,
  ofBody,
  ofPerson,
  ofSubject,
  oneOf,
  since,
  unless,
  until,
  type AnyReader,
  type Owned,
  type Reader,
  type Whose,
} from "./whose.js";
