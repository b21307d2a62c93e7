/** What the feed of changes tells of (增量更新), for those who load no classes. */

/** The enumeration of the kinds of record; nouns of the services declare its values (record-kinds.ts). */
export const RECORD_KIND = {
  name: "RecordKind",
  description: "Kind of record that the feed of changes tells of (增量记录类型).",
} as const;

/** What happened to a record. */
export enum ChangeOperation {
  UPSERT = "UPSERT",
  DELETE = "DELETE",
}

/** What each operation asks of the reader. */
export const CHANGE_OPERATION_TERMS: Readonly<Record<ChangeOperation, string>> = {
  UPSERT: "It is new or changed: read it again (新增或变更).",
  DELETE: "It is gone or no longer public: remove it. Told only to who can have had it (删除或不再公开).",
};
