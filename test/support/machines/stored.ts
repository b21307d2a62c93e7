/** What is stored of a record that a test drives: its row and its journal. */
import type { TestStack } from "../stack.js";

/** Where a record is kept. */
export interface Kept {
  readonly service: string;
  readonly table: string;
  /** Column of its key. */
  readonly key: string;
  /** Name of its type in the graph. */
  readonly kind: string;
}

/** Version, state where one is kept, row and journal of the record. */
export const rowWithJournal = async (
  { databases }: TestStack,
  { service, table, key, kind }: Kept,
  id: string,
): Promise<unknown> => {
  const { rows } = (await databases[service]!.raw(
    `select r.version, to_jsonb(r)->>'state' as state, to_jsonb(r) as record,
            (select jsonb_agg(t order by t.version) from transitions t where t.kind = ? and t.key = r.??) as journal
       from ?? r where r.?? = ?`,
    [kind, key, table, key, id],
  )) as { rows: unknown[] };
  return rows[0];
};
