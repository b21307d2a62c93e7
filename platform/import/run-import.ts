/** Runs one import: the whole file is read and checked first, then loaded chunk by chunk or group by group, a transaction each. */
import { inTransaction, journalAs } from "../database/index.js";
import { checkRows, type CheckedRow } from "./check-rows.js";
import { withoutValues } from "./database-refusal.js";
import { refusalsOf } from "./every-field.js";
import type { ImportContext, ImportKind, WriteResult } from "./import-kind.js";
import { loadGroups } from "./load-groups.js";
import type { Mapping } from "./mapping.js";
import { replaceQuarantine, type QuarantinedRow } from "./quarantine.js";
import { openSource, type FileNotice, type SourceFile, type SourceRecord } from "./read-records.js";
import { readingOptionsOf, type ReadingOptions } from "./reading-options.js";
import { createRefusedRows } from "./refused-rows.js";
import { createReportEntries } from "./report-entries.js";
import { createRowReporter } from "./report-row.js";
import { createHeadingTest } from "./row-mapper.js";
import { chunksOf, surveyFile } from "./survey-file.js";
import { ImportRefused, RowSealed } from "./violation.js";
import { checkNotInput } from "./written-file.js";

/** How an import runs. */
export interface ImportOptions {
  readonly file: string;
  readonly mapping: Mapping;
  /** How the file is read, in place of what the mapping says of it. */
  readonly reading?: ReadingOptions;
  /** True to check everything and write nothing. */
  readonly dryRun: boolean;
  readonly chunkSize?: number;
  /** Where the refused rows go, in the columns of the file. @default nowhere: they hold what is personal as it was written */
  readonly refusedRows?: string;
  /** Told after each chunk how many of how many rows are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Id under which what is written can be undone. @default it can not */
  readonly loadId?: string;
}

/** The figures of the last line, the rows that were not loaded, and what to look at in those that were. */
export interface ImportSummary {
  readonly read: number;
  readonly accepted: number;
  readonly unchanged: number;
  /** Why rows were not loaded: an entry for each reason. */
  readonly quarantined: readonly QuarantinedRow[];
  /** How many rows these are. */
  readonly quarantinedRows: number;
  /** Columns of the file that nothing was read of. */
  readonly unusedColumns: readonly string[];
  /** Rows that were loaded, with what to look at in them: the first thousand of each rule. */
  readonly notices: readonly QuarantinedRow[];
  /** How many there are. */
  readonly noticesTotal: number;
  /** Texts of the file that held what is personal, which was left out: the first thousand of each rule. */
  readonly scrubbed: readonly QuarantinedRow[];
  /** How many there are. */
  readonly scrubbedTotal: number;
  /** Rows that were loaded and are not published, with the reason as their rule. */
  readonly unpublished: readonly QuarantinedRow[];
  /** What to know of the file as a whole: rows that were left out, what is hidden in it. */
  readonly file: readonly FileNotice[];
}

/** Runs it. Throws ImportRefused where the file as a whole is no good; then nothing was loaded, or what the message says. */
export const runImport = async <Item>(
  kind: ImportKind<Item>,
  context: ImportContext,
  options: ImportOptions,
): Promise<ImportSummary> => {
  checkNotInput(options.refusedRows, options.file);
  if (context.agency !== undefined && kind.owner === undefined)
    throw new ImportRefused(`Rows of the kind ${kind.kind} do not say whose they are: the operator loads them.`);
  const isKnownHeading = createHeadingTest(kind.fields, options.mapping);
  let source: SourceFile | undefined;
  try {
    source = await openSource(options.file, {
      ...readingOptionsOf(options.mapping),
      ...options.reading,
      isKnownHeading,
    });
    return await load(kind, options.dryRun ? withoutTraces(context) : context, options, source);
  } catch (error) {
    throw withoutValues(error);
  } finally {
    await source?.close();
  }
};

/** A context in which nothing that other services are asked stays there. */
const withoutTraces = (context: ImportContext): ImportContext => ({
  ...context,
  call: (service, batch, input) => context.call(service, batch, input, { trial: true }),
});

const load = async <Item>(
  kind: ImportKind<Item>,
  context: ImportContext,
  options: ImportOptions,
  source: SourceFile,
): Promise<ImportSummary> => {
  const { total, file, ...facts } = await surveyFile(kind, context, options.mapping, source);
  const reporter = createRowReporter(kind, facts.mapper, context.today);
  const quarantined: QuarantinedRow[] = [];
  const notices = createReportEntries();
  const scrubbed = createReportEntries();
  const unpublished: QuarantinedRow[] = [];
  const refusedRows = createRefusedRows({
    path: options.refusedRows,
    header: source.columns,
    headingOf: facts.mapper.headingOf,
    said: facts.mapper.said,
    several: new Set(
      Object.entries(kind.fields).flatMap(([field, { several }]) => (several ? facts.mapper.columnsOf(field) : [])),
    ),
  });
  let quarantinedRows = 0;
  let [read, accepted, unchanged] = [0, 0, 0];
  const refuse = (row: CheckedRow<unknown>, error: unknown): void => {
    const entries = refusalsOf(error).map((refusal) => reporter.entry(row, refusal));
    quarantined.push(...entries);
    quarantinedRows += 1;
    refusedRows.write(row.record, entries);
  };
  const onProgress = (done: number): void => options.onProgress?.(done, total);
  const count = (result: WriteResult): void => {
    accepted += result.accepted;
    unchanged += result.unchanged;
  };

  // Rows of groups are held until the file is read; others are written chunk by chunk.
  const held: CheckedRow<Item>[] = [];
  // While the database writes a chunk, the next one is read and checked.
  let writing = Promise.resolve();
  const write = async (items: readonly Item[], sealed: readonly Item[], done: number): Promise<void> => {
    if (options.dryRun) accepted += items.length;
    else
      await inTransaction(context.db, async (trx) => {
        // What a law seals stays sealed: it is no part of what an undo takes back.
        if (sealed.length > 0) await kind.seal?.(trx, sealed, context);
        if (items.length === 0) return;
        if (options.loadId !== undefined) await journalAs(trx, options.loadId);
        count(await kind.write(trx, items, context));
      });
    onProgress(done);
  };
  const take = async (records: readonly SourceRecord[]): Promise<void> => {
    const rows = await checkRows(kind, context, records, facts);
    read += records.length;
    for (const row of rows) {
      for (const entry of reporter.scrubbed(row)) scrubbed.add(entry);
      if (row.outcome instanceof Error) continue;
      for (const notice of row.notices) notices.add(reporter.entry(row, notice));
    }
    if (kind.groups) return void held.push(...rows);
    const items: Item[] = [];
    const sealed: Item[] = [];
    for (const row of rows) {
      const { outcome } = row;
      if (outcome instanceof Error) {
        if (outcome instanceof RowSealed) sealed.push(outcome.item as Item);
        refuse(row, outcome);
        continue;
      }
      items.push(outcome);
      for (const notice of kind.noticesOf?.(outcome) ?? []) notices.add(reporter.entry(row, notice));
      const reason = kind.unpublishedOf?.(outcome);
      if (reason !== undefined) unpublished.push(reporter.entry(row, reason));
    }
    await writing;
    writing = write(items, sealed, read);
    writing.catch(() => undefined);
  };

  for await (const chunk of chunksOf(source, options.chunkSize ?? 1_000)) await take(chunk);
  await writing;
  if (kind.groups)
    count(await loadGroups(kind, kind.groups, held, context, { dryRun: options.dryRun, refuse, onProgress }));
  refusedRows.close();
  quarantined.sort((a, b) => a.line - b.line);
  if (!options.dryRun)
    await inTransaction(context.db, (trx) => replaceQuarantine(trx, kind.kind, options.file, quarantined));
  const refusedLines = new Set(quarantined.map(({ line }) => line));
  // Of a group that was refused as a whole nothing is loaded.
  const shown = kind.groups ? notices.kept.filter(({ line }) => !refusedLines.has(line)) : notices.kept;
  return {
    ...{ read, accepted, unchanged, quarantined, quarantinedRows, unpublished },
    notices: shown,
    noticesTotal: notices.total - (notices.kept.length - shown.length),
    scrubbed: scrubbed.kept,
    scrubbedTotal: scrubbed.total,
    file: [...file, ...notices.leftOut(), ...scrubbed.leftOut()],
    unusedColumns: facts.mapper.unused,
  };
};
