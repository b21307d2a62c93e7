/** Procurements in the feed of changes. */
import { createFurtherTracking, type TrackedTable } from "../../../platform/database/index.js";

/** What is told of beside the others, and when it is public: what its declaration (`*.policy.ts`) says to everybody; a test compares them. */
export const TRACKED: readonly TrackedTable[] = [
  {
    kind: "PROCUREMENT",
    table: "intermediary_procurements",
    key: "project_no",
    isPublic: "state not in ('DRAFT', 'CANCELLED') or (state = 'CANCELLED' and public_notice_on is not null)",
    version: "version",
  },
];

/** Follows their tables. */
export const tellOfMoreKinds = createFurtherTracking(
  "20261130240000_tell_of_more_kinds",
  ["intermediary_services"],
  TRACKED,
);
