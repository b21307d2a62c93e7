/** SQL of the evidence: four statements for any number of allocations, up to the day. */
import type { Knex } from "knex";
import type { BatchEvidence, DuplicateEvidence, Evidence, ProjectEvidence, PublishedEvidence } from "./evidence.js";

/** Evidence of these allocations. */
export const findEvidence = async (db: Knex, allocationIds: readonly string[], day: string): Promise<Evidence> => {
  const ids = [...allocationIds];
  const [projects, batches, duplicates, published] = await Promise.all([
    findProjectEvidence(db, ids, day),
    findBatchEvidence(db, ids, day),
    findDuplicates(db, ids, day),
    findPublished(db, ids, day),
  ]);
  return { projects, batches, duplicates, published };
};

// Sums are over all money of a project: a contract does not ask where it comes from.
const findProjectEvidence = async (db: Knex, ids: string[], day: string): Promise<ProjectEvidence[]> => {
  const { rows } = await db.raw<{
    rows: {
      project_code: string;
      allocation_ids: string[];
      contract_fen: bigint | null;
      assigned: bigint;
      paid: bigint;
      account: bigint;
    }[];
  }>(
    `with wanted as (
       select distinct to_project_code as code from allocations where id = any(?::text[]) and to_project_code is not null
     )
     select f.project_code, array_agg(distinct a.id) as allocation_ids, f.contract_fen,
       coalesce(sum(p.amount_fen) filter (where p.kind = 'ASSIGN_PROJECT'), 0)::bigint as assigned,
       coalesce(sum(case p.kind when 'PAY' then p.amount_fen when 'PAY_RETURN' then -p.amount_fen end), 0)::bigint as paid,
       (select coalesce(sum(case held.direction when 'DEBIT' then held.amount_fen else -held.amount_fen end), 0)::bigint
        from postings held where held.account = 'PROJECT:' || f.project_code and held.occurred_on <= ?) as account
     from wanted join fund_projects f on f.project_code = wanted.code
     join allocations a on a.to_project_code = f.project_code
     left join postings p on p.allocation_id = a.id and p.direction = 'CREDIT' and p.occurred_on <= ?
     group by f.project_code order by f.project_code`,
    [ids, day, day],
  );
  return rows.map(({ project_code, allocation_ids, contract_fen, assigned, paid, account }) => ({
    projectCode: project_code,
    allocationIds: allocation_ids,
    contract: contract_fen ?? undefined,
    assigned,
    paid,
    account,
  }));
};

const findBatchEvidence = async (db: Knex, ids: string[], day: string): Promise<BatchEvidence[]> => {
  const { rows } = await db.raw<{
    rows: {
      batch_no: string;
      allocation_id: string;
      publicity_from: string;
      publicity_to: string;
      paid_on: string | null;
      total: bigint;
      lines: bigint;
      miscalculated: bigint;
    }[];
  }>(
    `select b.batch_no, b.allocation_id, b.publicity_from, b.publicity_to, p.paid_on,
       coalesce(p.amount_fen, b.declared_fen) as total,
       coalesce(sum(l.amount_fen), 0)::bigint as lines,
       coalesce(sum(abs(l.amount_fen - round(l.quantity * l.standard_fen))), 0)::bigint as miscalculated
     from subsidy_batches b
     left join payments p on p.payment_no = b.payment_no and p.paid_on <= ?
     left join subsidy_lines l on l.batch_no = b.batch_no
     where b.allocation_id = any(?::text[])
     group by b.batch_no, p.payment_no order by b.batch_no`,
    [day, ids],
  );
  return rows.map((row) => ({
    batchNo: row.batch_no,
    allocationId: row.allocation_id,
    publicityFrom: row.publicity_from,
    publicityTo: row.publicity_to,
    paidOn: row.paid_on ?? undefined,
    total: row.total,
    lines: row.lines,
    miscalculated: row.miscalculated,
  }));
};

// A line counts where money reached the person: paid, and not sent back unless paid again.
const findDuplicates = async (db: Knex, ids: string[], day: string): Promise<DuplicateEvidence[]> => {
  const { rows } = await db.raw<{
    rows: { batch_no: string; allocation_id: string; village_code: string; persons: number; excess: bigint }[];
  }>(
    `with paid as (
       select l.recipient_hash, l.amount_fen, b.policy_code, b.period, b.batch_no, b.allocation_id, b.village_code
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
     select batch_no, allocation_id, village_code, count(distinct recipient_hash)::int as persons, sum(excess)::bigint as excess
     from (select distinct batch_no, allocation_id, village_code, recipient_hash, excess from paid
           join twice using (recipient_hash, policy_code, period) where allocation_id = any(?::text[])) as found
     group by batch_no, allocation_id, village_code order by batch_no`,
    [day, day, day, ids, ids],
  );
  return rows.map(({ batch_no, allocation_id, village_code, persons, excess }) => ({
    villageCode: village_code,
    batchNo: batch_no,
    allocationId: allocation_id,
    persons,
    excess,
  }));
};

// A notice tells what the book said on its day; a notice of a project beforehand has nothing in the book yet.
const findPublished = async (db: Knex, ids: string[], day: string): Promise<PublishedEvidence[]> => {
  const { rows } = await db.raw<{
    rows: { id: string; allocation_id: string; published: bigint; ledger: bigint }[];
  }>(
    `select n.id, a.id as allocation_id, n.amount_fen as published,
       (select coalesce(sum(p.amount_fen), 0)::bigint from postings p where p.allocation_id = a.id
        and p.direction = 'CREDIT' and p.kind = 'ALLOCATE_DOWN' and p.occurred_on <= ?) as ledger
     from fund_announcements n join allocations a on a.indicator_no = n.indicator_no and a.is_head
     where a.id = any(?::text[]) and n.published_on <= ? and n.amount_fen is not null
     union all
     select n.id, (array_agg(a.id order by a.id))[1], n.amount_fen, coalesce(sum(p.amount_fen), 0)::bigint
     from fund_announcements n join allocations a on a.to_project_code = n.project_code
     left join postings p on p.allocation_id = a.id and p.direction = 'CREDIT' and p.kind = 'ASSIGN_PROJECT'
       and p.occurred_on <= n.published_on
     where n.kind = 'AFTER' and n.published_on <= ? and n.amount_fen is not null and n.project_code in
       (select to_project_code from allocations where id = any(?::text[]))
     group by n.id
     union all
     select n.id, b.allocation_id, n.amount_fen,
       (select coalesce(sum(l.amount_fen), 0)::bigint from subsidy_lines l where l.batch_no = b.batch_no)
     from fund_announcements n join subsidy_batches b on b.batch_no = n.batch_no
     where b.allocation_id = any(?::text[]) and n.published_on <= ? and n.amount_fen is not null
     union all
     select y.payment_no, y.allocation_id, y.amount_fen,
       (select coalesce(sum(p.amount_fen), 0)::bigint from postings p where p.movement_id = y.movement_id
        and p.direction = 'DEBIT' and p.kind = 'PAY' and p.allocation_id = y.allocation_id)
     from payments y where y.allocation_id = any(?::text[]) and y.paid_on <= ?
     order by 1`,
    [day, ids, day, day, ids, ids, day, ids, day],
  );
  return rows.map(({ id, allocation_id, published, ledger }) => ({
    id,
    allocationId: allocation_id,
    published,
    ledger,
  }));
};
