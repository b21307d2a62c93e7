/** Migrations of the matters schema that concern several nouns, in the order in which they always ran; those of one noun are in its folder. */
import { createLoadMarks, type Migration } from "../../../platform/database/index.js";
import { createQuarantineTable, numberQuarantineEntries } from "../../../platform/import/index.js";
import { createMattersTables } from "./20261124090000_create_matters_tables.js";
import { createCaseTables } from "./20261125093000_create_cases.js";
import { trackChanges } from "./20261125120000_track_changes.js";
import { addNotice } from "./20261126090000_add_notice.js";
import { addThemes } from "./20261126150000_add_themes.js";
import { trackChangesByEpoch } from "./20261128120000_track_changes_by_epoch.js";
import { addVersionStates } from "./20261128190000_add_version_states.js";
import { nameCasesAndMatters } from "./20261129130000_name_cases_and_matters.js";

/** Migrations of the service itself. */
export const migrations: readonly Migration[] = [
  createMattersTables,
  createQuarantineTable,
  createCaseTables,
  trackChanges,
  addNotice,
  addThemes,
  trackChangesByEpoch,
  createLoadMarks,
  addVersionStates,
  nameCasesAndMatters,
  numberQuarantineEntries,
];
