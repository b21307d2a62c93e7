/** Fills the openness schema from the demonstration world. A noun, or a few that belong together, has a file of its own here. */
import type { Knex } from "knex";
import { insertRecords } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { OPENNESS_STANDARDS } from "../openness-standard/openness-standard.rows.js";
import { DOCUMENT_RELATIONS, PUBLIC_DOCUMENTS } from "../public-document/public-document.rows.js";
import { AGENCY_LIST_TABLES, seedAgencyLists } from "./agency-lists.js";
import { CONTRACTING_TABLES, seedContracting } from "./contracting.js";
import { DECISION_TABLES, seedDecisions } from "./decisions.js";
import { DOCUMENT_PROCEDURE_TABLES, seedDocumentProcedures } from "./document-procedures.js";
import { documentRecords } from "./documents.js";
import { ENFORCEMENT_TABLES, seedEnforcement } from "./enforcement.js";
import { INQUIRY_TABLES, seedInquiries } from "./inquiries.js";
import { INTERPRETATION_TABLES, seedInterpretations } from "./interpretations.js";
import { lawDocuments } from "./law-documents.js";
import { opennessStandardRecords } from "./openness-standards.js";
import { OPINION_EVENT_TABLES, seedOpinionEvents } from "./opinion-events.js";
import { PRESS_EVENT_TABLES, seedPressEvents } from "./press-events.js";
import { REGULATION_TABLES, seedRegulation } from "./regulation.js";
import { REQUEST_TABLES, seedRequests } from "./requests.js";

const TABLES = [
  AGENCY_LIST_TABLES,
  CONTRACTING_TABLES,
  ENFORCEMENT_TABLES,
  REGULATION_TABLES,
  DOCUMENT_PROCEDURE_TABLES,
  REQUEST_TABLES,
  INQUIRY_TABLES,
  OPINION_EVENT_TABLES,
  PRESS_EVENT_TABLES,
  DECISION_TABLES,
  INTERPRETATION_TABLES,
  "document_relations",
  "public_documents",
  "openness_standards",
];

/** Removes all records. */
export const clearOpenness = async (db: Knex): Promise<void> => {
  await db.raw(`truncate ${TABLES.join(", ")}`);
};

/** Fills the cleared schema. */
export const seedOpenness = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const records = documentRecords(db, world);
  await insertRecords(db, PUBLIC_DOCUMENTS, [...lawDocuments(db, world), ...records.documents]);
  await insertRecords(db, DOCUMENT_RELATIONS, records.relations);
  await seedInterpretations(db, world, records);
  await seedDocumentProcedures(db, world, records);
  await insertRecords(db, OPENNESS_STANDARDS, opennessStandardRecords());
  await seedDecisions(db, world, records);
  await seedAgencyLists(db, world);
  await seedContracting(db, world);
  await seedEnforcement(db, world);
  await seedRegulation(db, world);
  await seedRequests(db, world, records);
  await seedInquiries(db, world);
  await seedOpinionEvents(db, world);
  await seedPressEvents(db, world);
  // Plans are made from statistics: without them, small tables are read whole for each row.
  await db.raw(`analyze ${TABLES.join(", ")}`);
};
