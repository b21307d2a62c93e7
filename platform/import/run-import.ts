/** Runs one import: the whole file is read and checked first, then loaded chunk by chunk or group by group, a transaction each. */
import { createHash } from "node:crypto";
import { inTransaction } from "../database/index.js";
import { ServiceError } from "../errors/index.js";
import type { ImportContext, ImportKind, WriteResult } from "./import-kind.js";
import { loadGroups, type GroupRow } from "./load-groups.js";
import { createRowMapper, type Mapping, type RowMapper } from "./mapping.js";
import { replaceQuarantine, type QuarantinedRow } from "./quarantine.js";
import { readRecords, type SourceRecord } from "./read-records.js";
import { ImportRefused, RowRefused } from "./violation.js";

/** How an import runs. */
export interface ImportOptions {
  readonly file: string;
  readonly mapping: Mapping;
  /** True to check everything and write nothing. */
  readonly dryRun: boolean;
  readonly chunkSize?: number;
  /** Told after each chunk how many of how many rows are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** The figures of the last line, the rows that were not loaded, and what to look at in those that were. */
export interface ImportSummary {
  readonly read: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly quarantined: readonly QuarantinedRow[];
  /** Rows that were loaded, with what to look at in them. */
  readonly notices: readonly QuarantinedRow[];
}

/** Runs it. Throws ImportRefused where the file as a whole is no good; then nothing was loaded. */
export const runImport = async <Item>(
  kind: ImportKind<Item>,
  context: ImportContext,
  options: ImportOptions,
): Promise<ImportSummary> => {
  const { total, conflicts, mapper } = await survey(kind, options);
  const quarantined: QuarantinedRow[] = [];
  const notices: QuarantinedRow[] = [];
  let [read, accepted, unchanged] = [0, 0, 0];
  const refuse = (record: SourceRecord, error: unknown): void =>
    void quarantined.push(toReportRow(kind, record, refusalOf(error), mapper));
  const onProgress = (done: number): void => options.onProgress?.(done, total);
  const count = (result: WriteResult): void => {
    accepted += result.accepted;
    unchanged += result.unchanged;
  };

  // Rows of groups are held until the file is read; others are written chunk by chunk.
  const held: GroupRow<Item>[] = [];
  // While the database writes a chunk, the next one is read and checked.
  let writing = Promise.resolve();
  const write = async (items: readonly Item[], done: number): Promise<void> => {
    if (options.dryRun) accepted += items.length;
    else if (items.length > 0) count(await inTransaction(context.db, (trx) => kind.write(trx, items, context)));
    onProgress(done);
  };
  const load = async (records: readonly SourceRecord[]): Promise<void> => {
    const rows = await checkRows(kind, context, { records, conflicts, mapper });
    read += records.length;
    if (kind.groups) return void held.push(...rows);
    const items: Item[] = [];
    for (const { record, outcome } of rows) {
      if (outcome instanceof Error) refuse(record, outcome);
      else {
        items.push(outcome);
        for (const notice of kind.noticesOf?.(outcome) ?? []) notices.push(toReportRow(kind, record, notice, mapper));
      }
    }
    await writing;
    writing = write(items, read);
    writing.catch(() => undefined);
  };

  const size = options.chunkSize ?? 1_000;
  let chunk: SourceRecord[] = [];
  for await (const record of readRecords(options.file)) {
    chunk.push(record);
    if (chunk.length === size) {
      await load(chunk);
      chunk = [];
    }
  }
  if (chunk.length > 0) await load(chunk);
  await writing;
  if (kind.groups)
    count(await loadGroups(kind, kind.groups, held, context, { dryRun: options.dryRun, refuse, onProgress }));
  quarantined.sort((a, b) => a.line - b.line);
  if (!options.dryRun)
    await inTransaction(context.db, (trx) => replaceQuarantine(trx, kind.kind, options.file, quarantined));
  return { read, accepted, unchanged, quarantined, notices };
};

/** What a file's survey found. */
interface Survey {
  readonly total: number;
  /** Keys that stand for different contents. */
  readonly conflicts: ReadonlySet<string>;
  readonly mapper: RowMapper;
}

/** Each record as item or refusal, in order. */
const checkRows = async <Item>(
  kind: ImportKind<Item>,
  context: ImportContext,
  { records, conflicts, mapper }: Omit<Survey, "total"> & { readonly records: readonly SourceRecord[] },
): Promise<GroupRow<Item>[]> => {
  const rows = records.map((record): GroupRow<Item> => {
    const row = mapper.map(record.values);
    try {
      if (conflicts.has(kind.keyOf(row) ?? "")) {
        throw new RowRefused(
          undefined,
          "CODE_WITH_TWO_CONTENTS",
          "The file has this code on several rows with different contents: keep the right one.",
        );
      }
      return { record, row, outcome: kind.accept(row, context) };
    } catch (error) {
      return { record, row, outcome: refusalOf(error) };
    }
  });
  if (!kind.resolve) return rows;
  const resolved = await kind.resolve(
    rows.flatMap(({ outcome }) => (outcome instanceof Error ? [] : [outcome])),
    context,
  );
  let next = 0;
  return rows.map((row) => (row.outcome instanceof Error ? row : { ...row, outcome: resolved[next++]! }));
};

/** Reads the whole file once: that it parses, what its columns are, and which keys stand for different contents. */
const survey = async <Item>(kind: ImportKind<Item>, { file, mapping }: ImportOptions): Promise<Survey> => {
  const contents = new Map<string, string>();
  const conflicts = new Set<string>();
  let mapper: RowMapper | undefined;
  let total = 0;
  for await (const { values } of readRecords(file)) {
    mapper ??= createRowMapper(Object.keys(values), kind.fields, mapping);
    total += 1;
    const row = mapper.map(values);
    const key = kind.keyOf(row);
    if (key === undefined) continue;
    const hash = createHash("md5").update(JSON.stringify(row)).digest("base64");
    const before = contents.get(key);
    if (before === undefined) contents.set(key, hash);
    else if (before !== hash) conflicts.add(key);
  }
  if (!mapper) throw new ImportRefused("The file has no records.");
  return { total, conflicts, mapper };
};

/** A refusal of a row. Throws what is not one. */
const refusalOf = (error: unknown): RowRefused => {
  if (error instanceof RowRefused) return error;
  if (error instanceof ServiceError && error.details.argument !== undefined)
    return new RowRefused(error.details.argument, error.details.rule ?? error.code, error.message);
  throw error;
};

/** What the report says of a row; personal values are left out. */
const toReportRow = <Item>(
  kind: ImportKind<Item>,
  { line, values }: SourceRecord,
  { field, rule, remedy }: Pick<RowRefused, "field" | "rule" | "remedy">,
  mapper: RowMapper,
): QuarantinedRow => {
  const column = field === undefined ? undefined : (mapper.columnOf(field) ?? field);
  const secret = field !== undefined && kind.fields[field]?.personal === true;
  return { line, column, value: column === undefined || secret ? undefined : values[column], rule, remedy };
};
