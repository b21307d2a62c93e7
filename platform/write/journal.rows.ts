/** Columns of the journal: one row for each transition of a record, written in the transaction of the change. */
import { bigInteger, defineTable, integer, moment, text } from "../database/index.js";
import type { Actor } from "../machine/index.js";

/** Transitions of all records of a service (办理留痕). */
export const TRANSITIONS = defineTable("transitions", {
  id: bigInteger("id").byDefault(),
  // Name of the type in the graph, and the record's key.
  kind: text("kind"),
  key: text("key"),
  // Version of the record that the transition made.
  version: integer("version"),
  event: text("event"),
  from: text("from_state").nullable(),
  to: text("to_state"),
  part: text("part").of<Actor>(),
  // Pseudonym of the person or client; none where time alone acts.
  actor: text("actor").nullable(),
  // Credit code of the agency that the person acts for.
  agency: text("agency").nullable(),
  recordedAt: moment("recorded_at"),
  basis: text("basis"),
  reason: text("reason").nullable(),
  inputHash: text("input_hash").nullable().unread("compares what was asked for with what was recorded"),
  // Number of its transaction; readers of the journal stand behind one.
  place: text("place").byDefault().unread("orders the journal for those who follow it"),
});
