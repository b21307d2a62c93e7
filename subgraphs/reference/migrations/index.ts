/** Migrations of the reference schema that concern several nouns, in the order in which they always ran; those of one noun are in its folder. */
import { createLoadMarks, type Migration } from "../../../platform/database/index.js";
import { createQuarantineTable, numberQuarantineEntries } from "../../../platform/import/index.js";
import { createReferenceTables } from "./20261124090000_create_reference_tables.js";
import { indexEmbeddedOrgCodes } from "./20261124101000_index_embedded_org_codes.js";
import { addHistory } from "./20261125090000_add_history.js";
import { trackChanges } from "./20261125120000_track_changes.js";
import { trackChangesByEpoch } from "./20261128120000_track_changes_by_epoch.js";
import { verifyDivisionDays } from "./20261129141000_verify_division_days.js";
import { nameKinds } from "./20261129150000_name_kinds.js";
import { tellOfMoreKinds } from "./20261130240000_tell_of_more_kinds.js";

/** Migrations of the service itself. */
export const migrations: readonly Migration[] = [
  createReferenceTables,
  createQuarantineTable,
  indexEmbeddedOrgCodes,
  addHistory,
  trackChanges,
  trackChangesByEpoch,
  createLoadMarks,
  verifyDivisionDays,
  nameKinds,
  numberQuarantineEntries,
  tellOfMoreKinds,
];
