/** SQL of the book: movements summed per allocation, for single allocations and for whole trees. */
import type { Knex } from "knex";
import { beginningWith } from "../../../platform/database/index.js";
import type { AllocationSums } from "./ledger.js";

interface SumsRow {
  id: string;
  parent_id: string | null;
  allocated_down: bigint;
  received: bigint;
  assigned: bigint;
  paid: bigint;
  returned: bigint;
  reclaimed: bigint;
  carried: bigint;
  adjusted: bigint;
  sent_on: string | null;
}

/** A row of a tree under a key, with the classification of its allotment. */
export interface TreeSums extends AllocationSums {
  readonly key: string;
  readonly isRoot: boolean;
  readonly allotmentNo: string;
  readonly fiscalYear: number;
  readonly functionCode: string;
  readonly govEconCode?: string;
  readonly deptEconCode?: string;
}

const KIND_COLUMNS: Readonly<Record<string, string>> = {
  allocated_down: "ALLOCATE_DOWN",
  received: "RECEIVE",
  assigned: "ASSIGN_PROJECT",
  paid: "PAY",
  returned: "PAY_RETURN",
  reclaimed: "RECLAIM",
  carried: "CARRY_OVER",
  adjusted: "ADJUST",
};

// One leg of each movement is summed: both legs have the same amount.
const SUMS = [
  ...Object.entries(KIND_COLUMNS).map(
    ([column, kind]) => `coalesce(sum(p.amount_fen) filter (where p.kind = '${kind}'), 0)::bigint as ${column}`,
  ),
  "min(p.occurred_on) filter (where p.kind in ('ALLOCATE_DOWN', 'ASSIGN_PROJECT')) as sent_on",
].join(", ");

const JOIN = "left join postings p on p.allocation_id = a.id and p.direction = 'CREDIT' and p.occurred_on <= ?";

/**
 * The sums of one allocation `a`. Looked up one by one: a tree has few allocations, though PostgreSQL expects thousands, and the book has
 * all postings of all years.
 */
const BOOKED = `select ${SUMS} from postings p where p.allocation_id = a.id and p.direction = 'CREDIT' and p.occurred_on <= ?`;

const toSums = (row: SumsRow): AllocationSums => ({
  id: row.id,
  parentId: row.parent_id ?? undefined,
  allocatedDown: row.allocated_down,
  received: row.received,
  assigned: row.assigned,
  paid: row.paid,
  returned: row.returned,
  reclaimed: row.reclaimed,
  carried: row.carried,
  adjusted: row.adjusted,
  sentOn: row.sent_on ?? undefined,
});

/** Sums of these allocations and of those directly below them, up to the day. */
export const findAllocationSums = async (db: Knex, ids: readonly string[], day: string): Promise<AllocationSums[]> => {
  const { rows } = await db.raw<{ rows: SumsRow[] }>(
    `select a.id, a.parent_id, ${SUMS} from allocations a ${JOIN}
     where a.id = any(?::text[]) or a.parent_id = any(?::text[]) group by a.id, a.parent_id`,
    [day, [...ids], [...ids]],
  );
  return rows.map(toSums);
};

/** Where trees begin: `select key, id` of head allocations. Drafts have no movements and are left out. */
export interface TreeRoots {
  readonly sql: string;
  readonly bindings: readonly Knex.RawBinding[];
}

/** Trees of the allotments with these numbers. */
export const allotmentRoots = (numbers: readonly string[]): TreeRoots => ({
  sql: "select allotment_no as key, id from allocations where is_head and allotment_no = any(?::text[])",
  bindings: [[...numbers]],
});

/** Trees of all allotments of a year under these policies that no other stands above; with a division, of those alone that reach it. */
export const policyRoots = (policyCodes: readonly string[], year: number, division?: string): TreeRoots => ({
  sql: `select i.policy_code as key, a.id from allocations a join allotments i on i.allotment_no = a.allotment_no
        where a.parent_id is null and i.policy_code = any(?::text[]) and i.fiscal_year = ?${
          division === undefined
            ? ""
            : ` and exists (select 1 from allocations there where there.lineage = a.lineage and (there.recipient_division = ?
                or exists (select 1 from subsidy_batches b where b.allocation_id = there.id and b.village_code like ?)))`
        }`,
  bindings: [[...policyCodes], year, ...(division === undefined ? [] : [division, beginningWith(division)])],
});

const byKeyAndId = (one: TreeKey, other: TreeKey): number =>
  one.key === other.key ? (one.id < other.id ? -1 : 1) : one.key < other.key ? -1 : 1;

interface TreeKey {
  readonly key: string;
  readonly id: string;
}

/** Sums of every allocation in the trees, up to the day, in one statement; by key and id. */
export const findTreeSums = async (db: Knex, roots: TreeRoots, day: string): Promise<TreeSums[]> => {
  const { rows } = await db.raw<{
    rows: (SumsRow & {
      key: string;
      is_root: boolean;
      allotment_no: string;
      fiscal_year: number;
      function_code: string;
      gov_econ_code: string | null;
      dept_econ_code: string | null;
    })[];
  }>(
    `with recursive roots as (${roots.sql}),
     tree as (
       select key, id, true as is_root from roots
       union all
       select tree.key, below.id, false
       from tree cross join lateral (select id from allocations where parent_id = tree.id offset 0) as below
     )
     select tree.key, tree.is_root, i.allotment_no, i.fiscal_year, i.function_code, i.gov_econ_code, i.dept_econ_code,
       a.id, a.parent_id, booked.*
     from tree
     cross join lateral (select * from allocations where id = tree.id offset 0) as a
     join allotments i on i.allotment_no = a.allotment_no
     cross join lateral (${BOOKED}) as booked
     where i.state <> 'DRAFT'`,
    [...roots.bindings, day],
  );
  return rows.sort(byKeyAndId).map((row) => ({
    ...toSums(row),
    key: row.key,
    isRoot: row.is_root,
    allotmentNo: row.allotment_no,
    fiscalYear: row.fiscal_year,
    functionCode: row.function_code,
    govEconCode: row.gov_econ_code ?? undefined,
    deptEconCode: row.dept_econ_code ?? undefined,
  }));
};

/** Balance of each account in the money of a fiscal year, up to the day. */
export const findAccountBalances = async (
  db: Knex,
  accounts: readonly string[],
  year: number,
  day: string,
): Promise<Map<string, bigint>> => {
  const { rows } = await db.raw<{ rows: { account: string; balance: bigint }[] }>(
    `select p.account, sum(case p.direction when 'DEBIT' then p.amount_fen else -p.amount_fen end)::bigint as balance
     from postings p join allotments i on i.allotment_no = p.lineage
     where p.account = any(?::text[]) and i.fiscal_year = ? and p.occurred_on <= ? group by p.account`,
    [[...accounts], year, day],
  );
  return new Map(rows.map(({ account, balance }) => [account, balance]));
};
