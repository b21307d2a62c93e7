/** Whose a payment order is, and who writes it: the unit that asks, the finance department that decides, the bank that pays. Pure. */
import { anyOf, entitled, ofAgency, ofBody } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import {
  PAYMENT_ORDER,
  type PaymentOrderEvent,
  type PaymentOrderFacts,
  type PaymentOrderState,
} from "./payment-order.machine.js";

/** Who may know of an order. What is paid is a payment, and public as payments are. */
export const WHOSE_ORDER = anyOf(
  entitled({ agency: "agency_uscc", body: "bank_uscc", division: "division_code", audited: true }),
  ofAgency("finance_uscc"),
);

type OrderColumn = "agency_uscc" | "finance_uscc" | "bank_uscc" | "division_code";

/** The unit that asks, the department that decides, the bank that pays. */
export const OF_UNIT = ofAgency("agency_uscc");
export const OF_FINANCE = ofAgency("finance_uscc");
export const OF_BANK = ofBody("bank_uscc");

/** How orders are written by one of the three. */
export type WrittenOrder = Written<PaymentOrderState, PaymentOrderEvent, PaymentOrderFacts, OrderColumn>;

const ALIKE = {
  kind: "PaymentOrder",
  table: "payment_orders",
  key: "order_no",
  machine: PAYMENT_ORDER,
  whose: WHOSE_ORDER,
} as const;

/** By the unit that asked. */
export const WRITTEN_BY_UNIT: WrittenOrder = { ...ALIKE, parts: { OFFICER: OF_UNIT } };

/** By the finance department and the bank. */
export const WRITTEN_BY_TREASURY: WrittenOrder = {
  ...ALIKE,
  parts: { OFFICER: OF_FINANCE, PAYER: OF_BANK },
};
