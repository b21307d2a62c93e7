/** Columns of objections to selections and contracts. */
import { bigInteger, day, defineTable, text } from "../../../platform/database/index.js";

/** Objections of firms that bid, and disputes of the parties of a contract (异议、争议): `firmUscc` is whoever filed it, a body or an agency. */
export const PROCUREMENT_OBJECTIONS = defineTable("procurement_objections", {
  id: bigInteger("id").byDefault(),
  projectNo: text("project_no"),
  firmUscc: text("firm_uscc"),
  reasons: text("reasons"),
  filedOn: day("filed_on"),
  settledOn: day("settled_on").nullable(),
  answer: text("answer").nullable(),
});
