/** Columns of subsidy batches and their lines, once: row, select list and mapping come from here. */
import { day, decimal, defineTable, fen, integer, text } from "../../../platform/database/index.js";

/** Batches (一卡通发放批次). */
export const SUBSIDY_BATCHES = defineTable("subsidy_batches", {
  batchNo: text("batch_no"),
  policyCode: text("policy_code"),
  allocationId: text("allocation_id"),
  agencyId: text("agency_id"),
  agencyUscc: text("agency_uscc"),
  divisionCode: text("division_code"),
  villageCode: text("village_code"),
  period: text("period"),
  declaredCount: integer("declared_count"),
  declaredAmount: fen("declared_fen"),
  publicityFrom: day("publicity_from"),
  publicityTo: day("publicity_to"),
  townReviewedOn: day("town_reviewed_on").nullable(),
  countyReviewedOn: day("county_reviewed_on").nullable(),
  // Of an imported batch: what it held, so that the same file changes nothing.
  contentHash: text("content_hash").nullable(),
  paymentNo: text("payment_no").nullable(),
  // By which its lines are paid, where that is known.
  bankUscc: text("bank_uscc").nullable(),
  version: integer("version").byDefault(),
});

/** Lines of persons. They hold neither identity number nor account. */
export const SUBSIDY_LINES = defineTable("subsidy_lines", {
  batchNo: text("batch_no"),
  lineNo: integer("line_no"),
  recipientName: text("recipient_name"),
  recipientHash: text("recipient_hash"),
  accountTail: text("account_tail").nullable(),
  quantity: decimal("quantity"),
  unit: text("unit"),
  standard: fen("standard_fen"),
  amount: fen("amount_fen"),
  returnedOn: day("returned_on").nullable(),
  repaidPaymentNo: text("repaid_payment_no").nullable(),
});
