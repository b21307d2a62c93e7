/** Columns of finance departments, once. */
import { defineTable, text } from "../../../platform/database/index.js";

/** Which agency answers for the money of a division (财政部门). */
export const FINANCE_DEPARTMENTS = defineTable("finance_departments", {
  divisionCode: text("division_code"),
  agencyUscc: text("agency_uscc"),
});
