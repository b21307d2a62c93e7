/** SQL of comparisons: published matters in use, the shortest promise first. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { TaskState } from "../matter/matter.enums.js";
import { EditorialStatus } from "../matter/matter.machine.js";
import { matterQuery } from "../matter/matter.repository.js";
import { PROMISED_DAYS_SQL } from "../matter/matter.stored.js";

/** Stands behind every promise where a matter promises nothing. */
const NO_PROMISE = 100_000;

const PROMISED_DAYS = `coalesce(${PROMISED_DAYS_SQL}, ${NO_PROMISE}) as promised_days`;

/** Implementations of the item below the prefix; the caller adds order and page. */
export const comparedMatters = (db: Knex, viewer: Viewer, catalogCode: string, prefix: Knex.Raw): Knex.QueryBuilder => {
  const matters = matterQuery(db, viewer, { filter: { states: [TaskState.IN_USE] } })
    .select(db.raw(PROMISED_DAYS))
    .where({ status: EditorialStatus.PUBLISHED, catalog_code: catalogCode })
    .whereRaw("starts_with(division_code, ?)", [prefix]);
  return db.select("*").from(matters.as("compared"));
};
