/** Columns of lines that came back, once. */
import { bigInteger, day, defineTable, fen, integer, type RowOf, text } from "../../../platform/database/index.js";

/** Lines of paid batches that the bank sent back (退票). */
export const SUBSIDY_RETURNS = defineTable("subsidy_returns", {
  returnNo: text("return_no"),
  batchNo: text("batch_no"),
  lineNo: integer("line_no"),
  recipientHash: text("recipient_hash"),
  agencyUscc: text("agency_uscc"),
  // The finance department that paid, and the bank by which.
  receiverUscc: text("receiver_uscc"),
  bankUscc: text("bank_uscc").nullable(),
  villageCode: text("village_code"),
  amount: fen("amount_fen"),
  movementId: bigInteger("movement_id").unread("the book is joined by it"),
  returnedOn: day("returned_on"),
  reason: text("reason"),
  repaidOn: day("repaid_on").nullable(),
  repaidPaymentNo: text("repaid_payment_no").nullable(),
  version: integer("version").byDefault(),
});

/** A row of subsidy_returns. */
export type ReturnRow = RowOf<typeof SUBSIDY_RETURNS>;
