/** Fills the tables of registrations of documents and of rounds of clean-up. */
import type { Knex } from "knex";
import { insertRecords } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { CLEANUP_OUTCOMES, CLEANUP_ROUNDS } from "../cleanup-round/cleanup-round.rows.js";
import { DOCUMENT_REGISTRATIONS } from "../document-registration/document-registration.rows.js";
import type { DocumentRecords } from "./documents.js";
import { cleanupRecords } from "./planned-cleanups.js";
import { registrationRecords } from "./planned-registrations.js";

/** Their tables. */
export const DOCUMENT_PROCEDURE_TABLES = "document_registrations, cleanup_outcomes, cleanup_rounds";

/** Fills the tables. */
export const seedDocumentProcedures = async (
  db: Knex,
  world: DemonstrationWorld,
  records: DocumentRecords,
): Promise<void> => {
  await insertRecords(db, DOCUMENT_REGISTRATIONS, registrationRecords(world, records));
  const { rounds, outcomes } = cleanupRecords(records);
  await insertRecords(db, CLEANUP_ROUNDS, rounds);
  await insertRecords(db, CLEANUP_OUTCOMES, outcomes);
};
