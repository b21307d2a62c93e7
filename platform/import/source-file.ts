/** What a file of any format becomes: records that can be read as often as wanted, and what to know of the file as a whole. */
import type { Violation } from "./violation.js";

/** Why a cell can not be trusted. */
export type CellProblem = Readonly<Pick<Violation, "rule" | "remedy">>;

/** Rule of a cell with several values, which stand in it with the separator of the exchange tables: fields that take several are read of it. */
export const REPEATED_VALUE = "REPEATED_VALUE";

/** One record of a file. */
export interface SourceRecord {
  /** Line of the file where it begins (text), row of the sheet (workbooks), or its number (JSON, XML); the first is 1. */
  readonly line: number;
  /** Texts of its cells by heading, as they are written. */
  readonly values: Readonly<Record<string, string>>;
  /** Headings of cells that can not be trusted: a row that is read from one of them is refused. */
  readonly problems?: ReadonlyMap<string, CellProblem>;
}

/** Something of a file as a whole that whoever loads it must know: what was left out, and what was found. */
export interface FileNotice {
  readonly rule: string;
  /** Where, in words: "row 3", "sheet 附表". */
  readonly place: string;
  readonly remedy: string;
}

/** A file that was opened and looked through: its records can be read as often as wanted. */
export interface SourceFile {
  /** Headings of all records, in the order of the file. */
  readonly columns: readonly string[];
  /** Units that the file says of a column beside its heading, such as 万元 of a number format. */
  readonly units: ReadonlyMap<string, string>;
  /** Unit that a line above the table says of all of it: 单位：万元. */
  readonly unit?: string;
  /** What lines above the table say of all of it, by their labels: 预算年度：2026. */
  readonly said?: ReadonlyMap<string, string>;
  /** All records in order; `tell` gets what else there was, until the last one is read. Throws ImportRefused where the file is broken. */
  records(tell?: (notice: FileNotice) => void): AsyncIterable<SourceRecord>;
  close(): Promise<void>;
}
