/** Columns of repair_cases, once: row, select list and mapping come from here. */
import { day, defineTable, integer, json, type RowOf, text, truth } from "../../../platform/database/index.js";
import { PARTY_COLUMNS } from "../counterparty/counterparty.rows.js";
import type { CreditRecordKind } from "../record/record.enums.js";
import type { RepairState } from "./repair-case.machine.js";

/** Cases of repair (信用修复). */
export const REPAIR_CASES = defineTable("repair_cases", {
  no: text("no"),
  ...PARTY_COLUMNS,
  recordKind: text("record_kind").of<CreditRecordKind>(),
  recordId: text("record_id"),
  state: text("state").of<RepairState>(),
  appliedOn: day("applied_on"),
  acceptedOn: day("accepted_on").nullable(),
  decidedOn: day("decided_on").nullable(),
  feedbackOn: day("feedback_on").nullable(),
  extended: truth("extended").byDefault(),
  evidence: json("evidence").of<readonly object[]>(),
  decision: text("decision").nullable(),
  // What was told of review and lawsuit, with a refusal.
  remedy: text("remedy").nullable(),
  // When and by which document the authority found that the repair rests on false statements.
  foundFalseOn: day("found_false_on").nullable(),
  findingNo: text("finding_no").nullable(),
  version: integer("version").byDefault(),
});

/** A row of repair_cases. */
export interface RepairCaseRow extends RowOf<typeof REPAIR_CASES> {
  /** True where a law seals the record that it is about. */
  readonly sealed: boolean;
  /** System whose own measures govern its penalty; null where the general ones do. */
  readonly repair_system: string | null;
  /** List of its entry; null for a penalty. */
  readonly list: string | null;
}
