/** Fills the tables of lists: the golden ones and the drawn ones. */
import type { Knex } from "knex";
import { insertRecords } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { AGENCY_LISTS, AGENCY_LIST_ITEMS, AGENCY_LIST_VERSIONS } from "../agency-list/agency-list.rows.js";
import { drawnLists, mattersWithPower } from "./drawn-lists.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";
import { goldenLists } from "./golden-lists.js";
import { recordsOfList } from "./planned-list.js";

/** Their tables. */
export const AGENCY_LIST_TABLES = "agency_list_items, agency_list_versions, agency_lists";

/** Fills the tables. */
export const seedAgencyLists = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const organ = world.organizations.find(({ uscc }) => uscc === GOLDEN_ISSUER)!;
  const records = [
    ...goldenLists(organ, mattersWithPower(world).get(organ.id) ?? []),
    ...drawnLists(world, (uscc) => uscc === GOLDEN_ISSUER),
  ].map(recordsOfList);
  await insertRecords(
    db,
    AGENCY_LISTS,
    records.map(({ list }) => list),
  );
  await insertRecords(
    db,
    AGENCY_LIST_VERSIONS,
    records.flatMap(({ versions }) => versions),
  );
  await insertRecords(
    db,
    AGENCY_LIST_ITEMS,
    records.flatMap(({ items }) => items),
  );
};
