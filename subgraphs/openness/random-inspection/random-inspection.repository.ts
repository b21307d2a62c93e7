/** SQL of random inspections; those that a viewer may not know of, and what is not theirs to know yet, never leave the database. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows } from "../../../platform/database/index.js";
import type { AskedBy } from "../context.js";
import type { RandomInspectionFilter } from "./random-inspection.input.js";
import { WHOSE_INSPECTION_RESULTS } from "./random-inspection.policy.js";
import { WHOSE_PUBLISHED_RECORD } from "../published-record/published-record.policy.js";
import {
  INSPECTED_OBJECTS,
  RANDOM_INSPECTIONS,
  type InspectedObjectRow,
  type RandomInspectionRow,
} from "./random-inspection.rows.js";

/** Inspections that fit and that the viewer may know of; the caller adds order and page. */
export const visibleInspections = (
  db: Knex,
  { viewer, day }: AskedBy,
  filter: RandomInspectionFilter = {},
): Knex.QueryBuilder => {
  const query = readableRows(db(RANDOM_INSPECTIONS.name).select(RANDOM_INSPECTIONS.columns()), WHOSE_PUBLISHED_RECORD, {
    viewer,
    today: day,
  });
  if (filter.area != null) query.where("area", filter.area);
  if (filter.division != null) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  return query;
};

/** Inspections with these numbers, in no order. */
export const findInspections = async (
  db: Knex,
  asked: AskedBy,
  numbers: readonly string[],
): Promise<RandomInspectionRow[]> =>
  (await visibleInspections(db, asked).whereIn("no", [...numbers])) as RandomInspectionRow[];

/** Enterprises drawn for these inspections in the order of the draw, of those whose results the viewer may know. */
export const drawnObjects = async (
  db: Knex,
  { viewer, day }: AskedBy,
  numbers: readonly string[],
): Promise<InspectedObjectRow[]> =>
  (await db(INSPECTED_OBJECTS.name)
    .select(INSPECTED_OBJECTS.columns())
    .whereIn(
      "inspection_no",
      readableRows(db(RANDOM_INSPECTIONS.name).select("no"), WHOSE_INSPECTION_RESULTS, { viewer, today: day }).whereIn(
        "no",
        [...numbers],
      ),
    )
    .orderBy(["inspection_no", "position"])) as InspectedObjectRow[];
