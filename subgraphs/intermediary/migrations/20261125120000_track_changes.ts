/** The first form of the feed of changes; 20261128120000_track_changes_by_epoch sets it up again. */
import { supersededTracking } from "../../../platform/database/index.js";

/** Does nothing any more. */
export const trackChanges = supersededTracking("20261125120000_track_changes");
