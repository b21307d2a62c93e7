/** Columns of objections to rosters, once. */
import { day, defineTable, integer, text } from "../../../platform/database/index.js";
import type { RosterObjectionState } from "./roster-objection.machine.js";

/** Objections to posted rosters (公示异议). */
export const ROSTER_OBJECTIONS = defineTable("roster_objections", {
  objectionNo: text("objection_no"),
  batchNo: text("batch_no"),
  // The line that it is about; none where it is about the roster.
  lineNo: integer("line_no").nullable(),
  subject: text("subject"),
  agencyUscc: text("agency_uscc"),
  divisionCode: text("division_code"),
  content: text("content"),
  answer: text("answer").nullable(),
  filedOn: day("filed_on"),
  state: text("state").of<RosterObjectionState>(),
  version: integer("version").byDefault(),
});
