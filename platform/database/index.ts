/** Databases: connections, migrations, provisioning, pages, patterns, bulk load and name search. */
export {
  createChangeTracking,
  createFurtherTracking,
  FEED_HOME,
  NEW_EPOCH,
  retrack,
  retrackRenamed,
  supersededTracking,
  type TrackedTable,
} from "./change-tracking.js";
export {
  forgetDeletions,
  PAUSE_DAYS,
  beginCopy,
  readChanges,
  renewFeed,
  completeFeed,
  restartFeed,
  type ChangeRow,
  type FeedPiece,
  type FeedPlace,
} from "./changes.js";
export { createBatchLoader } from "./batch-loader.js";
export { copyRows, type CopyValue } from "./copy.js";
export {
  bigInteger,
  day,
  decimal,
  decimalOf,
  fen,
  integer,
  json,
  moment,
  searchWords,
  smallIntegers,
  text,
  texts,
  truth,
} from "./columns.js";
export { jsonRecords, jsonRecordsOf, type JsonRecords } from "./json-records.js";
export { createDatabase, inTransaction, inTrial, type DatabaseOptions } from "./database.js";
export { tablesOnFirstUse } from "./tables-on-first-use.js";
export {
  countByParent,
  countsByParent,
  listByKeyset,
  listByParent,
  narrowToPage,
  type KeysetColumn,
  type KeysetPage,
} from "./keyset.js";
export { countUpTo, estimateRows } from "./count-rows.js";
export { beginningWith, holding } from "./like.js";
export { UNDO_DAYS, type JournaledTable, type NamingColumn } from "./journaled-table.js";
export { createLoadJournal, journalAs } from "./load-journal.js";
export { namedIn } from "./named-in.js";
export { forgetJournal, journalCounts, undoLoad, type UndoOutcome } from "./undo-load.js";
export type { LoadToUndo } from "./undo-checks.js";
export { beginLoad, createLoadMarks, findLoadMark, listLoadMarks, loadWhole, type LoadMark } from "./load-marks.js";
export { migrateDown, migrateUp, pendingMigrations, type Migration } from "./migrate.js";
export { PLANNED_FOR_VALUES } from "./prepared.js";
export { provision, type ProvisionOptions } from "./provision.js";
export { readableRows, readableSql, unreadableRows, type Condition, type RowReader } from "./readable-rows.js";
export {
  rankedBySearch,
  searchQuery,
  searchTerms,
  searchVector,
  synonymTable,
  textVector,
  whereNameMatches,
} from "./search/search.js";
export { defineTable, type Columns, type NewOf, type RecordOf, type RowOf, type Table } from "./table.js";
export { copyRecords, insertRecords, toRow, toSet } from "./write-records.js";
export { createRequestWork, currentWork, runWork, type RequestWork, type WorkLimits } from "./request-work.js";
export { storedShape, type EachField, type StoredShape, type StoredShapeFacts } from "./stored-shape.js";
export { countStatements, type StatementCounter } from "./statement-counter.js";
export { createRenaming, renamePlaces, renamePlacesBack, type RenamedPlaces } from "./rename-places.js";
