/** Migrations of the funds schema that concern several nouns, in the order in which they always ran; those of one noun are in its folder. */
import { createLoadMarks, type Migration } from "../../../platform/database/index.js";
import { createQuarantineTable, numberQuarantineEntries } from "../../../platform/import/index.js";
import { createFundsTables } from "./20261124090000_create_funds_tables.js";
import { createPostings } from "./20261124090100_create_postings.js";
import { createProjectsAndPayments } from "./20261125090000_create_projects_and_payments.js";
import { createSubsidies } from "./20261125090100_create_subsidies.js";
import { createDisclosures } from "./20261125090200_create_disclosures.js";
import { trackChanges } from "./20261125120000_track_changes.js";
import { trackChangesByEpoch } from "./20261128120000_track_changes_by_epoch.js";
import { nameAllotments } from "./20261129130000_name_allotments.js";
import { indexSubsidies } from "./20261129171000_index_subsidies.js";
import { nameCategories } from "./20261129150000_name_categories.js";
import { namePublications } from "./20261129190000_name_publications.js";
import { tellOfMoreKinds } from "./20261130240000_tell_of_more_kinds.js";

/** Migrations of the service itself. */
export const migrations: readonly Migration[] = [
  createFundsTables,
  createPostings,
  createQuarantineTable,
  createProjectsAndPayments,
  createSubsidies,
  createDisclosures,
  trackChanges,
  trackChangesByEpoch,
  createLoadMarks,
  nameAllotments,
  nameCategories,
  indexSubsidies,
  namePublications,
  numberQuarantineEntries,
  tellOfMoreKinds,
];
