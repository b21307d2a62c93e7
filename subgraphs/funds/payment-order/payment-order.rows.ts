/** Columns of payment orders, once. */
import { day, defineTable, fen, integer, text } from "../../../platform/database/index.js";
import type { PaymentOrderState } from "./payment-order.machine.js";

/** What units ask their finance department to pay (支付申请). */
export const PAYMENT_ORDERS = defineTable("payment_orders", {
  orderNo: text("order_no"),
  allocationId: text("allocation_id"),
  allotmentNo: text("allotment_no"),
  payeeOrgId: text("payee_org_id"),
  amount: fen("amount_fen"),
  purpose: text("purpose"),
  accountTail: text("account_tail").nullable(),
  // Who asks, who decides, and the bank that pays.
  agencyUscc: text("agency_uscc"),
  financeUscc: text("finance_uscc"),
  bankUscc: text("bank_uscc").nullable(),
  divisionCode: text("division_code"),
  // Pseudonym of the person who asked.
  requestedBy: text("requested_by"),
  requestedOn: day("requested_on"),
  paymentNo: text("payment_no").nullable(),
  state: text("state").of<PaymentOrderState>(),
  version: integer("version").byDefault(),
});
