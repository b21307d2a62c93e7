/** Columns of regulatory notices, once: row, select list and mapping come from here. */
import { day, defineTable, text, type RowOf } from "../../../platform/database/index.js";
import type { RegulatoryArea } from "./regulatory-area.js";

/** Notices of regulators (监管信息). */
export const REGULATORY_NOTICES = defineTable("regulatory_notices", {
  id: text("id"),
  area: text("area").of<RegulatoryArea>(),
  organId: text("organ_id"),
  organUscc: text("organ_uscc"),
  divisionCode: text("division_code"),
  aboutId: text("about_id").nullable(),
  aboutUscc: text("about_uscc").nullable(),
  title: text("title"),
  body: text("body"),
  issuedOn: day("issued_on"),
  publishedOn: day("published_on").nullable(),
});

/** A row of regulatory_notices. */
export type RegulatoryNoticeRow = RowOf<typeof REGULATORY_NOTICES>;
