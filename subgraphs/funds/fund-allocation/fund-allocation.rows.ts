/** Columns of allocations, once: row, select list and mapping come from here. */
import { day, defineTable, fen, json, type RowOf, text, truth } from "../../../platform/database/index.js";
import type { AllocationMethod } from "./fund-allocation.enums.js";

/** Edges of the flow of money (资金分配). */
export const ALLOCATIONS = defineTable("allocations", {
  id: text("id"),
  allotmentNo: text("allotment_no"),
  lineage: text("lineage").unread("the book sums by it"),
  parentId: text("parent_id").nullable(),
  isHead: truth("is_head").unread("queries ask where an allotment begins"),
  fromDivisionCode: text("from_division").nullable(),
  toDivisionCode: text("to_division").nullable(),
  toOrganizationId: text("to_organization_id").nullable(),
  toProjectCode: text("to_project_code").nullable(),
  recipientDivision: text("recipient_division").unread("queries narrow to the division that holds the money"),
  amount: fen("amount_fen"),
  method: text("method").of<AllocationMethod>(),
  factors: json("factors").of<readonly object[]>().byDefault(),
  decidedOn: day("decided_on"),
  documentNo: text("document_no").nullable(),
});

/** A row of allocations. */
export type AllocationRow = RowOf<typeof ALLOCATIONS>;
