/** Fills the tables of regulatory notices and random inspections. */
import type { Knex } from "knex";
import { insertRecords } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { INSPECTED_OBJECTS, RANDOM_INSPECTIONS } from "../random-inspection/random-inspection.rows.js";
import { REGULATORY_NOTICES } from "../regulatory-notice/regulatory-notice.rows.js";
import { enforcingBodies } from "./enforcement.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";
import { certificateRecords } from "./planned-enforcement.js";
import { inspectionRecords } from "./planned-inspections.js";
import { regulatoryNotices } from "./regulatory-notices.js";

/** Their tables. */
export const REGULATION_TABLES = "inspected_objects, random_inspections, regulatory_notices";

/** Certificates of the golden bureau that are valid. */
const inspectorsOf = (world: DemonstrationWorld): string[] =>
  enforcingBodies(world)
    .map(certificateRecords)
    .flatMap((certificates) =>
      certificates.flatMap(({ organUscc, number, validUntil }) =>
        organUscc === GOLDEN_ISSUER && validUntil >= world.today ? [number] : [],
      ),
    );

/** Fills the tables. */
export const seedRegulation = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  await insertRecords(db, REGULATORY_NOTICES, regulatoryNotices(world));
  const { inspections, objects } = inspectionRecords(world, inspectorsOf(world));
  await insertRecords(db, RANDOM_INSPECTIONS, inspections);
  await insertRecords(db, INSPECTED_OBJECTS, objects);
};
