/** Each record of a file as an item or a refusal: mapped, scrubbed of what is personal, accepted by its kind. */
import { ServiceError } from "../errors/service-error.js";
import type { ImportContext, ImportKind } from "./import-kind.js";
import type { MappedRow, RowMapper } from "./mapping.js";
import type { SourceRecord } from "./read-records.js";
import { scrubRow, type RowSubject, type ScrubbedField } from "./scrub-row.js";
import { RowRefused } from "./violation.js";

/** A row of the file while it is checked. */
export interface CheckedRow<Item> {
  readonly record: SourceRecord;
  /** Without what is personal. */
  readonly row: MappedRow;
  readonly subject: RowSubject;
  readonly scrubbed: readonly ScrubbedField[];
  readonly outcome: Item | Error;
}

/** What rows are checked against. */
export interface FileFacts {
  /** Keys that stand for different contents. */
  readonly conflicts: ReadonlySet<string>;
  readonly mapper: RowMapper;
}

const NOBODY: RowSubject = { natural: false, names: [] };

/** Each record as item or refusal, in order. */
export const checkRows = async <Item>(
  kind: ImportKind<Item>,
  context: ImportContext,
  records: readonly SourceRecord[],
  facts: FileFacts,
): Promise<CheckedRow<Item>[]> => {
  const rows = records.map((record) => checkRow(kind, context, record, facts));
  if (!kind.resolve) return rows;
  const resolved = await kind.resolve(
    rows.flatMap(({ outcome }) => (outcome instanceof Error ? [] : [outcome])),
    context,
  );
  let next = 0;
  return rows.map((row) => (row.outcome instanceof Error ? row : { ...row, outcome: resolved[next++]! }));
};

const checkRow = <Item>(
  kind: ImportKind<Item>,
  context: ImportContext,
  record: SourceRecord,
  { conflicts, mapper }: FileFacts,
): CheckedRow<Item> => {
  const written = mapper.map(record.values);
  const subject = kind.subjectOf?.(written) ?? NOBODY;
  const { row, scrubbed } = scrubRow(written, kind.fields, { ...subject, today: context.today });
  const checked = { record, row, subject, scrubbed };
  try {
    refuseUntrusted(kind, record, mapper);
    if (conflicts.has(kind.keyOf(written) ?? "")) {
      throw new RowRefused(
        undefined,
        "CODE_WITH_TWO_CONTENTS",
        "The file has this code on several rows with different contents: keep the right one.",
      );
    }
    return { ...checked, outcome: kind.accept(row, context) };
  } catch (error) {
    return { ...checked, outcome: becauseOfNumber(refusalOf(error), scrubbed) };
  }
};

/** Refuses a row of which a cell that a field is read from can not be trusted. */
const refuseUntrusted = (
  { fields }: Pick<ImportKind, "fields">,
  { problems }: SourceRecord,
  mapper: RowMapper,
): void => {
  if (problems === undefined) return;
  for (const field of Object.keys(fields))
    for (const column of mapper.columnsOf(field)) {
      const problem = problems.get(column);
      if (problem) throw new RowRefused(field, problem.rule, problem.remedy);
    }
};

/** A code that is missed because it was a person's number is told as that. */
const becauseOfNumber = (refusal: RowRefused, scrubbed: readonly ScrubbedField[]): RowRefused =>
  scrubbed.some(({ field, removed }) => removed && field === refusal.field)
    ? new RowRefused(
        refusal.field,
        "RESIDENT_ID_AS_CODE",
        "A person's number stands there, which is never stored: give the code, or correct the kind of counterparty.",
      )
    : refusal;

/** A refusal of a row. Throws what is not one. */
export const refusalOf = (error: unknown): RowRefused => {
  if (error instanceof RowRefused) return error;
  if (error instanceof ServiceError && error.details.argument !== undefined)
    return new RowRefused(error.details.argument, error.details.rule ?? error.code, error.message);
  throw error;
};
