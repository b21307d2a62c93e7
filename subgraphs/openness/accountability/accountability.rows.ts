/** Columns of accountability_decisions, once: row, select list and mapping come from here. */
import { day, defineTable, text, texts, type RowOf } from "../../../platform/database/index.js";

/** Decisions by which somebody answers for what was not done (问责情况). */
export const ACCOUNTABILITY_DECISIONS = defineTable("accountability_decisions", {
  id: text("id"),
  findingId: text("finding_id").nullable(),
  organId: text("organ_id"),
  organUscc: text("organ_uscc"),
  divisionCode: text("division_code"),
  fact: text("fact"),
  decision: text("decision"),
  decidedOn: day("decided_on"),
  persons: texts("persons"),
  publishedOn: day("published_on").nullable(),
});

/** A row of accountability_decisions. */
export type AccountabilityRow = RowOf<typeof ACCOUNTABILITY_DECISIONS>;
