/** Migrations of the matters schema, oldest first. */
import { createLoadMarks, type Migration } from "../../../platform/database/index.js";
import { createQuarantineTable } from "../../../platform/import/index.js";
import { createMattersTables } from "./20261124090000_create_matters_tables.js";
import { createCaseTables } from "./20261125093000_create_cases.js";
import { trackChanges } from "./20261125120000_track_changes.js";
import { addNotice } from "./20261126090000_add_notice.js";
import { addThemes } from "./20261126150000_add_themes.js";
import { createServiceBundles } from "./20261126170000_create_service_bundles.js";
import { createPublicInstitutionServices } from "./20261126180000_create_public_institution_services.js";
import { trackChangesByEpoch } from "./20261128120000_track_changes_by_epoch.js";
import { addVersionStates } from "./20261128190000_add_version_states.js";
import { addCatalogueStates } from "./20261128234500_add_catalogue_states.js";

/** All migrations. */
export const migrations: readonly Migration[] = [
  createMattersTables,
  createQuarantineTable,
  createCaseTables,
  trackChanges,
  addNotice,
  addThemes,
  createServiceBundles,
  createPublicInstitutionServices,
  trackChangesByEpoch,
  createLoadMarks,
  addVersionStates,
  addCatalogueStates,
];
