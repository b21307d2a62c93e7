/** SQL of importing indicators: what the book holds of an indicator, and a new indicator with its movements. */
import type { Knex } from "knex";
import type { Fen } from "../../../platform/domain/index.js";
import { ACCOUNTS } from "../ledger/ledger.js";
import { postMovement } from "../ledger/movement.repository.js";
import {
  IndicatorState,
  type BudgetBook,
  type DirectFlag,
  type FundLevel,
  type TransferType,
} from "./budget-indicator.enums.js";

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
export interface StoredIndicator {
  readonly amountFen: bigint;
  readonly fiscalYear: number;
  readonly toDivision: string;
  readonly issuedOn: string;
  readonly functionCode: string;
  readonly upstreamNo?: string;
  /** Balance of the receiving division's account in its lineage. */
  readonly heldFen: bigint;
}

/** Indicators with these numbers and what is held of them. */
export const findHeld = async (
  trx: Knex.Transaction,
  numbers: readonly string[],
): Promise<Map<string, StoredIndicator>> => {
  const { rows } = await trx.raw<{
    rows: {
      indicator_no: string;
      amount_fen: bigint;
      fiscal_year: number;
      to_division: string;
      issued_on: string;
      function_code: string;
      upstream_no: string | null;
      held_fen: bigint;
    }[];
  }>(
    `select i.*, (select coalesce(sum(case p.direction when 'DEBIT' then p.amount_fen else -p.amount_fen end), 0)::bigint
       from postings p where p.account = i.to_division and p.lineage = a.lineage) as held_fen
     from indicators i join allocations a on a.indicator_no = i.indicator_no and a.is_head
     where i.indicator_no = any(?::text[])`,
    [[...numbers]],
  );
  return new Map(
    rows.map((row) => [
      row.indicator_no,
      {
        amountFen: row.amount_fen,
        fiscalYear: row.fiscal_year,
        toDivision: row.to_division,
        issuedOn: row.issued_on,
        functionCode: row.function_code,
        upstreamNo: row.upstream_no ?? undefined,
        heldFen: row.held_fen,
      },
    ]),
  );
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
  await trx("indicators").insert({
    indicator_no: item.indicatorNo,
    fiscal_year: item.fiscalYear,
    fund_name: item.fundName,
    policy_code: item.policyCode ?? null,
    book: item.book,
    transfer_type: item.transferType ?? null,
    direct: item.direct,
    function_code: item.functionCode,
    gov_econ_code: item.govEconCode ?? null,
    dept_econ_code: item.deptEconCode ?? null,
    source_level: item.sourceLevel,
    upstream_no: item.upstreamNo ?? null,
    amount_fen: String(item.amount),
    issued_on: item.issuedOn,
    received_on: item.receivedOn ?? null,
    from_division: from ?? null,
    to_division: item.to,
    agency_uscc: item.agencyUscc ?? null,
    agency_division: from ?? item.to,
    state: item.receivedOn === undefined ? IndicatorState.ISSUED : IndicatorState.RECEIVED,
  });
  const id = `FA-${item.indicatorNo}`;
  const lineage = above?.lineage ?? item.indicatorNo;
  await trx("allocations").insert({
    id,
    indicator_no: item.indicatorNo,
    lineage,
    parent_id: above?.id ?? null,
    is_head: true,
    from_division: from ?? null,
    to_division: item.to,
    recipient_division: item.to,
    amount_fen: String(item.amount),
    method: "ACTUAL",
    decided_on: item.issuedOn,
    document_no: item.indicatorNo,
  });
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
