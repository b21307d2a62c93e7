/** Columns of catalogue_items, once: row, select list and mapping come from here. */
import { day, defineTable, integer, searchWords, text, texts, type RowOf } from "../../../platform/database/index.js";
import type { TaskState, TaskType, UseLevel } from "../matter/matter.enums.js";

/** Items of the basic catalogue (基本目录). */
export const CATALOGUE_ITEMS = defineTable("catalogue_items", {
  catalogCode: text("catalog_code"),
  taskName: text("task_name"),
  taskType: text("task_type").of<TaskType>(),
  useLevels: texts("use_levels").of<UseLevel[]>(),
  version: integer("version"),
  legalBasisIds: texts("legal_basis_ids"),
  search: searchWords("search"),
  recordedState: text("task_state").of<TaskState>().byDefault(),
  effectiveFrom: day("effective_from").nullable(),
  cancelledOn: day("cancelled_on").nullable(),
  contentHash: text("content_hash").nullable().unread("an import compares it"),
});

/** A row of catalogue_items. */
export type CatalogueItemRow = RowOf<typeof CATALOGUE_ITEMS>;
