/** Columns of openness_standards, once: row, select list and mapping come from here. */
import { defineTable, integer, text, texts, type RowOf } from "../../../platform/database/index.js";
import type {
  CheckedKind,
  OpennessClockStart,
  OpennessLevel,
  OpennessManner,
  OpennessUnit,
} from "./openness-standard.enums.js";

/** Rows of the directory (基层政务公开标准目录). */
export const OPENNESS_STANDARDS = defineTable("openness_standards", {
  code: text("code"),
  topic: text("topic"),
  item: text("item"),
  content: text("content"),
  basis: texts("basis"),
  due: text("due"),
  dueAmount: integer("due_amount").nullable(),
  dueUnit: text("due_unit").of<OpennessUnit>().nullable(),
  dueFrom: text("due_from").of<OpennessClockStart>().nullable(),
  publisher: text("publisher").nullable(),
  channels: texts("channels"),
  audience: text("audience"),
  manner: text("manner").of<OpennessManner>(),
  levels: texts("levels").of<OpennessLevel[]>(),
  checkedKind: text("checked_kind").of<CheckedKind>().nullable(),
});

/** A row of openness_standards. */
export type OpennessStandardRow = RowOf<typeof OPENNESS_STANDARDS>;
