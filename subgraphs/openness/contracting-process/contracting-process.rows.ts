/** Columns of contracting_processes, their awards, contracts and payments, once: row, select list and mapping come from here. */
import { day, defineTable, fen, integer, text, type RowOf } from "../../../platform/database/index.js";
import type { ContractingKind, ContractingMethod, PartnershipStage } from "./contracting-process.enums.js";

/** Contracting processes (公共资源配置、政府购买服务、PPP). */
export const CONTRACTING_PROCESSES = defineTable("contracting_processes", {
  id: text("id"),
  kind: text("kind").of<ContractingKind>(),
  title: text("title"),
  description: text("description").nullable(),
  buyerId: text("buyer_id"),
  buyerUscc: text("buyer_uscc"),
  divisionCode: text("division_code"),
  budget: fen("budget_fen").nullable(),
  plannedOn: day("planned_on"),
  method: text("method").of<ContractingMethod>().nullable(),
  methodDetails: text("method_details").nullable(),
  tenderedOn: day("tendered_on").nullable(),
  closesOn: day("closes_on").nullable(),
  tenderAmount: fen("tender_fen").nullable(),
  partnershipStage: text("partnership_stage").of<PartnershipStage>().nullable(),
  valueForMoney: text("value_for_money").nullable(),
  affordability: text("affordability").nullable(),
  publishedOn: day("published_on").nullable(),
});

/** A row of contracting_processes. */
export type ContractingProcessRow = RowOf<typeof CONTRACTING_PROCESSES>;

/** Awards of processes. */
export const CONTRACTING_AWARDS = defineTable("contracting_awards", {
  processId: text("process_id"),
  number: integer("number"),
  buyerUscc: text("buyer_uscc"),
  divisionCode: text("division_code"),
  supplierId: text("supplier_id").nullable(),
  supplierName: text("supplier_name"),
  amount: fen("amount_fen"),
  bidders: integer("bidders").nullable(),
  awardedOn: day("awarded_on"),
  publishedOn: day("published_on").nullable(),
});

/** A row of contracting_awards. */
export type ContractingAwardRow = RowOf<typeof CONTRACTING_AWARDS>;

/** Contracts of awards, one of each. */
export const CONTRACTING_CONTRACTS = defineTable("contracting_contracts", {
  processId: text("process_id"),
  number: integer("number"),
  buyerUscc: text("buyer_uscc"),
  divisionCode: text("division_code"),
  amount: fen("amount_fen"),
  signedOn: day("signed_on"),
  startsOn: day("starts_on"),
  endsOn: day("ends_on"),
  publishedOn: day("published_on").nullable(),
});

/** A row of contracting_contracts. */
export type ContractingContractRow = RowOf<typeof CONTRACTING_CONTRACTS>;

/** Payments for contracts. */
export const CONTRACTING_PAYMENTS = defineTable("contracting_payments", {
  processId: text("process_id"),
  number: integer("number"),
  position: integer("position"),
  buyerUscc: text("buyer_uscc"),
  divisionCode: text("division_code"),
  amount: fen("amount_fen"),
  paidOn: day("paid_on"),
  publishedOn: day("published_on").nullable(),
});

/** A row of contracting_payments. */
export type ContractingPaymentRow = RowOf<typeof CONTRACTING_PAYMENTS>;
