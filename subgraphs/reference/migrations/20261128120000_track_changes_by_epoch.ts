/** The feed of changes of this service, in epochs: a restored database begins another. */
import { createChangeTracking } from "../../../platform/database/index.js";

/** Tables and triggers. */
export const trackChangesByEpoch = createChangeTracking("20261128120000_track_changes_by_epoch", [
  { kind: "ORGANIZATION", table: "organizations", key: "id", isPublic: "true" },
]);
