/** The feed of changes of this service, in epochs: a restored database begins another. */
import { createChangeTracking } from "../../../platform/database/index.js";

/** Tables and triggers. */
export const trackChangesByEpoch = createChangeTracking("20261128120000_track_changes_by_epoch", [
  { kind: "FUND_POLICY", table: "fund_policies", key: "policy_code", isPublic: "true" },
  { kind: "BUDGET_INDICATOR", table: "indicators", key: "indicator_no", isPublic: "state <> 'DRAFT'" },
]);
