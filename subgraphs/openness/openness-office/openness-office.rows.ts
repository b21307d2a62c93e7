/** Columns of openness offices, once: row, select list and mapping come from here. */
import { defineTable, integer, text, type RowOf } from "../../../platform/database/index.js";

/** Offices that take requests for information (政府信息公开工作机构), one of an agency. */
export const OPENNESS_OFFICES = defineTable("openness_offices", {
  agencyId: text("agency_id"),
  agencyUscc: text("agency_uscc"),
  divisionCode: text("division_code"),
  name: text("name"),
  address: text("address"),
  phone: text("phone"),
  leaderPost: text("leader_post").nullable(),
  staffCount: integer("staff_count").nullable(),
});

/** A row of openness_offices. */
export type OpennessOfficeRow = RowOf<typeof OPENNESS_OFFICES>;
