/** Columns of payments, once: row, select list and mapping come from here. */
import { bigInteger, day, defineTable, fen, integer, type RowOf, text } from "../../../platform/database/index.js";
import type { PayeeKind, PayMode } from "./payment.enums.js";

/** Money that left the treasury (国库支付). */
export const PAYMENTS = defineTable("payments", {
  paymentNo: text("payment_no"),
  allocationId: text("allocation_id"),
  movementId: bigInteger("movement_id").unread("the book is joined by it"),
  policyCode: text("policy_code").nullable(),
  payeeKind: text("payee_kind").of<PayeeKind>(),
  payeeOrgId: text("payee_org_id").nullable(),
  // Credit code of a body or hash of a person; a batch has none.
  subject: text("payee_subject").nullable(),
  payeeCount: integer("payee_count"),
  payerId: text("payer_id"),
  agencyUscc: text("agency_uscc").nullable(),
  divisionCode: text("division_code"),
  amount: fen("amount_fen"),
  purpose: text("purpose").nullable(),
  functionCode: text("function_code"),
  deptEconCode: text("dept_econ_code").nullable(),
  payMode: text("pay_mode").of<PayMode>(),
  bank: text("bank").nullable(),
  accountTail: text("account_tail").nullable(),
  paidOn: day("paid_on"),
  returnedOn: day("returned_on").nullable(),
  returnedAmount: fen("returned_fen").nullable(),
  returnMovementId: bigInteger("return_movement_id").nullable().unread("the book is joined by it"),
  returnReason: text("return_reason").nullable(),
  caseNo: text("case_no").nullable(),
});

/** A row of payments. */
export type PaymentRow = RowOf<typeof PAYMENTS>;
