/** A sheet of a workbook as any library reads it. */
import type { ReadCell } from "./cells.js";

/** A sheet by name. */
export interface SheetName {
  readonly name: string;
  readonly hidden: boolean;
}

/** A range of cells, from 0, its ends included. */
export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** What a sheet holds. */
export interface ReadSheet {
  /** Rows from 0 up to here. */
  readonly height: number;
  /** Cells of a row, by column; those that are not there hold nothing. */
  cellsOf(row: number): readonly (ReadCell | undefined)[];
  isHidden(row: number): boolean;
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly Merge[];
}

/** An open workbook. */
export interface ReadWorkbook {
  readonly sheets: readonly SheetName[];
  /** Reads a sheet by its number from 0. */
  read(sheet: number): Promise<ReadSheet>;
}
