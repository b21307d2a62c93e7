/** Columns of severity_rules, once: row, select list and mapping come from here. */
import { day, defineTable, fen, integer, type RowOf, text, texts, truth } from "../../../platform/database/index.js";
import type { PenaltyKind, Severity } from "../penalty/penalty.enums.js";
import type { WhenUnperformed } from "./severity-rule.enums.js";

/** Rules of how long a penalty is in publicity (公示期). */
export const SEVERITY_RULES = defineTable("severity_rules", {
  id: text("id"),
  regulatorId: text("regulator_id").nullable(),
  regulatorUscc: text("regulator_uscc").nullable(),
  system: text("system").nullable(),
  severity: text("severity").of<Severity>(),
  minMonths: integer("min_months"),
  maxMonths: integer("max_months"),
  whenUnperformed: text("when_unperformed").of<WhenUnperformed>().byDefault(),
  kinds: texts("kinds").of<PenaltyKind[]>(),
  fineFrom: fen("fine_from_fen").nullable(),
  simpleProcedure: truth("simple_procedure"),
  basis: text("basis"),
  docNo: text("doc_no").nullable(),
  articleNo: text("article_no").nullable(),
  effectiveFrom: day("effective_from").nullable(),
  jurisdiction: text("jurisdiction").nullable(),
  verified: truth("verified").byDefault(),
  noteEn: text("note_en").nullable(),
  noteZh: text("note_zh").nullable(),
  setAside: truth("set_aside").byDefault(),
});

/** A row of severity_rules. */
export type SeverityRuleRow = RowOf<typeof SEVERITY_RULES>;
