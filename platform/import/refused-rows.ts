/** The rows that were not loaded, in the columns of their file with the reasons behind, to be corrected and loaded alone. */
import { problemOfText, UNTRUSTED } from "./files/text-problems.js";
import type { QuarantinedRow } from "./quarantine.js";
import { REPEATED_VALUE, type SourceRecord } from "./source-file.js";
import { REASONS_COLUMN } from "./reasons-column.js";
import { createOwnFile } from "./written-file.js";

/** Takes refused rows. */
export interface RefusedRows {
  /** Throws ImportRefused where the file can not be written. */
  write(record: SourceRecord, reasons: readonly QuarantinedRow[]): void;
  close(): void;
}

/**
 * What a spreadsheet would change: a formula, a long number, leading zeros, a day. A tab in front keeps it as a text, and readers of
 * exports take it off, so that a file that was saved again still says what it said.
 */
const CHANGED_BY_SPREADSHEETS = /^(?:[=+\-@].*|0\d+|\d{12,}.?|\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?)$/su;

const cell = (value: string): string => {
  const text = CHANGED_BY_SPREADSHEETS.test(value) ? `\t${value}` : value;
  return /[",\n\r\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const line = (cells: readonly string[]): string => `${cells.map(cell).join(",")}\r\n`;

const MOST_HELD = 500;

/** Where they go, and what of the file they are written with. */
export interface RefusedRowsTarget {
  /** Nothing is written without one. */
  readonly path?: string | undefined;
  /** Headings of the file. */
  readonly header: readonly string[];
  /** The heading of a column with the unit that the file says elsewhere, which the rows leave behind. */
  readonly headingOf: (column: string) => string;
  /** What the file says of all rows above its headings, which the rows leave behind: columns of their own. */
  readonly said: ReadonlyMap<string, string>;
  /** Columns in which several values may stand. */
  readonly several: ReadonlySet<string>;
}

/** Writes them to a file, which is there from the beginning and leaves with nothing in it. Throws ImportRefused where it can not be written. */
export const createRefusedRows = ({ path, header, headingOf, said, several }: RefusedRowsTarget): RefusedRows => {
  if (path === undefined) return { write: () => undefined, close: () => undefined };
  const columns = header.filter((name) => name !== REASONS_COLUMN);
  const file = createOwnFile(path, `\uFEFF${line([...columns.map(headingOf), ...said.keys(), REASONS_COLUMN])}`);
  let written = 0;
  let held: string[] = [];
  const flush = (): void => {
    if (held.length > 0) file.append(held.join(""));
    held = [];
  };
  return {
    write(record, reasons) {
      const why = reasons.map(
        ({ column, rule, remedy }) => `${column === undefined ? "" : `${column}: `}${rule}. ${remedy}`,
      );
      const cells = columns.map((name) => originalOf(record, name, several));
      held.push(line([...cells, ...said.values(), why.join(" | ")]));
      written += 1;
      if (held.length >= MOST_HELD) flush();
    },
    close() {
      flush();
      if (written === 0) file.remove();
    },
  };
};

/** A cell as it was written; one that can not be trusted still shows it, so that the row is refused again until somebody corrects it. */
const originalOf = ({ values, problems }: SourceRecord, name: string, several: ReadonlySet<string>): string => {
  const text = values[name] ?? "";
  const problem = problems?.get(name);
  if (problem === undefined || (problem.rule === REPEATED_VALUE && several.has(name))) return text;
  return problemOfText(text) === undefined ? `${UNTRUSTED} ${text}`.trim() : text;
};
