/** Columns of service_matters and of their versions, once: row, select list and mapping come from here. */
import {
  day,
  defineTable,
  integer,
  json,
  searchWords,
  text,
  texts,
  truth,
  type RowOf,
} from "../../../platform/database/index.js";
import type { HandlingType, ServiceRecipient, TaskState, TaskType, UseLevel } from "./matter.enums.js";
import type { EditorialStatus } from "./matter.machine.js";
import type { StoredMatterV2 } from "./matter.stored.js";

/** Matters as agencies implement them (实施清单). */
export const SERVICE_MATTERS = defineTable("service_matters", {
  id: text("id"),
  taskCode: text("task_code").nullable(),
  handlingItemCode: text("handling_item_code").nullable(),
  localTaskCode: text("local_task_code").nullable(),
  catalogCode: text("catalog_code").nullable(),
  taskName: text("task_name"),
  taskType: text("task_type").of<TaskType>(),
  taskState: text("task_state").of<TaskState>(),
  status: text("status").of<EditorialStatus>(),
  version: integer("version"),
  deptId: text("dept_id"),
  deptUscc: text("dept_uscc").nullable(),
  divisionCode: text("division_code"),
  useLevel: text("use_level").of<UseLevel>().nullable(),
  serves: texts("serves").of<ServiceRecipient[]>(),
  handlingType: text("handling_type").of<HandlingType>().nullable(),
  visits: integer("visits").nullable(),
  isFee: truth("is_fee").nullable(),
  isOnline: truth("is_online").nullable(),
  legalBasisIds: texts("legal_basis_ids"),
  content: json("content").of<StoredMatterV2>(),
  contentHash: text("content_hash").unread("an import compares it"),
  search: searchWords("search"),
  themes: texts("themes").byDefault(),
});

/** A row of service_matters. */
export type MatterRow = RowOf<typeof SERVICE_MATTERS>;

/** Every version of every matter, the current one included (事项版本). */
export const MATTER_VERSIONS = defineTable("service_matter_versions", {
  matterId: text("matter_id"),
  version: integer("version"),
  taskName: text("task_name"),
  validFrom: day("valid_from").nullable(),
  validTo: day("valid_to").nullable(),
  content: json("content").of<StoredMatterV2>().unread("large: read where a whole version is asked for"),
  status: text("status").of<EditorialStatus>(),
});

/** A row of service_matter_versions. */
export type MatterVersionRow = RowOf<typeof MATTER_VERSIONS>;
