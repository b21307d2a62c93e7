/** SQL of indicators; drafts the viewer may not know of never leave the database. */
import type { Knex } from "knex";
import { divisionPrefix, type Viewer } from "../../../platform/auth/index.js";
import { beginningWith, readableRows } from "../../../platform/database/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { readPage, type CursorCodec, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import { BudgetIndicatorOrder, type BudgetIndicatorFilter } from "./budget-indicator.input.js";
import { WHOSE_INDICATOR } from "./budget-indicator.policy.js";
import { INDICATORS, type IndicatorRow } from "./budget-indicator.rows.js";
import { AdjustmentKind } from "./budget-indicator.enums.js";
import type { BudgetIndicator, IndicatorAdjustment } from "./budget-indicator.type.js";

const shown = INDICATORS.to<BudgetIndicator>()();

const toIndicator = (row: IndicatorRow): BudgetIndicator => shown(row, {});

const visibleIndicators = (db: Knex, viewer: Viewer): Knex.QueryBuilder =>
  readableRows(db("indicators").select(INDICATORS.columns("indicators")), WHOSE_INDICATOR, {
    viewer,
    table: "indicators",
  });

/** Indicators with these numbers that the viewer may know of, in no order. */
export const findIndicators = async (
  db: Knex,
  viewer: Viewer,
  numbers: readonly string[],
): Promise<BudgetIndicator[]> =>
  ((await visibleIndicators(db, viewer).whereIn("indicator_no", [...numbers])) as IndicatorRow[]).map(toIndicator);

/** A page of the indicators that the viewer may know of. */
export const listIndicators = (
  db: Knex,
  viewer: Viewer,
  { filter, orderBy }: { readonly filter?: BudgetIndicatorFilter; readonly orderBy: BudgetIndicatorOrder },
  page: PageArgs,
  cursors: CursorCodec,
): Promise<Page<BudgetIndicator>> => {
  const query = visibleIndicators(db, viewer);
  if (filter?.year != null) query.where("fiscal_year", filter.year);
  if (filter?.book) query.where("book", filter.book);
  if (filter?.direct) query.where("direct", filter.direct);
  if (filter?.toDivision) query.whereLike("to_division", beginningWith(divisionPrefix(filter.toDivision)));
  if (filter?.functionPrefix != null) {
    if (!/^\d{1,7}$/.test(filter.functionPrefix)) {
      throw badInput("functionPrefix", "FUNCTION_CODE", "functionPrefix is one to seven digits.");
    }
    query.whereLike("function_code", beginningWith(filter.functionPrefix));
  }
  return readPage<IndicatorRow, BudgetIndicator>({
    query,
    orderBy: [
      { column: orderBy === BudgetIndicatorOrder.AMOUNT ? "amount_fen" : "issued_on", direction: "desc" },
      { column: "indicator_no", direction: "desc" },
    ],
    ordering: `budgetIndicators:${orderBy}`,
    filter: filter ?? {},
    page,
    cursors,
    toNode: toIndicator,
  });
};

/** What was added to or taken back from these indicators up to the day, at most 100 each, earliest first. */
export const findAdjustments = async (
  db: Knex,
  numbers: readonly string[],
  day: string,
): Promise<{ readonly indicatorNo: string; readonly adjustment: IndicatorAdjustment }[]> => {
  const { rows } = await db.raw<{
    rows: { indicator_no: string; kind: string; amount_fen: bigint; occurred_on: string }[];
  }>(
    `select * from (
       select a.indicator_no, p.kind, p.amount_fen, p.occurred_on,
         row_number() over (partition by a.indicator_no order by p.occurred_on, p.movement_id) as place
       from allocations a join postings p on p.allocation_id = a.id and p.direction = 'CREDIT'
       where a.is_head and a.indicator_no = any(?::text[]) and p.kind in ('ADJUST', 'RECLAIM') and p.occurred_on <= ?
     ) as ranked where place <= 100 order by indicator_no, place`,
    [[...numbers], day],
  );
  return rows.map((row) => ({
    indicatorNo: row.indicator_no,
    adjustment: {
      kind: row.kind === "ADJUST" ? AdjustmentKind.ADDED : AdjustmentKind.TAKEN_BACK,
      amount: row.amount_fen,
      on: row.occurred_on,
    },
  }));
};

/** The one organisation to which all was passed that was made out of these indicators; none where anyone else received. */
export const findUnits = async (
  db: Knex,
  numbers: readonly string[],
): Promise<{ readonly indicatorNo: string; readonly unitId: string }[]> => {
  const { rows } = await db.raw<{ rows: { indicator_no: string; unit_id: string }[] }>(
    `select head.indicator_no, min(part.to_organization_id) as unit_id
     from allocations head join allocations part on part.parent_id = head.id
     join indicators i on i.indicator_no = part.indicator_no and i.state <> 'DRAFT'
     where head.is_head and head.indicator_no = any(?::text[])
     group by head.indicator_no
     having count(distinct part.to_organization_id) = 1 and count(part.to_organization_id) = count(*)`,
    [[...numbers]],
  );
  return rows.map((row) => ({ indicatorNo: row.indicator_no, unitId: row.unit_id }));
};
