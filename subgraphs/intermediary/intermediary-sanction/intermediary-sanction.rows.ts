/** Columns of intermediary_sanctions, once: row, select list and mapping come from here. */
import { day, defineTable, integer, type RowOf, text } from "../../../platform/database/index.js";
import type { SanctionLevel } from "./intermediary-sanction.machine.js";

/** Sanctions (中介机构惩戒). */
export const INTERMEDIARY_SANCTIONS = defineTable("intermediary_sanctions", {
  id: text("id"),
  intermediaryId: text("intermediary_id"),
  firmUscc: text("firm_uscc"),
  level: text("level").of<SanctionLevel>(),
  reason: text("reason"),
  docNo: text("doc_no").nullable(),
  priorNoticeOn: day("prior_notice_on"),
  defence: text("defence").nullable(),
  decidedOn: day("decided_on").nullable(),
  months: integer("months").nullable(),
  revokedOn: day("revoked_on").nullable(),
  evidence: text("evidence").nullable(),
  defendedOn: day("defended_on").nullable(),
  droppedOn: day("dropped_on").nullable(),
  appeal: text("appeal").nullable(),
  appealedOn: day("appealed_on").nullable(),
  appealSettledOn: day("appeal_settled_on").nullable(),
  version: integer("version").byDefault(),
  authorityId: text("authority_id"),
  authorityUscc: text("authority_uscc"),
  divisionCode: text("division_code"),
});

/** A row of intermediary_sanctions. */
export type SanctionRow = RowOf<typeof INTERMEDIARY_SANCTIONS>;
