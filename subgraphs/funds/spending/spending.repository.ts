/** SQL of spending: payments that everyone may know of by category, the book's own sum, and how many persons are in the difference. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith } from "../../../platform/database/index.js";
import { MIN_GROUP } from "../../../platform/disclosure/suppression/index.js";
import { LEVELS } from "../suppression/withheld-divisions.js";
import { SpendingDimension } from "./spending.enums.js";

/** Which money: of a fiscal year, held in the division or below it, up to a day. */
export interface SpendingScope {
  readonly year: number;
  readonly division?: string;
  readonly day: string;
}

const CODES: Readonly<Record<SpendingDimension, string>> = {
  [SpendingDimension.FUNCTION]: "paid.function_code",
  [SpendingDimension.FUNCTION_CLASS]: "left(paid.function_code, 3)",
  [SpendingDimension.GOV_ECON]: "i.gov_econ_code",
  [SpendingDimension.DEPT_ECON]: "paid.dept_econ_code",
  [SpendingDimension.RECIPIENT_DIVISION]: "a.recipient_division",
  [SpendingDimension.PROJECT_CATEGORY]: "project.category",
  [SpendingDimension.SOURCE_LEVEL]: "i.source_level",
};

// What came back of a batch is one household's amount: returns are those of bodies alone.
const PUBLIC_MOVEMENTS = `(
  select allocation_id, movement_id, function_code, dept_econ_code, 1 as sign from payments
    where payee_kind = 'ORGANIZATION' or (payee_kind = 'BATCH' and payee_count >= ${MIN_GROUP})
  union all
  select allocation_id, return_movement_id, function_code, dept_econ_code, -1 from payments
    where payee_kind = 'ORGANIZATION' and return_movement_id is not null) as paid
  join postings entry on entry.movement_id = paid.movement_id and entry.direction = 'CREDIT'`;

const SCOPED = `i.fiscal_year = ? and entry.occurred_on <= ? and a.recipient_division like ?`;

const scopeBindings = ({ year, day, division }: SpendingScope): (string | number)[] => [
  year,
  day,
  beginningWith(division === undefined ? "" : divisionPrefix(division)),
];

/** A category before its name; the code is empty where the payments have none. */
export interface CategoryRow {
  readonly code: string;
  readonly amount_fen: bigint;
  readonly payment_count: number;
}

/** Categories of payments that everyone may know of. */
export const spendingCategories = (db: Knex, scope: SpendingScope, dimension: SpendingDimension): Knex.QueryBuilder =>
  db.select("categories.*").from(
    db.raw(
      `(select coalesce(${CODES[dimension]}, '') as code, sum(entry.amount_fen * paid.sign)::bigint as amount_fen,
          count(*) filter (where paid.sign = 1)::int as payment_count
        from ${PUBLIC_MOVEMENTS}
        join allocations a on a.id = paid.allocation_id
        join allotments i on i.allotment_no = a.allotment_no
        left join fund_projects project on project.project_code = a.to_project_code
        where ${SCOPED} group by 1) as categories`,
      scopeBindings(scope),
    ),
  );

/** Sum of the categories, and of all payments of the book; returns taken off. */
export const findSpendingSums = async (
  db: Knex,
  scope: SpendingScope,
): Promise<{ readonly categorised: bigint; readonly total: bigint }> => {
  const { rows } = await db.raw<{ rows: { categorised: bigint; total: bigint }[] }>(
    `select
       (select coalesce(sum(entry.amount_fen * paid.sign), 0)::bigint from ${PUBLIC_MOVEMENTS}
        join allocations a on a.id = paid.allocation_id join allotments i on i.allotment_no = a.allotment_no
        where ${SCOPED}) as categorised,
       (select coalesce(sum(case entry.kind when 'PAY' then entry.amount_fen else -entry.amount_fen end), 0)::bigint
        from postings entry
        join allocations a on a.id = entry.allocation_id join allotments i on i.allotment_no = a.allotment_no
        where entry.direction = 'CREDIT' and entry.kind in ('PAY', 'PAY_RETURN') and ${SCOPED}) as total`,
    [...scopeBindings(scope), ...scopeBindings(scope)],
  );
  return rows[0]!;
};

/** Persons in what no category holds: of one scheme, or those paid one by one. */
export interface UncategorisedCount {
  readonly scheme: string;
  readonly division: string;
  readonly count: number;
}

/**
 * Persons of a year's money outside the categories, by scheme and by divisions of every level: those whose money stayed with them, and
 * apart from them, because their amounts are taken off, those of larger batches whose money came back and was not paid again.
 */
export const countUncategorised = async (
  db: Knex,
  { year, day }: Pick<SpendingScope, "year" | "day">,
): Promise<UncategorisedCount[]> => {
  const { rows } = await db.raw<{ rows: UncategorisedCount[] }>(
    `with lines as (
       select p.allocation_id, p.payee_count >= ${MIN_GROUP} as public, coalesce(p.policy_code, '') as policy, l.recipient_hash, l.repaid_payment_no,
         l.returned_on <= :day is true as returned, again.paid_on <= :day is true as repaid
       from payments p
       join subsidy_batches b on b.payment_no = p.payment_no
       join subsidy_lines l on l.batch_no = b.batch_no
       left join payments again on again.payment_no = l.repaid_payment_no
       where p.payee_kind = 'BATCH' and p.paid_on <= :day and (p.payee_count < ${MIN_GROUP} or l.returned_on <= :day)
     ), outside as (
       select allocation_id, '' as scheme, coalesce(payee_subject, payment_no) as person from payments p
         where payee_kind = 'PERSON' and paid_on <= :day and (returned_on <= :day and returned_fen = amount_fen) is not true
           and not exists (select 1 from lines where lines.public and lines.repaid_payment_no = p.payment_no)
       union all
       select allocation_id, 'paid ' || policy, recipient_hash from lines where not public and not returned
       union all
       select allocation_id, 'returned ' || policy, recipient_hash from lines where public and returned and not repaid
     )
     select scheme, left(rpad(a.recipient_division, 9, '0'), digits) as division, count(distinct person)::int as count
     from outside
     join allocations a on a.id = outside.allocation_id
     join allotments i on i.allotment_no = a.allotment_no and i.fiscal_year = :year
     cross join unnest(:levels::int[]) as level(digits) group by 1, 2`,
    { day, year, levels: [...LEVELS] },
  );
  return rows;
};
