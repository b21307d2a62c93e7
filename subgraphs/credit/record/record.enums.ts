/** Enumeration of kinds of records. */

/** Kind of record; the stored text. */
export enum CreditRecordKind {
  LICENCE = "LICENCE",
  PENALTY = "PENALTY",
  LIST_ENTRY = "LIST_ENTRY",
}
