/** SQL of the catalogue of measures. */
import type { Knex } from "knex";
import { MEASURES, type MeasureRow } from "./measure.rows.js";
import type { Measure } from "./measure.type.js";

const shown = MEASURES.to<Measure>()();

/** Domain object of a row. */
export const toMeasure = (row: MeasureRow): Measure => shown(row, {});

/** The catalogue; all of it is public. */
export const measuresQuery = (db: Knex): Knex.QueryBuilder => db("measures").select(MEASURES.columns());

/** Measures with these codes, in no order. */
export const findMeasures = async (db: Knex, codes: readonly string[]): Promise<Measure[]> =>
  ((await measuresQuery(db).whereIn("code", [...codes])) as MeasureRow[]).map(toMeasure);
