/** Columns of budget_disclosures and of their lines, once: row, select list and mapping come from here. */
import { day, defineTable, fen, integer, json, type RowOf, text } from "../../../platform/database/index.js";
import type { BudgetDisclosureKind, BudgetSide } from "./budget-disclosure.enums.js";

/** Budgets and final accounts (预决算公开). */
export const BUDGET_DISCLOSURES = defineTable("budget_disclosures", {
  id: text("id"),
  unitId: text("unit_id"),
  unitUscc: text("unit_uscc").nullable(),
  divisionCode: text("division_code"),
  year: integer("year"),
  kind: text("kind").of<BudgetDisclosureKind>(),
  repliedOn: day("replied_on"),
  publishedOn: day("published_on").nullable(),
  narrative: json("narrative").of<readonly object[]>().byDefault(),
  version: integer("version").byDefault(),
});

/** A row of budget_disclosures. */
export type BudgetDisclosureRow = RowOf<typeof BUDGET_DISCLOSURES>;

/** Lines of the nine tables. */
export const BUDGET_TABLE_LINES = defineTable("budget_table_lines", {
  disclosureId: text("disclosure_id"),
  tableNo: integer("table_no"),
  lineNo: integer("line_no").unread("lines are ordered by it"),
  side: text("side").of<BudgetSide>(),
  code: text("code").nullable(),
  name: text("name"),
  heading: text("heading").nullable(),
  amount: fen("amount_fen"),
});
