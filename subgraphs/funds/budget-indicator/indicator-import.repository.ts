/** SQL of importing indicators: what the book holds of an indicator, and a new indicator with its movements. */
import type { Knex } from "knex";
import { insertRecords, type RecordOf } from "../../../platform/database/index.js";
import type { Fen } from "../../../platform/domain/index.js";
import { AllocationMethod } from "../fund-allocation/fund-allocation.enums.js";
import { ALLOCATIONS } from "../fund-allocation/fund-allocation.rows.js";
import { ACCOUNTS } from "../ledger/ledger.js";
import { postMovement } from "../ledger/movement.repository.js";
import { type BudgetBook, type DirectFlag, type FundLevel, type TransferType } from "./budget-indicator.enums.js";
import { IndicatorState } from "./budget-indicator.machine.js";
import { INDICATORS, type IndicatorRow } from "./budget-indicator.rows.js";

/** A checked row. */
export interface IndicatorItem {
  readonly indicatorNo: string;
  readonly upstreamNo?: string;
  readonly fiscalYear: number;
  readonly fundName: string;
  readonly policyCode?: string;
  readonly book: BudgetBook;
  readonly transferType?: TransferType;
  readonly direct: DirectFlag;
  readonly functionCode: string;
  readonly govEconCode?: string;
  readonly deptEconCode?: string;
  readonly sourceLevel: FundLevel;
  readonly amount: Fen;
  readonly issuedOn: string;
  readonly receivedOn?: string;
  readonly from?: string;
  readonly to: string;
  readonly agencyUscc?: string;
}

/** An indicator that is in the book. */
export interface StoredIndicator extends RecordOf<typeof INDICATORS> {
  /** Balance of the receiving division's account in its lineage. */
  readonly heldFen: Fen;
}

/** Indicators with these numbers and what is held of them. */
export const findHeld = async (
  trx: Knex.Transaction,
  numbers: readonly string[],
): Promise<Map<string, StoredIndicator>> => {
  const { rows } = await trx.raw<{ rows: (IndicatorRow & { readonly held_fen: bigint })[] }>(
    `select ${INDICATORS.columns("i").join(", ")}, (select coalesce(sum(case p.direction when 'DEBIT' then p.amount_fen else -p.amount_fen end), 0)::bigint
       from postings p where p.account = i.to_division and p.lineage = a.lineage) as held_fen
     from indicators i join allocations a on a.indicator_no = i.indicator_no and a.is_head
     where i.indicator_no = any(?::text[])`,
    [[...numbers]],
  );
  return new Map(rows.map((row) => [row.indicator_no, { ...INDICATORS.toRecord(row), heldFen: row.held_fen }]));
};

/** Writes an indicator, its head allocation and its movements. The indicator above is in the book. */
export const insertIndicator = async (trx: Knex.Transaction, item: IndicatorItem): Promise<void> => {
  const [above] =
    item.upstreamNo === undefined
      ? []
      : ((await trx("allocations")
          .select("id", "lineage", "to_division")
          .where({ indicator_no: item.upstreamNo, is_head: true })) as {
          id: string;
          lineage: string;
          to_division: string;
        }[]);
  const from = item.from ?? above?.to_division;
  const { to } = item;
  await insertRecords(trx, INDICATORS, [
    {
      ...item,
      policyCode: item.policyCode,
      transferType: item.transferType,
      govEconCode: item.govEconCode,
      deptEconCode: item.deptEconCode,
      upstreamNo: item.upstreamNo,
      receivedOn: item.receivedOn,
      agencyUscc: item.agencyUscc,
      fromDivisionCode: from,
      toDivisionCode: to,
      agencyDivision: from ?? to,
      state: item.receivedOn === undefined ? IndicatorState.ISSUED : IndicatorState.RECEIVED,
    },
  ]);
  const id = `FA-${item.indicatorNo}`;
  const lineage = above?.lineage ?? item.indicatorNo;
  await insertRecords(trx, ALLOCATIONS, [
    {
      id,
      indicatorNo: item.indicatorNo,
      lineage,
      parentId: above?.id,
      isHead: true,
      fromDivisionCode: from,
      toDivisionCode: to,
      toOrganizationId: undefined,
      toProjectCode: undefined,
      recipientDivision: to,
      amount: item.amount,
      method: AllocationMethod.ACTUAL,
      decidedOn: item.issuedOn,
      documentNo: item.indicatorNo,
    },
  ]);
  const giver = above?.to_division ?? (from === undefined ? ACCOUNTS.central : ACCOUNTS.revenue(from));
  const movement = { allocationId: id, lineage, amount: item.amount };
  await postMovement(trx, { ...movement, kind: "ALLOCATE_DOWN", giver, receiver: ACCOUNTS.transit, on: item.issuedOn });
  if (item.receivedOn !== undefined)
    await postMovement(trx, {
      ...movement,
      kind: "RECEIVE",
      giver: ACCOUNTS.transit,
      receiver: item.to,
      on: item.receivedOn,
    });
};
