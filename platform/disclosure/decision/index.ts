/** What a viewer sees of a closed field, and what would let them see more. */
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
export { failedGuard } from "./guards.js";
export { remedyFor, type Remedy, type RemedyKind } from "./remedy.js";
