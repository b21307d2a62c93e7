/** Columns of record_keys, once: row, select list and mapping come from here. */
import { defineTable, type RowOf, text } from "../../../platform/database/index.js";

/** Which record a natural key stands for. */
export const RECORD_KEYS = defineTable("record_keys", {
  naturalKey: text("natural_key"),
  recordId: text("record_id"),
  source: text("source"),
  code: text("code").nullable(),
});

/** A row of record_keys. */
export type RecordKeyRow = RowOf<typeof RECORD_KEYS>;
