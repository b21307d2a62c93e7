/** Columns of rounds of clean-up and their outcomes, once: row, select list and mapping come from here. */
import { day, defineTable, text, type RowOf } from "../../../platform/database/index.js";
import type { CleanupOutcomeKind } from "./cleanup-round.enums.js";

/** Rounds in which a body goes through its documents (规范性文件清理). */
export const CLEANUP_ROUNDS = defineTable("cleanup_rounds", {
  id: text("id"),
  organId: text("organ_id"),
  organUscc: text("organ_uscc"),
  divisionCode: text("division_code"),
  title: text("title"),
  scope: text("scope"),
  startedOn: day("started_on"),
  decidedOn: day("decided_on").nullable(),
  publishedOn: day("published_on").nullable(),
});

/** A row of cleanup_rounds. */
export type CleanupRoundRow = RowOf<typeof CLEANUP_ROUNDS>;

/** What a round decided of a document. */
export const CLEANUP_OUTCOMES = defineTable("cleanup_outcomes", {
  roundId: text("round_id"),
  indexNo: text("index_no"),
  kind: text("kind").of<CleanupOutcomeKind>(),
  title: text("title"),
  documentNo: text("document_no").nullable(),
  reason: text("reason").nullable(),
});

/** A row of cleanup_outcomes. */
export type CleanupOutcomeRow = RowOf<typeof CLEANUP_OUTCOMES>;
