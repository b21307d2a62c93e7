/** The feed of changes of this service, in epochs: a restored database begins another. */
import { createChangeTracking, type TrackedTable } from "../../../platform/database/index.js";

/** What is told of, and when it is public: what its declaration (`*.policy.ts`) says to everybody; a test compares them. */
export const TRACKED: readonly TrackedTable[] = [
  { kind: "CATALOGUE_ITEM", table: "catalogue_items", key: "catalog_code", isPublic: "true", version: "version" },
  { kind: "SERVICE_MATTER", table: "service_matters", key: "id", isPublic: "status = 'PUBLISHED'", version: "version" },
];

/** Tables and triggers. */
export const trackChangesByEpoch = createChangeTracking("20261128120000_track_changes_by_epoch", TRACKED);
