/** SQL of a new allotment: its record and its head allocation, below the allocation out of whose money it is. */
import type { Knex } from "knex";
import { insertRecords, type NewOf, type RecordOf } from "../../../platform/database/index.js";
import { AllocationMethod } from "../fund-allocation/fund-allocation.enums.js";
import { ALLOCATIONS } from "../fund-allocation/fund-allocation.rows.js";
import { ACCOUNTS } from "../ledger/ledger.js";
import { AllotmentState } from "./budget-allotment.machine.js";
import { ALLOTMENTS, type AllotmentRow } from "./budget-allotment.rows.js";

/** An allocation to a division, out of which an allotment is made. */
export interface AboveAllocation {
  readonly id: string;
  readonly lineage: string;
  readonly to_division: string;
}

/** A new allotment's place in the book. */
export interface PlacedAllotment {
  readonly id: string;
  readonly lineage: string;
  /** Account that the money comes from. */
  readonly giver: string;
}

/** The head allocation of an allotment; with a division, the one by which the allotment's money reached it. */
export const findAbove = async (
  trx: Knex,
  allotmentNo: string,
  division?: string,
): Promise<AboveAllocation | undefined> => {
  const query = trx("allocations").select("id", "lineage", "to_division").where("allotment_no", allotmentNo);
  query.where(division === undefined ? { is_head: true } : { to_division: division });
  return ((await query.orderBy("is_head", "desc").orderBy("id").limit(1)) as AboveAllocation[])[0];
};

/** An allotment that was issued. */
export const findIssued = async (trx: Knex, allotmentNo: string): Promise<RecordOf<typeof ALLOTMENTS> | undefined> => {
  const row = (await trx(ALLOTMENTS.name)
    .first(...ALLOTMENTS.columns())
    .where("allotment_no", allotmentNo)
    .whereNot("state", AllotmentState.DRAFT)) as AllotmentRow | undefined;
  return row && ALLOTMENTS.toRecord(row);
};

/** The account that gives: that of the allocation above, else a budget's own revenue. */
export const giverOf = (above: AboveAllocation | undefined, from: string | undefined): string =>
  above?.to_division ?? (from === undefined ? ACCOUNTS.central : ACCOUNTS.revenue(from));

/** Inserts the allotment and its head allocation. Nothing is moved. */
export const insertAllotmentRecords = async (
  trx: Knex,
  allotment: NewOf<typeof ALLOTMENTS>,
  above: AboveAllocation | undefined,
): Promise<PlacedAllotment> => {
  const { allotmentNo, toDivisionCode: to, fromDivisionCode: from } = allotment;
  const id = `FA-${allotmentNo}`;
  const lineage = above?.lineage ?? allotmentNo;
  await insertRecords(trx, ALLOTMENTS, [allotment]);
  await insertRecords(trx, ALLOCATIONS, [
    {
      ...{ id, allotmentNo, lineage },
      parentId: above?.id,
      isHead: true,
      fromDivisionCode: from,
      toDivisionCode: to,
      toOrganizationId: undefined,
      toProjectCode: undefined,
      recipientDivision: to,
      amount: allotment.amount,
      method: AllocationMethod.ACTUAL,
      decidedOn: allotment.issuedOn,
      documentNo: allotmentNo,
    },
  ]);
  return { id, lineage, giver: giverOf(above, from) };
};
