/** Each record of a file as an item or a refusal: mapped, scrubbed of what is personal, accepted by its kind. */
import type { NamedBodies } from "./named-bodies.js";
import { everyField, refusalsOf } from "./every-field.js";
import type { ImportContext, ImportKind, RowNotice } from "./import-kind.js";
import type { ImportField, MappedRow } from "./mapping.js";
import { SHORTENED_NUMBER } from "./files/text-problems.js";
import { REPEATED_VALUE, type CellProblem, type SourceRecord } from "./source-file.js";
import type { RowMapper } from "./row-mapper.js";
import { refuseOtherName } from "./own-agency.js";
import { heldByOther, refusalOfOther } from "./row-owner.js";
import { scrubRow, type RowSubject, type ScrubbedField } from "./scrub-row.js";
import { RowRefusals, RowRefused } from "./violation.js";

/** A row of the file while it is checked. */
export interface CheckedRow<Item> {
  readonly record: SourceRecord;
  /** Without what is personal. */
  readonly row: MappedRow;
  readonly subject: RowSubject;
  readonly scrubbed: readonly ScrubbedField[];
  /** What to look at in it where it is loaded. */
  readonly notices: RowNotice[];
  readonly outcome: Item | Error;
}

/** What rows are checked against. */
export interface FileFacts {
  /** Keys that stand for different contents. */
  readonly conflicts: ReadonlySet<string>;
  readonly mapper: RowMapper;
  readonly bodies: NamedBodies;
  /** Given where rows are the loading agency's because the file says nothing else. */
  readonly isOwnName?: (name: string) => boolean;
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
  const accepted = new Map(
    rows.flatMap((row) => (row.outcome instanceof Error ? [] : [[row.outcome, row.notices] as const])),
  );
  const resolved = await kind.resolve([...accepted.keys()], {
    ...context,
    bodies: facts.bodies,
    notice: (item, said) => void accepted.get(item)?.push(said),
  });
  const own = await withoutOthers(kind, context, resolved);
  let next = 0;
  return rows.map((row) => (row.outcome instanceof Error ? row : { ...row, outcome: own[next++]! }));
};

/** Resolved items, with a refusal in the place of those that would change what another agency holds. */
const withoutOthers = async <Item>(
  { owner }: Pick<ImportKind<Item>, "owner">,
  { agency, db }: ImportContext,
  resolved: readonly (Item | Error)[],
): Promise<readonly (Item | Error)[]> => {
  if (agency === undefined || owner?.heldByOthers === undefined) return resolved;
  const items = resolved.filter((item): item is Item => !(item instanceof Error));
  const others = await owner.heldByOthers(items, db);
  const held = new Set(items.filter((_item, index) => others[index]));
  return resolved.map((item) => (!(item instanceof Error) && held.has(item) ? heldByOther(owner.field) : item));
};

/** One record as item or refusal; nobody is asked. */
export const checkRow = <Item>(
  kind: ImportKind<Item>,
  context: ImportContext,
  record: SourceRecord,
  { conflicts, mapper, isOwnName }: Pick<FileFacts, "conflicts" | "mapper" | "isOwnName">,
): CheckedRow<Item> => {
  const written = mapper.map(record.values);
  const subject = kind.subjectOf?.(written) ?? NOBODY;
  const { row, scrubbed } = scrubRow(written, kind.fields, { ...subject, today: context.today });
  const notices: RowNotice[] = [];
  const checked = { record, row, subject, scrubbed, notices };
  try {
    if (conflicts.has(kind.keyOf(written) ?? "")) {
      throw new RowRefused(
        undefined,
        "CODE_WITH_TWO_CONTENTS",
        "The file has this code on several rows with different contents: keep the right one.",
      );
    }
    if (isOwnName !== undefined && kind.owner !== undefined) refuseOtherName(kind.owner, row, isOwnName);
    const { item } = everyField({
      cells: () => refuseUntrusted(kind, record, mapper),
      item: () =>
        kind.accept(row, { ...context, hasColumn: mapper.hasColumn, notice: (said) => void notices.push(said) }),
    });
    return { ...checked, outcome: refusalOfOther(kind.owner, item, context.agency) ?? item };
  } catch (error) {
    const refusals = refusalsOf(error).map((refusal) => becauseOfNumber(refusal, scrubbed));
    return { ...checked, outcome: refusals.length === 1 ? refusals[0]! : new RowRefusals(refusals) };
  }
};

/** Refuses a row of which a cell that a field is read from can not be trusted. */
const refuseUntrusted = (
  { fields }: Pick<ImportKind, "fields">,
  { problems }: SourceRecord,
  mapper: RowMapper,
): void => {
  if (problems === undefined) return;
  const refusals = Object.entries(fields).flatMap(([field, declared]) =>
    mapper.columnsOf(field).flatMap((column) => {
      const problem = problems.get(column);
      return problem === undefined || mayHold(declared, problem)
        ? []
        : [new RowRefused(field, problem.rule, problem.remedy)];
    }),
  );
  if (refusals.length > 0) throw new RowRefusals(refusals);
};

/** True where a field is read of such a cell all the same: a damaged code of a body is a notice of its kind and joins nobody; some fields take several values. */
const mayHold = ({ holds, several }: ImportField, { rule }: CellProblem): boolean =>
  (rule === SHORTENED_NUMBER && holds === "BODY_CODE") || (rule === REPEATED_VALUE && several === true);

/** A code that is missed because it was a person's number is told as that. */
const becauseOfNumber = (refusal: RowRefused, scrubbed: readonly ScrubbedField[]): RowRefused =>
  scrubbed.some(({ field, removed }) => removed && field === refusal.field)
    ? new RowRefused(
        refusal.field,
        "RESIDENT_ID_AS_CODE",
        "A person's number stands there, which is never stored: give the code, or correct the kind of counterparty.",
      )
    : refusal;
