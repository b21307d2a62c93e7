/** Rows that were not loaded: a table of the owning service and a report file, each with line, column, value, rule and remedy. */
import { createWriteStream, type WriteStream } from "node:fs";
import { once } from "node:events";
import { basename } from "node:path";
import type { Knex } from "knex";
import { scrubPersonal } from "../domain/index.js";
import type { Migration } from "../database/index.js";
import type { FileNotice } from "./read-records.js";
import type { Violation } from "./violation.js";
import { createOwnFile } from "./written-file.js";

/** A quarantined row. */
export interface QuarantinedRow extends Violation {
  readonly line: number;
}

/** The table; each service that imports adds this migration. */
export const createQuarantineTable: Migration = {
  name: "20261124100000_create_import_quarantine",
  async up(knex) {
    await knex.schema.createTable("import_quarantine", (table) => {
      table.text("kind").notNullable();
      table.text("file").notNullable();
      table.integer("line").notNullable();
      table.text("column_name");
      table.text("value");
      table.text("rule").notNullable();
      table.text("remedy").notNullable();
      table.timestamp("recorded_at").notNullable().defaultTo(knex.fn.now());
      table.primary(["kind", "file", "line"]);
    });
  },
  async down(knex) {
    await knex.schema.dropTable("import_quarantine");
  },
};

/** A row may have several reasons: each service that imports adds this migration behind the table's. */
export const numberQuarantineEntries: Migration = {
  name: "20261130100000_number_import_quarantine_entries",
  async up(knex) {
    await knex.schema.alterTable("import_quarantine", (table) => {
      table.integer("entry").notNullable().defaultTo(1);
      table.dropPrimary();
      table.primary(["kind", "file", "line", "entry"]);
    });
  },
  async down(knex) {
    await knex("import_quarantine").where("entry", ">", 1).delete();
    await knex.schema.alterTable("import_quarantine", (table) => {
      table.dropPrimary();
      table.dropColumn("entry");
      table.primary(["kind", "file", "line"]);
    });
  },
};

/** Name of a file as it is kept and told: files too are called after persons and their numbers. */
export const fileNameOf = (file: string): string => scrubbedName(basename(file));

/** A name that somebody gave to a file or a part of one, without numbers of persons. */
export const scrubbedName = (name: string): string =>
  scrubPersonal(name, { natural: true, names: [], today: "9999-12-31" }).text;

/** Replaces what is kept of a file by these rows. */
export const replaceQuarantine = async (
  trx: Knex.Transaction,
  kind: string,
  file: string,
  rows: readonly QuarantinedRow[],
): Promise<void> => {
  const name = fileNameOf(file);
  await trx("import_quarantine").where({ kind, file: name }).delete();
  const reasons = new Map<number, number>();
  const entryOf = (line: number): number => {
    const entry = (reasons.get(line) ?? 0) + 1;
    reasons.set(line, entry);
    return entry;
  };
  const entries = rows.map(({ line, column, value, rule, remedy }) => ({
    kind,
    file: name,
    line,
    entry: entryOf(line),
    column_name: column ?? null,
    value: value?.slice(0, 500) ?? null,
    rule,
    remedy,
  }));
  await trx.batchInsert("import_quarantine", entries, 1_000);
};

/** A cell of a report. */
const cell = (value: string | number | undefined): string => {
  const text = String(value ?? "");
  // A leading sign would be a formula in a spreadsheet.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** What a report holds: what to know of the file, rows that were not loaded, rows that are not published, notices, and texts that were scrubbed. */
export interface ReportEntries {
  readonly quarantined: readonly QuarantinedRow[];
  readonly unpublished: readonly QuarantinedRow[];
  readonly notices: readonly QuarantinedRow[];
  readonly scrubbed: readonly QuarantinedRow[];
  readonly file: readonly FileNotice[];
}

/** Writes a report as CSV with a byte-order mark, so that spreadsheets show Chinese; says whether there was anything to write. */
export const writeReport = async (
  path: string,
  { quarantined, unpublished, notices, scrubbed, file }: ReportEntries,
): Promise<boolean> => {
  if (quarantined.length + unpublished.length + notices.length + scrubbed.length + file.length === 0) return false;
  // Values of rows stand in it: it is its owner's alone.
  createOwnFile(path, "");
  const stream: WriteStream = createWriteStream(path);
  stream.write("\uFEFFline,column,value,rule,remedy,outcome\n");
  for (const { place, rule, remedy } of file)
    stream.write(`${["", place, "", rule, remedy, "FILE"].map(cell).join(",")}\n`);
  for (const [outcome, entries] of [
    ["QUARANTINED", quarantined] as const,
    ["NOT_PUBLISHED", unpublished] as const,
    ["NOTICE", notices] as const,
    ["SCRUBBED", scrubbed] as const,
  ]) {
    for (const { line, column, value, rule, remedy } of entries)
      stream.write(`${[line, column, value, rule, remedy, outcome].map(cell).join(",")}\n`);
  }
  stream.end();
  await once(stream, "finish");
  return true;
};
