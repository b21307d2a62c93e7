/** SQL of statistics: one statement for many parents, over the queries that list the records. */
import type { Knex } from "knex";
import type { Severity } from "../penalty/penalty.enums.js";

/** Makes the readable rows of a parent. */
export type RowsOf = (parent: Knex.Raw) => Knex.QueryBuilder;

/**
 * How rows belong to a parent: a division's are those whose code begins with its significant digits, said as a span of the index on
 * codes; ":" is the character after "9".
 */
const BELONGING = {
  division: "division_code ~>=~ :parent and division_code ~<~ (:parent || ':')",
  authority: "authority_id = :parent",
  matter: "matter_id = :parent",
} as const;

/** The rows of a query that belong to a parent. */
export const rowsBy =
  (by: keyof typeof BELONGING, query: Knex.QueryBuilder): RowsOf =>
  (parent) =>
    query.clone().whereRaw(BELONGING[by], { parent } as never);

/** How many rows of each severity each parent has. */
export const countBySeverity = async (
  db: Knex,
  parents: readonly string[],
  rowsOf: RowsOf,
): Promise<{ parent: string; severity: Severity; count: number }[]> => {
  const { rows } = (await db.raw(
    `select parents.parent, r.severity, count(*)::int from unnest(?::text[]) as parents(parent) cross join lateral (?) as r group by 1, 2`,
    [[...parents], rowsOf(db.raw("parents.parent"))],
  )) as { rows: { parent: string; severity: Severity; count: number }[] };
  return rows;
};

/** How many rows of each severity each authority of each parent has; those with most rows first. */
export const countByAuthority = async (
  db: Knex,
  parents: readonly string[],
  rowsOf: RowsOf,
): Promise<{ parent: string; authorityId: string; total: number; severity: Severity; count: number }[]> => {
  const { rows } = (await db.raw(
    `select parents.parent, r.authority_id as "authorityId", (sum(count(*)) over (partition by parents.parent, r.authority_id))::int as total,
       r.severity, count(*)::int
     from unnest(?::text[]) as parents(parent) cross join lateral (?) as r group by 1, 2, 4 order by 1, 3 desc, 2`,
    [[...parents], rowsOf(db.raw("parents.parent"))],
  )) as { rows: { parent: string; authorityId: string; total: number; severity: Severity; count: number }[] };
  return rows;
};

/** How many licences each parent has, and how they stand on the day. */
export const countLicences = async (
  db: Knex,
  parents: readonly string[],
  rowsOf: RowsOf,
  today: string,
): Promise<{ parent: string; total: number; valid: number; revoked: number }[]> => {
  const { rows } = (await db.raw(
    `select parents.parent, counted.* from unnest(?::text[]) as parents(parent) cross join lateral (
       select count(*)::int as total, count(*) filter (where r.revoked)::int as revoked,
         count(*) filter (where not r.revoked and coalesce(r.valid_from <= ?::date, true) and coalesce(r.valid_to >= ?::date, true))::int as valid
       from (?) as r) as counted`,
    [[...parents], today, today, rowsOf(db.raw("parents.parent"))],
  )) as { rows: { parent: string; total: number; valid: number; revoked: number }[] };
  return rows;
};

/** Every objection, whoever asks. */
export const objectionsQuery = (db: Knex): Knex.QueryBuilder => db("objections").select("*");

/** Objections decided in the year per parent; those about records that are repaired, sealed or never published are left out, for everybody (C4). */
export const countObjections = async (
  db: Knex,
  parents: readonly string[],
  rowsOf: RowsOf,
  { year, today }: { readonly year: number; readonly today: string },
): Promise<{ parent: string; decided: number; corrected: number }[]> => {
  const { rows } = (await db.raw(
    `select parents.parent, count(*)::int as decided, count(*) filter (where o.outcome = 'CORRECTED')::int as corrected
     from unnest(:parents::text[]) as parents(parent) cross join lateral (:objections) as o
     where o.decided_on between :first and :last and o.decided_on <= :today
       and not exists (select 1 from licences l where l.id = o.record_id and (l.counterparty_minor or l.sealed_by is not null))
       and not exists (select 1 from penalties p join severity_rules r on r.id = p.severity_rule_id
         where p.id = o.record_id and (p.counterparty_minor or p.sealed_by is not null or r.max_months = 0
         or (p.repaired_on <= :today and coalesce(p.republished_on > :today, true))))
       and not exists (select 1 from list_entries e where e.id = o.record_id
         and (e.revoked_on <= :today or (e.removed_on <= :today and coalesce(e.relisted_on > :today, true))))
     group by 1`,
    {
      parents: [...parents],
      objections: rowsOf(db.raw("parents.parent")),
      first: `${year}-01-01`,
      last: `${year}-12-31`,
      today,
    },
  )) as { rows: { parent: string; decided: number; corrected: number }[] };
  return rows;
};
