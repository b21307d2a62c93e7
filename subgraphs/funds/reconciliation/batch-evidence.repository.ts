/** SQL of the evidence that batches give: their sums, lines that are miscalculated, persons who were paid twice. */
import type { Knex } from "knex";
import { BATCH_GROUP, toBatchGroup, type BatchGroupRow } from "../access/batch-groups.repository.js";
import type { BatchEvidence } from "./evidence.js";

/** Persons of a batch with wrong lines, as the database counts them. */
export interface WrongLinesRow {
  readonly persons: number;
  /** The one person, where it is one. */
  readonly subject: string | null;
  readonly amount: bigint;
}

/** A batch before it is known who of it was paid twice. */
export interface BatchSums extends Omit<BatchEvidence, "miscalculated" | "paidTwice"> {
  readonly miscalculated: WrongLinesRow;
}

/** Batches of these allocations, as they stand on the day. */
export const findBatchSums = async (db: Knex, ids: readonly string[], day: string): Promise<BatchSums[]> => {
  const { rows } = await db.raw<{
    rows: (BatchGroupRow & {
      allocation_id: string;
      publicity_from: string;
      publicity_to: string;
      payment_no: string | null;
      paid_on: string | null;
      total: bigint;
      lines: bigint;
      wrong_persons: number;
      wrong_subject: string | null;
      wrong_fen: bigint;
    })[];
  }>(
    `with lines as (
       select l.batch_no, l.recipient_hash, l.amount_fen, abs(l.amount_fen - round(l.quantity * l.standard_fen)) as wrong
       from subsidy_lines l join subsidy_batches b on b.batch_no = l.batch_no where b.allocation_id = any(?::text[])
     )
     select ${BATCH_GROUP}, b.allocation_id, b.publicity_from, b.publicity_to, p.payment_no, p.paid_on,
       coalesce(p.amount_fen, b.declared_fen) as total,
       coalesce(sum(l.amount_fen), 0)::bigint as lines,
       count(distinct l.recipient_hash) filter (where l.wrong > 0)::int as wrong_persons,
       min(l.recipient_hash) filter (where l.wrong > 0) as wrong_subject,
       coalesce(sum(l.wrong), 0)::bigint as wrong_fen
     from subsidy_batches b
     left join payments p on p.payment_no = b.payment_no and p.paid_on <= ?
     left join lines l on l.batch_no = b.batch_no
     where b.allocation_id = any(?::text[])
     group by b.batch_no, p.payment_no order by b.batch_no`,
    [[...ids], day, [...ids]],
  );
  return rows.map((row) => ({
    batchNo: row.batch_no,
    allocationId: row.allocation_id,
    group: toBatchGroup(row),
    publicityFrom: row.publicity_from,
    publicityTo: row.publicity_to,
    paymentNo: row.payment_no ?? undefined,
    paidOn: row.paid_on ?? undefined,
    total: row.total,
    lines: row.lines,
    miscalculated: {
      persons: row.wrong_persons,
      subject: row.wrong_persons === 1 ? row.wrong_subject : null,
      amount: row.wrong_fen,
    },
  }));
};

/**
 * Persons who were paid more than once for a policy and a period, by batch. A line counts where money reached the person: paid, and
 * not sent back unless paid again.
 */
export const findDuplicates = async (
  db: Knex,
  ids: readonly string[],
  day: string,
): Promise<(WrongLinesRow & { readonly batch_no: string })[]> => {
  const { rows } = await db.raw<{
    rows: (WrongLinesRow & { readonly batch_no: string })[];
  }>(
    `with paid as (
       select l.recipient_hash, l.amount_fen, b.policy_code, b.period, b.batch_no, b.allocation_id
       from subsidy_lines l
       join subsidy_batches b on b.batch_no = l.batch_no
       join payments p on p.payment_no = b.payment_no and p.paid_on <= ?
       left join payments r on r.payment_no = l.repaid_payment_no
       where (l.returned_on is null or l.returned_on > ? or r.paid_on <= ?)
         and (b.policy_code, b.period) in (select policy_code, period from subsidy_batches where allocation_id = any(?::text[]))
     ),
     twice as (
       select recipient_hash, policy_code, period, sum(amount_fen) - max(amount_fen) as excess
       from paid group by recipient_hash, policy_code, period having count(*) > 1
     )
     select batch_no, count(*)::int as persons, case when count(*) = 1 then min(recipient_hash) end as subject,
       sum(excess)::bigint as amount
     from (select distinct batch_no, recipient_hash, excess from paid
           join twice using (recipient_hash, policy_code, period) where allocation_id = any(?::text[])) as found
     group by batch_no`,
    [day, day, day, [...ids], [...ids]],
  );
  return rows;
};
