/** Columns of inspection_findings, once: row, select list and mapping come from here. */
import { day, defineTable, text, type RowOf } from "../../../platform/database/index.js";
import type { FindingSource } from "./inspection-finding.enums.js";

/** Findings of inspection and audit with their rectification (督查、审计发现问题及整改). */
export const INSPECTION_FINDINGS = defineTable("inspection_findings", {
  id: text("id"),
  source: text("source").of<FindingSource>(),
  taskId: text("task_id").nullable(),
  problem: text("problem"),
  organId: text("organ_id"),
  organUscc: text("organ_uscc"),
  divisionCode: text("division_code"),
  foundOn: day("found_on"),
  dueOn: day("due_on"),
  begunOn: day("begun_on").nullable(),
  measures: text("measures").nullable(),
  rectifiedOn: day("rectified_on").nullable(),
  verifiedOn: day("verified_on").nullable(),
  resultPublishedOn: day("result_published_on").nullable(),
  publishedOn: day("published_on").nullable(),
});

/** A row of inspection_findings. */
export type InspectionFindingRow = RowOf<typeof INSPECTION_FINDINGS>;
