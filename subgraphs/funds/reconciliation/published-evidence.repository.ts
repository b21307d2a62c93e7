/** SQL of what was published: amounts of publications (公示、公告) and payments, what the book says of each, and who is paid. */
import type { Knex } from "knex";
import type { PayeeKind } from "../payment/payment.enums.js";

/** A publication, of a batch where `batch_no` is there, or a payment: then the payee is there. */
export interface PublishedRow {
  readonly id: string;
  readonly allocation_id: string;
  readonly batch_no: string | null;
  readonly payee_kind: PayeeKind | null;
  readonly payee_count: number | null;
  readonly payee_subject: string | null;
  readonly agency_uscc: string | null;
  readonly division_code: string | null;
  readonly published: bigint;
  readonly ledger: bigint;
}

const NO_PERSONS = `null::text as batch_no, null::text as payee_kind, null::int as payee_count, null::text as payee_subject,
       null::text as agency_uscc, null::text as division_code`;

/**
 * What was published about these allocations. A publication tells what the book said on its day; the publicity of a project has nothing
 * in the book yet.
 */
export const findPublished = async (
  db: Knex,
  allocationIds: readonly string[],
  day: string,
): Promise<PublishedRow[]> => {
  const ids = [...allocationIds];
  const { rows } = await db.raw<{ rows: PublishedRow[] }>(
    `select n.id, a.id as allocation_id, ${NO_PERSONS}, n.amount_fen as published,
       (select coalesce(sum(p.amount_fen), 0)::bigint from postings p where p.allocation_id = a.id
        and p.direction = 'CREDIT' and p.kind = 'ALLOCATE_DOWN' and p.occurred_on <= ?) as ledger
     from fund_publications n join allocations a on a.allotment_no = n.allotment_no and a.is_head
     where a.id = any(?::text[]) and n.published_on <= ? and n.amount_fen is not null
     union all
     select n.id, (array_agg(a.id order by a.id))[1], ${NO_PERSONS}, n.amount_fen,
       coalesce(sum(case p.kind when 'ASSIGN_PROJECT' then p.amount_fen else -p.amount_fen end), 0)::bigint
     from fund_publications n join allocations a on a.to_project_code = n.project_code
     left join postings p on p.allocation_id = a.id and p.direction = 'CREDIT' and p.kind in ('ASSIGN_PROJECT', 'RECLAIM', 'CARRY_OVER')
       and p.occurred_on <= n.published_on
     where n.kind = 'PUBLIC_NOTICE' and n.published_on <= ? and n.amount_fen is not null and n.project_code in
       (select to_project_code from allocations where id = any(?::text[]))
     group by n.id
     union all
     select n.id, b.allocation_id, b.batch_no, null, null, null, null, null, n.amount_fen,
       (select coalesce(sum(l.amount_fen), 0)::bigint from subsidy_lines l where l.batch_no = b.batch_no)
     from fund_publications n join subsidy_batches b on b.batch_no = n.batch_no
     where b.allocation_id = any(?::text[]) and n.published_on <= ? and n.amount_fen is not null
     union all
     select y.payment_no, y.allocation_id, null, y.payee_kind, y.payee_count, y.payee_subject, y.agency_uscc, y.division_code, y.amount_fen,
       (select coalesce(sum(p.amount_fen), 0)::bigint from postings p where p.movement_id = y.movement_id
        and p.direction = 'DEBIT' and p.kind = 'PAY' and p.allocation_id = y.allocation_id)
     from payments y where y.allocation_id = any(?::text[]) and y.paid_on <= ?
     order by 1`,
    [day, ids, day, day, ids, ids, day, ids, day],
  );
  return rows;
};
