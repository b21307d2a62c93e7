/** Migrations of the credit schema that concern several nouns, in the order in which they always ran; those of one noun are in its folder. */
import { createLoadMarks, type Migration } from "../../../platform/database/index.js";
import { createQuarantineTable, numberQuarantineEntries } from "../../../platform/import/index.js";
import { createCreditTables } from "./20261124090000_create_credit_tables.js";
import { extendCreditRecords } from "./20261125090000_extend_credit_records.js";
import { createCreditCases } from "./20261125090100_create_credit_cases.js";
import { trackChanges } from "./20261125120000_track_changes.js";
import { indexAuthorities } from "./20261126130000_index_authorities.js";
import { addSourceUnits } from "./20261126150100_add_source_units.js";
import { mintRecordIds } from "./20261128100000_mint_record_ids.js";
import { trackChangesByEpoch } from "./20261128120000_track_changes_by_epoch.js";
import { sealUnknownAges } from "./20261128200000_seal_unknown_ages.js";
import { decideWhatIsPublished } from "./20261129090000_decide_what_is_published.js";
import { sealPublicSecurity } from "./20261129091000_seal_public_security.js";
import { nameCases } from "./20261129130000_name_cases.js";
import { writeBracketsInOneWidth } from "./20261129140000_write_brackets_in_one_width.js";
import { knowPublicationDays } from "./20261130101000_know_publication_days.js";
import { indexFigures } from "./20261129170000_index_figures.js";
import { journalLoads } from "./20261130150000_journal_loads.js";
import { knowRecordsWithoutSource } from "./20261130200000_know_records_without_source.js";
import { nameCounterparties } from "./20261129150000_name_counterparties.js";
import { tellOfMoreKinds } from "./20261130240000_tell_of_more_kinds.js";

/** Migrations of the service itself. */
export const migrations: readonly Migration[] = [
  createCreditTables,
  createQuarantineTable,
  extendCreditRecords,
  createCreditCases,
  trackChanges,
  indexAuthorities,
  addSourceUnits,
  mintRecordIds,
  trackChangesByEpoch,
  sealUnknownAges,
  createLoadMarks,
  decideWhatIsPublished,
  sealPublicSecurity,
  nameCases,
  writeBracketsInOneWidth,
  nameCounterparties,
  indexFigures,
  numberQuarantineEntries,
  knowPublicationDays,
  journalLoads,
  knowRecordsWithoutSource,
  tellOfMoreKinds,
];
