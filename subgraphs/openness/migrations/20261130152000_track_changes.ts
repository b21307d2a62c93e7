/** The feed of changes of this service. */
import { createChangeTracking } from "../../../platform/database/index.js";

/** Tables and triggers. */
export const trackChanges = createChangeTracking("20261130152000_track_changes", [
  {
    kind: "PUBLIC_DOCUMENT",
    table: "public_documents",
    key: "index_no",
    isPublic: "published_on <= feed_day",
    version: "version",
  },
]);
