/** SQL of who is paid by batches: how many, and whose they are. */
import type { Knex } from "knex";
import type { PersonGroup } from "./person-group.js";

/** Columns of `BATCH_GROUP`. */
export interface BatchGroupRow {
  readonly batch_no: string;
  readonly agency_uscc: string;
  readonly village_code: string;
  readonly persons: number;
  readonly subject: string | null;
}

/**
 * Columns of who is in a batch `b`, with lines `l` and payment `p`, grouped by both: the persons of the lines, or fewer where the
 * payment says fewer; what was declared of a batch without lines.
 */
export const BATCH_GROUP = `b.batch_no, b.agency_uscc, b.village_code,
  coalesce(least(nullif(count(distinct l.recipient_hash), 0), p.payee_count), b.declared_count)::int as persons,
  case when count(distinct l.recipient_hash) = 1 then min(l.recipient_hash) end as subject`;

/** The persons of a batch. Its division is the village: whoever supervises the village may be told. */
export const toBatchGroup = ({ persons, subject, agency_uscc, village_code }: BatchGroupRow): PersonGroup => ({
  persons,
  subject: subject ?? undefined,
  agency: agency_uscc,
  division: village_code,
});

/** The persons of a batch with its number. */
export interface BatchGroup extends PersonGroup {
  readonly batchNo: string;
}

/** Persons of these batches, in no order. */
export const findBatchGroups = async (db: Knex, batchNumbers: readonly string[]): Promise<BatchGroup[]> => {
  const { rows } = await db.raw<{ rows: BatchGroupRow[] }>(
    `select ${BATCH_GROUP} from subsidy_batches b
     left join lateral (select * from payments where payment_no = b.payment_no offset 0) as p on true
     left join lateral (select * from subsidy_lines where batch_no = b.batch_no offset 0) as l on true
     where b.batch_no = any(?::text[]) group by b.batch_no, p.payment_no, p.payee_count`,
    [[...batchNumbers]],
  );
  return rows.map((row) => ({ batchNo: row.batch_no, ...toBatchGroup(row) }));
};
