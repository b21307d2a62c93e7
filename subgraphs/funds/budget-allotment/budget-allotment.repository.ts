/** SQL of allotments; drafts the viewer may not know of never leave the database. */
import type { Knex } from "knex";
import { divisionPrefix, type Viewer } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows } from "../../../platform/database/index.js";
import { badInput } from "../../../platform/errors/service-error.js";
import type { PageArgs } from "../../../platform/graphql/connection.type.js";
import type { CursorCodec, Page } from "../../../platform/graphql/lists/index.js";
import { readPage } from "../../../platform/graphql/page.js";
import { BudgetAllotmentOrder, type BudgetAllotmentFilter } from "./budget-allotment.input.js";
import { WHOSE_ALLOTMENT } from "./budget-allotment.policy.js";
import { ALLOTMENTS, type AllotmentRow } from "./budget-allotment.rows.js";
import { AdjustmentKind } from "./budget-allotment.enums.js";
import type { BudgetAllotment, AllotmentAdjustment } from "./budget-allotment.type.js";

const shown = ALLOTMENTS.to<BudgetAllotment>()();

const toAllotment = (row: AllotmentRow): BudgetAllotment => shown(row, {});

const visibleAllotments = (db: Knex, viewer: Viewer): Knex.QueryBuilder =>
  readableRows(db("allotments").select(ALLOTMENTS.columns("allotments")), WHOSE_ALLOTMENT, {
    viewer,
    table: "allotments",
  });

/** Allotments with these numbers that the viewer may know of, in no order. */
export const findAllotments = async (
  db: Knex,
  viewer: Viewer,
  numbers: readonly string[],
): Promise<BudgetAllotment[]> =>
  ((await visibleAllotments(db, viewer).whereIn("allotment_no", [...numbers])) as AllotmentRow[]).map(toAllotment);

/** A page of the allotments that the viewer may know of. */
export const listAllotments = (
  db: Knex,
  viewer: Viewer,
  { filter, orderBy }: { readonly filter?: BudgetAllotmentFilter; readonly orderBy: BudgetAllotmentOrder },
  page: PageArgs,
  cursors: CursorCodec,
): Promise<Page<BudgetAllotment>> => {
  const query = visibleAllotments(db, viewer);
  if (filter?.year != null) query.where("fiscal_year", filter.year);
  if (filter?.budgetCategory) query.where("budget_category", filter.budgetCategory);
  if (filter?.direct) query.where("direct", filter.direct);
  if (filter?.toDivision) query.whereLike("to_division", beginningWith(divisionPrefix(filter.toDivision)));
  if (filter?.functionPrefix != null) {
    if (!/^\d{1,7}$/.test(filter.functionPrefix)) {
      throw badInput("functionPrefix", "FUNCTION_CODE", "functionPrefix is one to seven digits.");
    }
    query.whereLike("function_code", beginningWith(filter.functionPrefix));
  }
  return readPage<AllotmentRow, BudgetAllotment>({
    query,
    orderBy: [
      { column: orderBy === BudgetAllotmentOrder.AMOUNT ? "amount_fen" : "issued_on", direction: "desc" },
      { column: "allotment_no", direction: "desc" },
    ],
    ordering: `budgetAllotments:${orderBy}`,
    filter: filter ?? {},
    page,
    cursors,
    toNode: toAllotment,
  });
};

/** What was added to or taken back from these allotments up to the day, at most 100 each, earliest first. */
export const findAdjustments = async (
  db: Knex,
  numbers: readonly string[],
  day: string,
): Promise<{ readonly allotmentNo: string; readonly adjustment: AllotmentAdjustment }[]> => {
  const { rows } = await db.raw<{
    rows: { allotment_no: string; kind: string; amount_fen: bigint; occurred_on: string }[];
  }>(
    `select * from (
       select a.allotment_no, p.kind, p.amount_fen, p.occurred_on,
         row_number() over (partition by a.allotment_no order by p.occurred_on, p.movement_id) as place
       from allocations a join postings p on p.allocation_id = a.id and p.direction = 'CREDIT'
       where a.is_head and a.allotment_no = any(?::text[]) and p.kind in ('ADJUST', 'RECLAIM') and p.occurred_on <= ?
     ) as ranked where place <= 100 order by allotment_no, place`,
    [[...numbers], day],
  );
  return rows.map((row) => ({
    allotmentNo: row.allotment_no,
    adjustment: {
      kind: row.kind === "ADJUST" ? AdjustmentKind.ADDED : AdjustmentKind.TAKEN_BACK,
      amount: row.amount_fen,
      on: row.occurred_on,
    },
  }));
};

/** The one organisation to which all was passed that was made out of these allotments; none where anyone else received. */
export const findUnits = async (
  db: Knex,
  numbers: readonly string[],
): Promise<{ readonly allotmentNo: string; readonly unitId: string }[]> => {
  const { rows } = await db.raw<{ rows: { allotment_no: string; unit_id: string }[] }>(
    `select head.allotment_no, min(part.to_organization_id) as unit_id
     from allocations head join allocations part on part.parent_id = head.id
     join allotments i on i.allotment_no = part.allotment_no and i.state <> 'DRAFT'
     where head.is_head and head.allotment_no = any(?::text[])
     group by head.allotment_no
     having count(distinct part.to_organization_id) = 1 and count(part.to_organization_id) = count(*)`,
    [[...numbers]],
  );
  return rows.map((row) => ({ allotmentNo: row.allotment_no, unitId: row.unit_id }));
};
