/** Columns of decisions and decision_steps, once: row, select list and mapping come from here. */
import { day, defineTable, integer, text, texts, type RowOf } from "../../../platform/database/index.js";
import type { DecisionKind, DecisionStage, StatutoryStep } from "./decision.enums.js";

/** Major administrative decisions (重大行政决策). */
export const DECISIONS = defineTable("decisions", {
  id: text("id"),
  title: text("title"),
  kind: text("kind").of<DecisionKind>(),
  stage: text("state").of<DecisionStage>(),
  organiserId: text("organiser_id"),
  organiserUscc: text("organiser_uscc"),
  divisionCode: text("division_code"),
  proposedOn: day("proposed_on"),
  openedOn: day("opened_on").nullable(),
  draft: text("draft").nullable(),
  explanation: text("explanation").nullable(),
  basisIds: texts("basis_ids").byDefault(),
  fundPolicyCodes: texts("fund_policy_codes").byDefault(),
  decidedOn: day("decided_on").nullable(),
  publishedOn: day("published_on").nullable(),
  adoptedIndexNo: text("adopted_index_no").nullable(),
  version: integer("version").byDefault(),
});

/** A row of decisions. */
export type DecisionRow = RowOf<typeof DECISIONS>;

/** Evidence of the statutory steps. */
export const DECISION_STEPS = defineTable("decision_steps", {
  decisionId: text("decision_id"),
  step: text("step").of<StatutoryStep>(),
  takenOn: day("taken_on").nullable(),
  documentTitle: text("document_title").nullable(),
  outcome: text("outcome").nullable(),
  notNeededBecause: text("not_needed_because").nullable(),
});
