/** SQL of the catalogue of measures. */
import type { Knex } from "knex";
import type { Measure, MeasureCategory } from "./measure.type.js";

/** A row of measures. */
export interface MeasureRow {
  code: string;
  name: string;
  category: MeasureCategory;
  basis_law: string;
}

/** Domain object of a row. */
export const toMeasure = ({ code, name, category, basis_law: basisLaw }: MeasureRow): Measure => ({
  code,
  name,
  category,
  basisLaw,
});

/** The catalogue; all of it is public. */
export const measuresQuery = (db: Knex): Knex.QueryBuilder => db("measures").select("*");
