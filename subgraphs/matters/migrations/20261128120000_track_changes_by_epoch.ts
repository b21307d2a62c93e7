/** The feed of changes of this service, in epochs: a restored database begins another. */
import { createChangeTracking } from "../../../platform/database/index.js";

/** Tables and triggers. */
export const trackChangesByEpoch = createChangeTracking("20261128120000_track_changes_by_epoch", [
  { kind: "CATALOGUE_ITEM", table: "catalogue_items", key: "catalog_code", isPublic: "true", version: "version" },
  { kind: "SERVICE_MATTER", table: "service_matters", key: "id", isPublic: "status = 'PUBLISHED'", version: "version" },
]);
