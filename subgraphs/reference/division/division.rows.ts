/** Columns of divisions and of their versions, once: row, select list and mapping come from here. */
import { day, defineTable, integer, text, truth, type RowOf } from "../../../platform/database/index.js";
import type { DivisionLevel } from "./division.enums.js";

const SPAN_COLUMNS = {
  code: text("code"),
  name: text("name"),
  level: text("level").of<DivisionLevel>(),
  kind: text("kind").nullable(),
  parentCode: text("parent_code").nullable(),
  validFrom: day("valid_from").nullable(),
  validTo: day("valid_to").nullable(),
};

/** Divisions, those no longer valid included (行政区划). */
export const DIVISIONS = defineTable("divisions", {
  ...SPAN_COLUMNS,
  replacedByCode: text("replaced_by_code").nullable(),
});

/** A row of divisions. */
export type DivisionRow = RowOf<typeof DIVISIONS>;

/** Versions of codes that changed; the version of all others is their row of divisions (区划沿革). */
export const DIVISION_VERSIONS = defineTable("division_versions", {
  id: integer("id").byDefault().unread("tells rows of one code apart"),
  ...SPAN_COLUMNS,
  source: text("source").nullable(),
  verified: truth("verified"),
});

/** A row of division_versions. */
export type DivisionVersionRow = RowOf<typeof DIVISION_VERSIONS>;
