/** Runs one import: the whole file is read and checked first, then loaded chunk by chunk, a transaction each. */
import { createHash } from "node:crypto";
import { inTransaction } from "../database/index.js";
import { ServiceError } from "../errors/index.js";
import type { ImportContext, ImportKind } from "./import-kind.js";
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

/** The figures of the last line, and the rows that were not loaded. */
export interface ImportSummary {
  readonly read: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly quarantined: readonly QuarantinedRow[];
}

/** Runs it. Throws ImportRefused where the file as a whole is no good; then nothing was loaded. */
export const runImport = async <Item>(
  kind: ImportKind<Item>,
  context: ImportContext,
  options: ImportOptions,
): Promise<ImportSummary> => {
  const { total, conflicts, mapper } = await survey(kind, options);
  const quarantined: QuarantinedRow[] = [];
  let read = 0;
  let accepted = 0;
  let unchanged = 0;
  const refuse = (record: SourceRecord, error: unknown): void =>
    void quarantined.push(quarantinedRow(record, error, mapper));

  const prepare = async (records: readonly SourceRecord[]): Promise<Item[]> => {
    const candidates: { record: SourceRecord; item: Item }[] = [];
    for (const record of records) {
      try {
        const row = mapper.map(record.values);
        if (conflicts.has(kind.keyOf(row) ?? "")) {
          throw new RowRefused(
            undefined,
            "CODE_WITH_TWO_CONTENTS",
            "The file has this code on several rows with different contents: keep the right one.",
          );
        }
        candidates.push({ record, item: kind.accept(row, context) });
      } catch (error) {
        refuse(record, error);
      }
    }
    const resolved = kind.resolve
      ? await kind.resolve(
          candidates.map(({ item }) => item),
          context,
        )
      : candidates.map(({ item }) => item);
    const items: Item[] = [];
    for (const [index, outcome] of resolved.entries()) {
      if (outcome instanceof Error) refuse(candidates[index]!.record, outcome);
      else items.push(outcome as Item);
    }
    return items;
  };

  const write = async (items: readonly Item[], records: number): Promise<void> => {
    if (!options.dryRun && items.length > 0) {
      const result = await inTransaction(context.db, (trx) => kind.write(trx, items, context));
      accepted += result.accepted;
      unchanged += result.unchanged;
    } else accepted += items.length;
    read += records;
    options.onProgress?.(read, total);
  };

  const size = options.chunkSize ?? 1_000;
  let chunk: SourceRecord[] = [];
  // While the database writes a chunk, the next one is read and checked.
  let writing = Promise.resolve();
  const load = async (records: readonly SourceRecord[]): Promise<void> => {
    const items = await prepare(records);
    await writing;
    writing = write(items, records.length);
    writing.catch(() => undefined);
  };
  for await (const record of readRecords(options.file)) {
    chunk.push(record);
    if (chunk.length === size) {
      await load(chunk);
      chunk = [];
    }
  }
  if (chunk.length > 0) await load(chunk);
  await writing;
  quarantined.sort((a, b) => a.line - b.line);
  if (!options.dryRun)
    await inTransaction(context.db, (trx) => replaceQuarantine(trx, kind.kind, options.file, quarantined));
  return { read, accepted, unchanged, quarantined };
};

/** Reads the whole file once: that it parses, what its columns are, and which keys stand for different contents. */
const survey = async <Item>(
  kind: ImportKind<Item>,
  { file, mapping }: ImportOptions,
): Promise<{ total: number; conflicts: ReadonlySet<string>; mapper: RowMapper }> => {
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

const quarantinedRow = ({ line, values }: SourceRecord, error: unknown, mapper: RowMapper): QuarantinedRow => {
  const refusal =
    error instanceof RowRefused
      ? error
      : error instanceof ServiceError && error.details.argument !== undefined
        ? new RowRefused(error.details.argument, error.details.rule ?? error.code, error.message)
        : undefined;
  if (!refusal) throw error;
  const column = refusal.field === undefined ? undefined : (mapper.columnOf(refusal.field) ?? refusal.field);
  return {
    line,
    column,
    value: column === undefined ? undefined : values[column],
    rule: refusal.rule,
    remedy: refusal.remedy,
  };
};
