/** Columns of penalties, once: row, select list and mapping come from here. */
import { day, defineTable, fen, text, texts, truth } from "../../../platform/database/index.js";
import { PUBLISHED_COLUMNS } from "../counterparty/counterparty.rows.js";
import type { PenaltyKind, Procedure, Severity } from "./penalty.enums.js";

/** Penalties in publicity (双公示 行政处罚, CF_*). */
export const PENALTIES = defineTable("penalties", {
  ...PUBLISHED_COLUMNS,
  violationType: text("violation_type"),
  facts: text("facts").nullable(),
  basis: text("basis").nullable(),
  kinds: texts("kinds").of<PenaltyKind[]>(),
  content: text("content"),
  fine: fen("fine_fen").nullable(),
  confiscated: fen("confiscated_fen").nullable(),
  severity: text("severity").of<Severity>(),
  // True where the source gave no severity and the rules said which.
  severityByRule: truth("severity_by_rule").byDefault().unread("what is stored is classified again by it"),
  publicityUntil: day("publicity_until").nullable(),
  procedure: text("procedure").of<Procedure>().nullable(),
  suspendedLicence: text("suspended_licence").nullable(),
  severityRuleId: text("severity_rule_id"),
  withdrawnOn: day("withdrawn_on").nullable(),
  withdrawReason: text("withdraw_reason").nullable(),
  repairedOn: day("repaired_on").nullable(),
  republishedOn: day("republished_on").nullable(),
  shieldedFrom: day("shielded_from").nullable(),
  shieldedTo: day("shielded_to").nullable(),
  // Ruling of the court that approved the plan of the reorganisation, where a verb recorded it.
  shieldRulingNo: text("shield_ruling_no").nullable(),
  repairNoticeOn: day("repair_notice_on").nullable(),
  // Undefined where it is not known.
  dutyPerformed: truth("duty_performed").nullable(),
  dutyPerformedOn: day("duty_performed_on").nullable(),
  // When and by which document the decision was revoked or changed.
  revokedOn: day("revoked_on").nullable(),
  revocationNo: text("revocation_no").nullable(),
  repairSystem: text("repair_system").nullable(),
});
