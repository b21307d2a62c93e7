/** Import: an agency's own export, checked row by row; what can not be accepted goes to quarantine, the rest is loaded. */
export type {
  BatchCall,
  ImportContext,
  ImportGroups,
  ImportKind,
  LoadUndo,
  ResolveContext,
  RowContext,
  RowNotice,
  WriteResult,
} from "./import-kind.js";
export {
  checkMapping,
  mappingSchema,
  readMapping,
  type FieldContent,
  type ImportField,
  type MappedRow,
  type Mapping,
} from "./mapping.js";
export {
  createQuarantineTable,
  fileNameOf,
  numberQuarantineEntries,
  writeReport,
  type QuarantinedRow,
} from "./quarantine.js";
export { summaryLines } from "./summary-lines.js";
export type { RowOwner } from "./row-owner.js";
export type { RowSubject } from "./scrub-row.js";
export { openSource, type CellProblem, type FileNotice, type SourceFile, type SourceRecord } from "./read-records.js";
export { readingEntries, readingOptionsOf, type ReadingContext, type ReadingOptions } from "./reading-options.js";
export { createRecordKey, mintRecordId, parseRecordKeys, type RecordKeys } from "./record-keys.js";
export { runImport, type ImportOptions, type ImportSummary } from "./run-import.js";
export { subjectKeyOf } from "./subject-key.js";
export { citationsIn, type Citation } from "./citations.js";
export { coded, codedList, countOf, entriesOf, required, yesNo } from "./values.js";
export { dayOf, endOf } from "./days.js";
export { LIMIT_WORDS, limitOf, readLimit } from "./limits.js";
export { suggestColumns, suggestMapping, type SuggestedColumn } from "./suggest-mapping.js";
export { previewRows } from "./preview-rows.js";
export { createHeadingTest } from "./row-mapper.js";
export { saidOfAll } from "./said-of-all.js";
export { damagedCodeNotice, otherNameNotice, otherNameOf, type RegisteredBody } from "./bodies.js";
export { inUnit } from "./units.js";
export { everyField } from "./every-field.js";
export { readTextFile } from "./text-file.js";
export { withoutValues } from "./database-refusal.js";
export { checkNotInput, writeNewFile } from "./written-file.js";
export { ImportRefused, RowRefusals, RowRefused, RowSealed, type Violation } from "./violation.js";
export { extended } from "./extended.js";
