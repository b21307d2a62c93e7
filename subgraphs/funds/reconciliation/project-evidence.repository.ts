/** SQL of the evidence that projects give. */
import type { Knex } from "knex";
import type { ProjectEvidence } from "./evidence.js";

/** Projects of these allocations up to the day; what was recalled or carried over is not assigned any more. Sums are over all money of a project: a contract does not ask where it comes from. */
export const findProjectEvidence = async (db: Knex, ids: string[], day: string): Promise<ProjectEvidence[]> => {
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
       coalesce(sum(case p.kind when 'ASSIGN_PROJECT' then p.amount_fen when 'RECLAIM' then -p.amount_fen when 'CARRY_OVER' then -p.amount_fen end), 0)::bigint as assigned,
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
