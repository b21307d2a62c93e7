/** SQL of budgets and final accounts; the unpublished ones a viewer may not know of never leave the database. */
import type { Knex } from "knex";
import { divisionPrefix, type Viewer } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows, type RecordOf, type RowOf } from "../../../platform/database/index.js";
import { comeBy } from "../../../platform/domain/index.js";
import type { BudgetDisclosureFilter } from "./budget-disclosure.input.js";
import { WHOSE_DISCLOSURE } from "./budget-disclosure.policy.js";
import { BUDGET_DISCLOSURES, BUDGET_TABLE_LINES, type BudgetDisclosureRow } from "./budget-disclosure.rows.js";
import { STORED_NARRATIVE } from "./budget-disclosure.stored.js";
import type { BudgetDisclosure } from "./budget-disclosure.type.js";

/** A line with the table it stands in. */
export type StoredLine = RecordOf<typeof BUDGET_TABLE_LINES>;

const shown = BUDGET_DISCLOSURES.to<BudgetDisclosure>()("narrative", "publishedOn");

/** The disclosure of a row: a publication after the day has not happened yet. */
export const toDisclosure =
  (day: string) =>
  (row: BudgetDisclosureRow): BudgetDisclosure =>
    shown(row, {
      publishedOn: comeBy(row.published_on, day),
      narrative: row.narrative.map(STORED_NARRATIVE.read),
    });

/** Disclosures that the viewer may know of on the day. */
export const visibleDisclosures = (
  db: Knex,
  viewer: Viewer,
  day: string,
  filter?: BudgetDisclosureFilter,
): Knex.QueryBuilder => {
  const query = readableRows(
    db("budget_disclosures").select(BUDGET_DISCLOSURES.columns()).where("replied_on", "<=", day),
    WHOSE_DISCLOSURE,
    {
      viewer,
      today: day,
    },
  );
  if (filter?.year != null) query.where("year", filter.year);
  if (filter?.kind) query.where("kind", filter.kind);
  if (filter?.division) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  return query;
};

/** Disclosures with these ids that the viewer may know of on the day, in no order. */
export const findDisclosures = async (
  db: Knex,
  viewer: Viewer,
  day: string,
  ids: readonly string[],
): Promise<BudgetDisclosure[]> =>
  ((await visibleDisclosures(db, viewer, day).whereIn("id", [...ids])) as BudgetDisclosureRow[]).map(toDisclosure(day));

/** Those of a unit. */
export const disclosuresOfUnit = (db: Knex, viewer: Viewer, day: string, unitId: Knex.Raw): Knex.QueryBuilder =>
  visibleDisclosures(db, viewer, day).where("unit_id", unitId);

/** A day of approval and the last day for publication. */
export interface PublicationLimit {
  readonly repliedOn: string;
  readonly dueOn: string;
}

/** All days of approval up to the day. */
export const findReplyDays = (db: Knex, day: string): Promise<string[]> =>
  db("budget_disclosures").where("replied_on", "<=", day).distinct().pluck("replied_on");

/** Narrows disclosures to those past their limit on the day, or to the others; without a limit a disclosure is not late. */
export const narrowToLate = (
  query: Knex.QueryBuilder,
  limits: readonly PublicationLimit[],
  { day, late }: { readonly day: string; readonly late: boolean },
): Knex.QueryBuilder =>
  query.whereRaw(
    `${late ? "" : "not "}exists (select 1 from unnest(?::date[], ?::date[]) as limits(replied_on, due_on)
       where limits.replied_on = budget_disclosures.replied_on and least(coalesce(published_on, ?::date), ?::date) > due_on)`,
    [limits.map(({ repliedOn }) => repliedOn), limits.map(({ dueOn }) => dueOn), day, day],
  );

/** Lines of these disclosures in order. */
export const findTableLines = async (db: Knex, ids: readonly string[]): Promise<StoredLine[]> => {
  const rows = (await db("budget_table_lines")
    .select(BUDGET_TABLE_LINES.columns())
    .whereIn("disclosure_id", [...ids])
    .orderBy(["disclosure_id", "table_no", "line_no"])) as RowOf<typeof BUDGET_TABLE_LINES>[];
  return rows.map(BUDGET_TABLE_LINES.toRecord);
};
