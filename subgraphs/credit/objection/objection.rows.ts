/** Columns of objections, once: row, select list and mapping come from here. */
import { day, defineTable, integer, type RowOf, text } from "../../../platform/database/index.js";
import { PARTY_COLUMNS } from "../counterparty/counterparty.rows.js";
import type { CreditRecordKind } from "../record/record.enums.js";
import type { ObjectionOutcome } from "./objection.enums.js";
import type { ObjectionState } from "./objection.machine.js";

/** Objections to records (异议申诉). */
export const OBJECTIONS = defineTable("objections", {
  no: text("no"),
  ...PARTY_COLUMNS,
  recordKind: text("record_kind").of<CreditRecordKind>(),
  recordId: text("record_id"),
  state: text("state").of<ObjectionState>(),
  statement: text("statement"),
  filedOn: day("filed_on"),
  acceptedOn: day("accepted_on").nullable(),
  decidedOn: day("decided_on").nullable(),
  outcome: text("outcome").of<ObjectionOutcome>().nullable(),
  // With reasons.
  decision: text("decision").nullable(),
  version: integer("version").byDefault(),
  // Version of the record when it was objected to: what changed since is a correction.
  recordVersion: integer("record_version").byDefault(),
});

/** A row of objections. */
export interface ObjectionRow extends RowOf<typeof OBJECTIONS> {
  /** True where a law seals the record that it is about. */
  readonly sealed: boolean;
}
