/** The feed of changes of this service. */
import { createChangeTracking } from "../../../platform/database/index.js";

/** Table and triggers. */
export const trackChanges = createChangeTracking("20261125120000_track_changes", [
  { kind: "INTERMEDIARY_SERVICE", table: "intermediary_services", key: "code", isPublic: "true" },
]);
