/** Columns of commitments, matter_commitments, once: row, select list and mapping come from here. */
import { day, defineTable, integer, type RowOf, text } from "../../../platform/database/index.js";
import { PARTY_COLUMNS } from "../counterparty/counterparty.rows.js";
import type { CommitmentType } from "./commitment.enums.js";
import type { Fulfilment } from "./commitment.machine.js";

/** Commitments (信用承诺). */
export const COMMITMENTS = defineTable("commitments", {
  id: text("id"),
  ...PARTY_COLUMNS,
  counterpartyName: text("counterparty_name").nullable(),
  type: text("type").of<CommitmentType>(),
  text: text("text"),
  signerName: text("signer_name").nullable(),
  signedOn: day("signed_on"),
  dueOn: day("due_on").nullable(),
  fulfilment: text("fulfilment").of<Fulfilment>(),
  verifiedOn: day("verified_on").nullable(),
  verifiedById: text("verified_by_id").nullable(),
  matterId: text("matter_id").nullable(),
  caseNo: text("case_no").nullable(),
  // Of one made for repair: the case in which it was handed in.
  repairNo: text("repair_no").nullable().unread("queries ask whether its record is sealed"),
  version: integer("version").byDefault(),
});

/** A row of commitments. */
export interface CommitmentRow extends RowOf<typeof COMMITMENTS> {
  /** True where it was made for the repair of a record that a law seals, or names no case that shows that none does. */
  readonly sealed: boolean;
}

/** What matters ask to be promised (告知承诺). */
export const MATTER_COMMITMENTS = defineTable("matter_commitments", {
  matterId: text("matter_id"),
  type: text("type").of<CommitmentType>(),
  text: text("text"),
  withinDays: integer("within_days").nullable(),
});
