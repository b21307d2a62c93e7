/** Columns of allotments, once: row, select list and mapping come from here. */
import { day, defineTable, fen, integer, type RowOf, text } from "../../../platform/database/index.js";
import type { BudgetCategory, DirectFlag, FundLevel, TransferType } from "./budget-allotment.enums.js";
import type { AllotmentState } from "./budget-allotment.machine.js";

/** Budget allotments (预算指标). */
export const ALLOTMENTS = defineTable("allotments", {
  allotmentNo: text("allotment_no"),
  fiscalYear: integer("fiscal_year"),
  fundName: text("fund_name"),
  policyCode: text("policy_code").nullable(),
  budgetCategory: text("budget_category").of<BudgetCategory>(),
  transferType: text("transfer_type").of<TransferType>().nullable(),
  direct: text("direct").of<DirectFlag>(),
  functionCode: text("function_code"),
  govEconCode: text("gov_econ_code").nullable(),
  deptEconCode: text("dept_econ_code").nullable(),
  sourceLevel: text("source_level").of<FundLevel>(),
  upstreamNo: text("upstream_no").nullable(),
  // Allotment of an earlier year whose money was carried over into this one.
  carriedFrom: text("carried_from").nullable(),
  amount: fen("amount_fen"),
  issuedOn: day("issued_on"),
  receivedOn: day("received_on").nullable(),
  fromDivisionCode: text("from_division").nullable(),
  toDivisionCode: text("to_division"),
  agencyUscc: text("agency_uscc").nullable(),
  agencyDivision: text("agency_division"),
  state: text("state").of<AllotmentState>(),
  receiverUscc: text("receiver_uscc").nullable(),
  version: integer("version").byDefault(),
});

/** A row of allotments. */
export type AllotmentRow = RowOf<typeof ALLOTMENTS>;
