/** Export: the national exchange tables of what is public on the day, which the import of the same kind loads again. */
export { codeOf, flagOf, listOf } from "./code-of.js";
export type { ExportContext, ExportedCells, ExportedRow, ExportKind, ExportScope, KeyedRow } from "./export-kind.js";
export { exportLines } from "./export-lines.js";
export { headingsOf, runExport, type ExportOptions, type ExportSummary } from "./run-export.js";
