/** SQL of allocations and of the three flows they make; drafts the viewer may not know of end a branch. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { beginningWith, readableRows, readableSql, type Condition } from "../../../platform/database/index.js";
import { WHOSE_ALLOTMENT } from "../budget-allotment/budget-allotment.policy.js";
import { ALLOCATIONS, type AllocationRow } from "./fund-allocation.rows.js";
import { STORED_FACTOR } from "./fund-allocation.stored.js";
import type { FundAllocation } from "./fund-allocation.type.js";

const shown = ALLOCATIONS.to<FundAllocation>()("factors");

/** The allocation of a row. */
export const toAllocation = (row: AllocationRow): FundAllocation =>
  shown(row, { factors: row.factors.map(STORED_FACTOR.read) });

/** Which flow of a policy. */
export interface PolicyFlow {
  readonly year: number;
  readonly depth: number;
  /** Only allocations on the way to recipients in this division. */
  readonly toVillage?: string;
}

/** Which flow of a division. */
export interface DivisionFlow {
  readonly year: number;
  readonly direction: "IN" | "OUT";
}

const visibleAllocations = (db: Knex, viewer: Viewer): Knex.QueryBuilder =>
  readableRows(
    db("allocations as a").join("allotments as i", "i.allotment_no", "a.allotment_no").select(ALLOCATIONS.columns("a")),
    WHOSE_ALLOTMENT,
    { viewer, table: "i" },
  );

/** Allocations with these ids that the viewer may know of, in no order. */
export const findAllocations = async (db: Knex, viewer: Viewer, ids: readonly string[]): Promise<FundAllocation[]> =>
  ((await visibleAllocations(db, viewer).whereIn("a.id", [...ids])) as AllocationRow[]).map(toAllocation);

/** Narrows a tree to the way to somewhere. */
interface Way {
  readonly sql: string;
  /** Condition that leaves what is on the way. */
  readonly only: string;
  readonly bindings: readonly Knex.RawBinding[];
}

/**
 * Allocations from `start` (`id, depth`) down to the depth. Each step looks up what is below one allocation: PostgreSQL expects a tree
 * to be most of the table, and `offset 0` keeps it from reading the table for each level.
 */
const descent = (
  db: Knex,
  start: { readonly sql: string; readonly bindings: readonly Knex.RawBinding[] },
  depth: number,
  visible: Condition,
  way: Way,
): Knex.QueryBuilder =>
  db.select("flow.*").from(
    db.raw(
      `(with recursive tree as (
          ${start.sql}
          union all
          select a.id, tree.depth + 1
          from tree cross join lateral (select id, allotment_no from allocations where parent_id = tree.id offset 0) as a
          join allotments i on i.allotment_no = a.allotment_no
          where tree.depth < ? and ${visible.sql}
        )${way.sql}
        select tree.depth, ${ALLOCATIONS.columns("a").join(", ")} 
        from tree cross join lateral (select * from allocations where id = tree.id offset 0) as a ${way.only}) as flow`,
      [...start.bindings, depth, ...visible.bindings, ...way.bindings],
    ),
  );

const EVERYWHERE: Way = { sql: "", only: "", bindings: [] };

/** Upwards from the recipients in a division, and from what pays households of its villages. */
const wayTo = (division: string): Way => ({
  sql: `, way as (
      select a.id, a.parent_id from tree cross join lateral (select * from allocations where id = tree.id offset 0) as a
      where a.recipient_division = ?
        or exists (select 1 from subsidy_batches b where b.allocation_id = a.id and b.village_code like ?)
      union
      select a.id, a.parent_id
      from way cross join lateral (select id, parent_id from allocations where id = way.parent_id offset 0) as a
    )`,
  only: "where tree.id in (select id from way)",
  bindings: [division, beginningWith(division)],
});

/** Allocations below an allotment. */
export const downstreamQuery = (db: Knex, viewer: Viewer, depth: number, allotmentNo: Knex.Raw): Knex.QueryBuilder => {
  const visible = readableSql(WHOSE_ALLOTMENT, { viewer, table: "i" });
  const start = {
    sql: `select a.id, 1 as depth from allocations head join allocations a on a.parent_id = head.id
      join allotments i on i.allotment_no = a.allotment_no
      where head.is_head and head.allotment_no = ? and ${visible.sql}`,
    bindings: [allotmentNo, ...visible.bindings],
  };
  return descent(db, start, depth, visible, EVERYWHERE);
};

/** Allocations of a year's money under a policy, from the source down; with `toVillage` only the way there. */
export const policyFlowQuery = (
  db: Knex,
  viewer: Viewer,
  flow: PolicyFlow,
  policyCode: Knex.Raw,
): Knex.QueryBuilder => {
  const visible = readableSql(WHOSE_ALLOTMENT, { viewer, table: "i" });
  const start = {
    sql: `select a.id, 1 as depth from allotments i join allocations a on a.allotment_no = i.allotment_no
      where a.parent_id is null and i.policy_code = ? and i.fiscal_year = ? and ${visible.sql}`,
    bindings: [policyCode, flow.year, ...visible.bindings],
  };
  return descent(db, start, flow.depth, visible, flow.toVillage == null ? EVERYWHERE : wayTo(flow.toVillage));
};

/** Allocations into or out of a division in a fiscal year. */
export const divisionFlowQuery = (db: Knex, viewer: Viewer, flow: DivisionFlow, code: Knex.Raw): Knex.QueryBuilder =>
  visibleAllocations(db, viewer)
    .where(flow.direction === "IN" ? "a.to_division" : "a.from_division", code)
    .where("i.fiscal_year", flow.year);
