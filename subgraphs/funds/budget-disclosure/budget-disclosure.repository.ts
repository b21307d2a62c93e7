/** SQL of budgets and final accounts; the unpublished ones a viewer may not know of never leave the database. */
import type { Knex } from "knex";
import { divisionPrefix, type Viewer } from "../../../platform/auth/index.js";
import { beginningWith, readableRows } from "../../../platform/database/index.js";
import type { BudgetDisclosureFilter } from "./budget-disclosure.input.js";
import { WHOSE_DISCLOSURE } from "./budget-disclosure.policy.js";
import type { BudgetDisclosureKind, BudgetSide } from "./budget-disclosure.enums.js";
import type { BudgetDisclosure, BudgetNarrative, BudgetTableLine } from "./budget-disclosure.type.js";

/** A row of `budget_disclosures`. */
export interface BudgetDisclosureRow {
  readonly id: string;
  readonly unit_id: string;
  readonly unit_uscc: string | null;
  readonly division_code: string;
  readonly year: number;
  readonly kind: BudgetDisclosureKind;
  readonly approved_on: string;
  readonly published_on: string | null;
  readonly narrative: BudgetNarrative[];
}

/** A line with the table it stands in. */
export interface StoredLine extends BudgetTableLine {
  readonly disclosureId: string;
  readonly tableNo: number;
}

/** The disclosure of a row: a publication after the day has not happened yet. */
export const toDisclosure =
  (day: string) =>
  (row: BudgetDisclosureRow): BudgetDisclosure => ({
    id: row.id,
    year: row.year,
    kind: row.kind,
    approvedOn: row.approved_on,
    publishedOn: row.published_on !== null && row.published_on <= day ? row.published_on : undefined,
    narrative: row.narrative,
    unitId: row.unit_id,
    unitUscc: row.unit_uscc ?? undefined,
    divisionCode: row.division_code,
  });

/** Disclosures that the viewer may know of on the day. */
export const visibleDisclosures = (
  db: Knex,
  viewer: Viewer,
  day: string,
  filter?: BudgetDisclosureFilter,
): Knex.QueryBuilder => {
  const query = readableRows(db("budget_disclosures").select("*").where("approved_on", "<=", day), WHOSE_DISCLOSURE, {
    viewer,
    today: day,
  });
  if (filter?.year != null) query.where("year", filter.year);
  if (filter?.kind) query.where("kind", filter.kind);
  if (filter?.division) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  return query;
};

/** A day of approval and the last day for publication. */
export interface PublicationLimit {
  readonly approvedOn: string;
  readonly dueOn: string;
}

/** All days of approval up to the day. */
export const findApprovalDays = (db: Knex, day: string): Promise<string[]> =>
  db("budget_disclosures").where("approved_on", "<=", day).distinct().pluck("approved_on");

/** Narrows disclosures to those past their limit on the day, or to the others; without a limit a disclosure is not late. */
export const whereLate = (
  query: Knex.QueryBuilder,
  limits: readonly PublicationLimit[],
  { day, late }: { readonly day: string; readonly late: boolean },
): Knex.QueryBuilder =>
  query.whereRaw(
    `${late ? "" : "not "}exists (select 1 from unnest(?::date[], ?::date[]) as limits(approved_on, due_on)
       where limits.approved_on = budget_disclosures.approved_on and least(coalesce(published_on, ?::date), ?::date) > due_on)`,
    [limits.map(({ approvedOn }) => approvedOn), limits.map(({ dueOn }) => dueOn), day, day],
  );

/** Lines of these disclosures in order. */
export const findTableLines = async (db: Knex, ids: readonly string[]): Promise<StoredLine[]> => {
  const rows = (await db("budget_table_lines")
    .whereIn("disclosure_id", [...ids])
    .orderBy(["disclosure_id", "table_no", "line_no"])) as {
    disclosure_id: string;
    table_no: number;
    side: BudgetSide;
    code: string | null;
    name: string;
    heading: string | null;
    amount_fen: bigint;
  }[];
  return rows.map((row) => ({
    disclosureId: row.disclosure_id,
    tableNo: row.table_no,
    side: row.side,
    code: row.code ?? undefined,
    name: row.name,
    heading: row.heading ?? undefined,
    amount: row.amount_fen,
  }));
};
