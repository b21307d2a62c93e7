/** The feed of changes of this service. */
import { createChangeTracking } from "../../../platform/database/index.js";

/** Table and triggers. */
export const trackChanges = createChangeTracking("20261125120000_track_changes", [
  { kind: "FUND_POLICY", table: "fund_policies", key: "policy_code", isPublic: "true" },
  { kind: "BUDGET_INDICATOR", table: "indicators", key: "indicator_no", isPublic: "state <> 'DRAFT'" },
]);
