/** Columns of record_keys, once: row, select list and mapping come from here. */
import { defineTable, type RowOf, text } from "../../../platform/database/index.js";

/** Which record a natural key stands for. */
export const RECORD_KEYS = defineTable("record_keys", {
  naturalKey: text("natural_key"),
  recordId: text("record_id"),
  // Exporting system that is part of the hash, of a record that was loaded while it was; none since.
  source: text("source").nullable(),
  code: text("code").nullable(),
});

/** A row of record_keys. */
export type RecordKeyRow = RowOf<typeof RECORD_KEYS>;
