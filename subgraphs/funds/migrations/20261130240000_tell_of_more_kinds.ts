/** Projects and payments in the feed of changes. */
import { createFurtherTracking, type TrackedTable } from "../../../platform/database/index.js";

/** What is told of beside the others, and when it is public: what its declaration (`*.policy.ts`) says to everybody; a test compares them. */
export const TRACKED: readonly TrackedTable[] = [
  { kind: "FUND_PROJECT", table: "fund_projects", key: "project_code", isPublic: "true", version: "version" },
  {
    kind: "PAYMENT",
    table: "payments",
    key: "payment_no",
    isPublic: "payee_kind = 'ORGANIZATION' or (payee_kind = 'BATCH' and payee_count >= 5)",
  },
];

/** Follows their tables. */
export const tellOfMoreKinds = createFurtherTracking(
  "20261130240000_tell_of_more_kinds",
  ["fund_policies", "allotments"],
  TRACKED,
);
