/** Columns of measures, once: row, select list and mapping come from here. */
import { defineTable, type RowOf, text } from "../../../platform/database/index.js";
import type { MeasureCategory } from "./measure.enums.js";

/** The catalogue of measures (失信惩戒措施基础清单). */
export const MEASURES = defineTable("measures", {
  code: text("code"),
  name: text("name"),
  category: text("category").of<MeasureCategory>(),
  basisLaw: text("basis_law"),
});

/** A row of measures. */
export type MeasureRow = RowOf<typeof MEASURES>;
