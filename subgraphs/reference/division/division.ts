/** Divisions as the domain knows them: no decorator, no row, no I/O. */
import type { LocalDate } from "../../../platform/domain/index.js";
import type { DivisionLevel } from "./division.enums.js";

/** What a division was called and where it belonged in one span of time. */
export interface DivisionVersion {
  /** Code of that time. */
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  readonly kind?: string;
  readonly validFrom?: LocalDate;
  readonly validTo?: LocalDate;
  readonly parentCode?: string;
  /** Document that changed it. */
  readonly source?: string;
  /** False where the day could not be confirmed in the document. */
  readonly verified: boolean;
}

/** A division. Its parent is data, never a prefix cut of the code (docs/reference/identifiers.md#divisions). */
export interface Division extends Omit<DivisionVersion, "source" | "verified"> {
  /** The code padded to twelve digits. */
  readonly code12: string;
  readonly replacedByCode?: string;
}

/** A division as a record names it: its code and the day of the record. */
export interface DivisionAsOf {
  readonly code: string;
  readonly on: LocalDate;
  readonly name: string;
  readonly asOf: Division;
}
