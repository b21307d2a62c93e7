/** The feed of changes of this service. */
import { createChangeTracking } from "../../../platform/database/index.js";

/** Table and triggers. */
export const trackChanges = createChangeTracking("20261125120000_track_changes", [
  { kind: "CATALOGUE_ITEM", table: "catalogue_items", key: "catalog_code", isPublic: "true", version: "version" },
  { kind: "SERVICE_MATTER", table: "service_matters", key: "id", isPublic: "status = 'PUBLISHED'", version: "version" },
]);
