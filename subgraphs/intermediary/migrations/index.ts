/** Migrations of the intermediary schema that concern several nouns, in the order in which they always ran; those of one noun are in its folder. */
import { createLoadMarks, type Migration } from "../../../platform/database/index.js";
import { createQuarantineTable, numberQuarantineEntries } from "../../../platform/import/index.js";
import { createIntermediaryTables } from "./20261124090000_create_intermediary_tables.js";
import { createMarket } from "./20261125090000_create_market.js";
import { trackChanges } from "./20261125120000_track_changes.js";
import { nameParties } from "./20261129003000_name_parties.js";
import { trackChangesByEpoch } from "./20261128120000_track_changes_by_epoch.js";
import { nameIntermediaries } from "./20261129130000_name_intermediaries.js";
import { nameNotices } from "./20261129190000_name_notices.js";
import { tellOfMoreKinds } from "./20261130240000_tell_of_more_kinds.js";

/** Migrations of the service itself. */
export const migrations: readonly Migration[] = [
  createIntermediaryTables,
  createQuarantineTable,
  createMarket,
  trackChanges,
  trackChangesByEpoch,
  createLoadMarks,
  nameParties,
  nameIntermediaries,
  nameNotices,
  numberQuarantineEntries,
  tellOfMoreKinds,
];
