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
    // Looked up batch by batch: `offset 0` keeps PostgreSQL from reading all lines and payments of the country for a few.
    `select ${BATCH_GROUP}, b.allocation_id, b.publicity_from, b.publicity_to, p.payment_no, p.paid_on,
       coalesce(p.amount_fen, b.declared_fen) as total,
       coalesce(sum(l.amount_fen), 0)::bigint as lines,
       count(distinct l.recipient_hash) filter (where l.wrong > 0)::int as wrong_persons,
       min(l.recipient_hash) filter (where l.wrong > 0) as wrong_subject,
       coalesce(sum(l.wrong), 0)::bigint as wrong_fen
     from subsidy_batches b
     left join lateral (select * from payments where payment_no = b.payment_no and paid_on <= ? offset 0) as p on true
     left join lateral (
       select recipient_hash, amount_fen, abs(amount_fen - round(quantity * standard_fen)) as wrong
       from subsidy_lines where batch_no = b.batch_no offset 0) as l on true
     where b.allocation_id = any(?::text[])
     group by b.batch_no, p.payment_no, p.paid_on, p.amount_fen, p.payee_count order by b.batch_no`,
    [day, [...ids]],
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
    `with own as (select distinct policy_code, period from subsidy_batches where allocation_id = any(?::text[])),
     paid as (
       select l.recipient_hash, l.amount_fen, b.policy_code, b.period, b.batch_no, b.allocation_id
       from own join subsidy_batches b on b.policy_code = own.policy_code and b.period = own.period
       cross join lateral (select 1 from payments where payment_no = b.payment_no and paid_on <= ? offset 0) as p
       cross join lateral (select * from subsidy_lines where batch_no = b.batch_no offset 0) as l
       where l.returned_on is null or l.returned_on > ?
         or (select r.paid_on <= ? from payments r where r.payment_no = l.repaid_payment_no)
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
    [[...ids], day, day, day, [...ids]],
  );
  return rows;
};
