/** SQL of who is paid by batches: how many, and whose they are. */
import type { Knex } from "knex";
import type { PersonGroup } from "./person-group.js";

/** The persons of a batch. */
export interface BatchGroup extends PersonGroup {
  readonly batchNo: string;
}

/** By which column batches are looked for. */
export type BatchColumn = "batch_no" | "allocation_id";

/**
 * Persons of these batches, in no order: those of the lines, or fewer where the payment says fewer; what was declared of a batch without
 * lines. Its division is the village: whoever supervises the village may be told.
 */
export const findBatchGroups = async (
  db: Knex,
  column: BatchColumn,
  values: readonly string[],
): Promise<BatchGroup[]> => {
  const { rows } = await db.raw<{
    rows: { batch_no: string; agency_uscc: string; village_code: string; persons: number; subject: string | null }[];
  }>(
    `select b.batch_no, b.agency_uscc, b.village_code,
       coalesce(least(nullif(count(distinct l.recipient_hash), 0), p.payee_count), b.declared_count)::int as persons,
       case when count(distinct l.recipient_hash) = 1 then min(l.recipient_hash) end as subject
     from subsidy_batches b
     left join payments p on p.payment_no = b.payment_no
     left join subsidy_lines l on l.batch_no = b.batch_no
     where b.${column} = any(?::text[]) group by b.batch_no, p.payment_no`,
    [[...values]],
  );
  return rows.map(({ batch_no, agency_uscc, village_code, persons, subject }) => ({
    batchNo: batch_no,
    persons,
    subject: subject ?? undefined,
    agency: agency_uscc,
    division: village_code,
  }));
};
