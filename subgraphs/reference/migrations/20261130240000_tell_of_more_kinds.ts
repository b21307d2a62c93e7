/** Divisions and laws in the feed of changes. */
import { createFurtherTracking, type TrackedTable } from "../../../platform/database/index.js";

/** What is told of beside the others, and when it is public: what its declaration (`*.policy.ts`) says to everybody; a test compares them. */
export const TRACKED: readonly TrackedTable[] = [
  {
    kind: "DIVISION",
    table: "divisions",
    key: "code",
    isPublic: "valid_from is null or valid_from <= feed_day",
  },
  { kind: "LEGAL_BASIS", table: "legal_bases", key: "id", isPublic: "true" },
];

/** Follows their tables. */
export const tellOfMoreKinds = createFurtherTracking("20261130240000_tell_of_more_kinds", ["organizations"], TRACKED);
