/** Columns of matter_drafts, once: row, select list and mapping come from here. */
import { day, defineTable, integer, json, text, texts, truth, type RowOf } from "../../../platform/database/index.js";
import type { HandlingType, ServiceRecipient, TaskState } from "../matter/matter.enums.js";
import type { EditorialStatus } from "../matter/matter.machine.js";
import type { StoredMatterV2 } from "../matter/matter.stored.js";

/** Drafts of the next version of a matter (事项草稿), whole: what is reviewed is what is published. */
export const MATTER_DRAFTS = defineTable("matter_drafts", {
  id: text("id"),
  matterId: text("matter_id"),
  // Version of the matter from which it was written.
  baseVersion: integer("base_version"),
  deptUscc: text("dept_uscc"),
  divisionCode: text("division_code"),
  state: text("state").of<EditorialStatus>(),
  // Pseudonyms of all who wrote of it: none of them reviews or publishes it.
  authors: texts("authors"),
  draftedOn: day("drafted_on"),
  publishedOn: day("published_on").nullable(),
  publishedVersion: integer("published_version").nullable(),
  taskName: text("task_name"),
  taskState: text("task_state").of<TaskState>(),
  serves: texts("serves").of<ServiceRecipient[]>(),
  handlingType: text("handling_type").of<HandlingType>().nullable(),
  visits: integer("visits").nullable(),
  isFee: truth("is_fee").nullable(),
  isOnline: truth("is_online").nullable(),
  themes: texts("themes"),
  content: json("content").of<StoredMatterV2>(),
  version: integer("version").byDefault(),
});

/** A row of matter_drafts. */
export type MatterDraftRow = RowOf<typeof MATTER_DRAFTS>;
