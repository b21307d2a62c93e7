/** Rows of cells, as text files with separators, sheets of workbooks and HTML tables hold them. */
import type { CellProblem, FileNotice } from "../source-file.js";
import type { RowRule } from "./notices.js";

/** A row. */
export interface Row {
  /** Line of the file where it begins, or row of the sheet; the first is 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** By column, from 0: what can not be trusted. */
  readonly problems?: ReadonlyMap<number, CellProblem>;
  /** Columns, from 0, that are covered by a cell left of them. */
  readonly covered?: readonly number[];
  /** What else is to be told of it, where it is a record. */
  readonly marks?: readonly RowRule[];
}

/** Where rows come from. */
export interface RowSource {
  /** What the place of a row is called: `line` of a text, `row` of a sheet. */
  readonly place: "line" | "row";
  /** True where a row of another number of cells than the headings shows that the file is broken. */
  readonly even: boolean;
  /** All rows in order, in batches, as often as wanted; those without any cell may be missing. */
  rows(): AsyncIterable<readonly Row[]>;
  /** Units that number formats say, by column from 0. */
  readonly units?: ReadonlyMap<number, string>;
  /** What else there is to know. */
  readonly notices?: readonly FileNotice[];
  close?(): Promise<void>;
}

/** True for a cell without any character that shows. */
export const isBlank = (cell: string | undefined): boolean => cell === undefined || cell.trim() === "";
