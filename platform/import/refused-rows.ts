/** The rows that were not loaded, in the columns of their file with the reasons behind, to be corrected and loaded alone. */
import { appendFileSync, chmodSync, writeFileSync } from "node:fs";
import type { QuarantinedRow } from "./quarantine.js";
import type { SourceRecord } from "./read-records.js";
import { REASONS_COLUMN } from "./row-mapper.js";
import { ImportRefused } from "./violation.js";

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

/** A new file that its owner alone may read. */
const createOwn = (path: string, text: string): void => {
  try {
    writeFileSync(path, "", { mode: 0o600 });
    chmodSync(path, 0o600);
    appendFileSync(path, text);
  } catch (error) {
    throw new ImportRefused(`The file ${path} can not be written: ${(error as Error).message}`);
  }
};

const MOST_HELD = 500;

/** Writes them to a file, which appears with the first of them; nothing without a path. */
export const createRefusedRows = (path: string | undefined, header: readonly string[]): RefusedRows => {
  const columns = header.filter((name) => name !== REASONS_COLUMN);
  let created = false;
  let held: string[] = [];
  const flush = (): void => {
    if (path !== undefined && held.length > 0) appendFileSync(path, held.join(""));
    held = [];
  };
  return {
    write({ values }, reasons) {
      if (path === undefined) return;
      if (!created) createOwn(path, `\uFEFF${line([...columns, REASONS_COLUMN])}`);
      created = true;
      const why = reasons.map(
        ({ column, rule, remedy }) => `${column === undefined ? "" : `${column}: `}${rule}. ${remedy}`,
      );
      held.push(line([...columns.map((name) => values[name] ?? ""), why.join(" | ")]));
      if (held.length >= MOST_HELD) flush();
    },
    close: flush,
  };
};
