/** Columns of objections to selections and contracts. */
import { bigInteger, day, defineTable, text } from "../../../platform/database/index.js";

/** Objections of firms that bid (异议). */
export const PROCUREMENT_OBJECTIONS = defineTable("procurement_objections", {
  id: bigInteger("id").byDefault(),
  projectNo: text("project_no"),
  firmUscc: text("firm_uscc"),
  reasons: text("reasons"),
  filedOn: day("filed_on"),
  settledOn: day("settled_on").nullable(),
  answer: text("answer").nullable(),
});
