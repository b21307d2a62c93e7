/** The feed of changes of this service, in epochs: a restored database begins another. */
import { createChangeTracking, type TrackedTable } from "../../../platform/database/index.js";

/** What is told of, and when it is public: what its declaration (`*.policy.ts`) says to everybody; a test compares them. */
export const TRACKED: readonly TrackedTable[] = [
  { kind: "FUND_POLICY", table: "fund_policies", key: "policy_code", isPublic: "true" },
  { kind: "BUDGET_INDICATOR", table: "indicators", key: "indicator_no", isPublic: "state <> 'DRAFT'" },
];

/** Tables and triggers. */
export const trackChangesByEpoch = createChangeTracking("20261128120000_track_changes_by_epoch", TRACKED);
