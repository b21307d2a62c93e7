/** Loads a file whose rows stand or fall together: a group with one bad row, or that does not add up, is quarantined whole. */
import { inTransaction } from "../database/index.js";
import type { CheckedRow } from "./check-rows.js";
import type { ImportContext, ImportGroups, ImportKind, WriteResult } from "./import-kind.js";
import { RowRefused } from "./violation.js";

/** What loading groups needs beside the kind. */
export interface GroupOptions {
  readonly dryRun: boolean;
  readonly refuse: (row: CheckedRow<unknown>, error: unknown) => void;
  readonly onProgress: (done: number) => void;
}

/** Loads the groups one by one, a transaction each, in the order in which they begin. */
export const loadGroups = async <Item>(
  kind: ImportKind<Item>,
  groups: ImportGroups<Item>,
  rows: readonly CheckedRow<Item>[],
  context: ImportContext,
  options: GroupOptions,
): Promise<WriteResult> => {
  let [accepted, unchanged, done] = [0, 0, 0];
  for (const group of grouped(groups, rows)) {
    const items = group.map(({ outcome }) => outcome).filter((outcome): outcome is Item => !(outcome instanceof Error));
    const result =
      items.length < group.length ? anotherRow : await loadGroup(kind, groups, items, context, options.dryRun);
    if (result instanceof RowRefused) {
      for (const row of group) options.refuse(row, row.outcome instanceof Error ? row.outcome : result);
    } else {
      accepted += result.accepted;
      unchanged += result.unchanged;
    }
    done += group.length;
    options.onProgress(done);
  }
  return { accepted, unchanged };
};

const anotherRow = new RowRefused(
  undefined,
  "GROUP_REFUSED",
  "Another row of the same group can not be accepted, and they are loaded together: see that row.",
);

const grouped = <Item>(groups: ImportGroups<Item>, rows: readonly CheckedRow<Item>[]): Iterable<CheckedRow<Item>[]> => {
  const keys = groups.keysOf(rows.map(({ row }) => row));
  const found = new Map<unknown, CheckedRow<Item>[]>();
  for (const [index, row] of rows.entries()) {
    const key = keys[index] ?? row;
    const group = found.get(key);
    if (group) group.push(row);
    else found.set(key, [row]);
  }
  return found.values();
};

const loadGroup = <Item>(
  kind: ImportKind<Item>,
  groups: ImportGroups<Item>,
  items: readonly Item[],
  context: ImportContext,
  dryRun: boolean,
): Promise<WriteResult | RowRefused> =>
  inTransaction(context.db, async (trx) => {
    const refusal = await groups.check(trx, items, context);
    if (refusal !== undefined) return refusal;
    return dryRun ? { accepted: items.length, unchanged: 0 } : kind.write(trx, items, context);
  });
