/** The feed of changes of this service. */
import { createChangeTracking } from "../../../platform/database/index.js";

/** Table and triggers. */
export const trackChanges = createChangeTracking("20261125120000_track_changes", [
  { kind: "ORGANIZATION", table: "organizations", key: "id", isPublic: "true" },
]);
