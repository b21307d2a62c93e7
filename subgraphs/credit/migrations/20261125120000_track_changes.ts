/** The feed of changes of this service. */
import { createChangeTracking } from "../../../platform/database/index.js";

const SHOWN = "published_on is not null and not counterparty_minor";

/** Table and triggers. What ends by time alone is told by record/public-keys.repository.ts. */
export const trackChanges = createChangeTracking("20261125120000_track_changes", [
  { kind: "LICENCE", table: "licences", key: "id", isPublic: SHOWN, version: "version" },
  {
    kind: "PENALTY",
    table: "penalties",
    key: "id",
    isPublic: `${SHOWN} and withdrawn_on is null and (repaired_on is null or republished_on is not null)`,
    version: "version",
  },
  { kind: "LIST_ENTRY", table: "list_entries", key: "id", isPublic: "removed_on is null" },
]);
