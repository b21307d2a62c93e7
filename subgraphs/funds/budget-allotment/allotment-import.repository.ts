/** SQL of importing allotments: what the book holds of an allotment, and a new allotment with its movements. */
import type { Knex } from "knex";
import type { RecordOf } from "../../../platform/database/index.js";
import type { Fen } from "../../../platform/domain/index.js";
import { ACCOUNTS } from "../ledger/ledger.js";
import { lockAccounts, postMovement } from "../ledger/movement.repository.js";
import { type BudgetCategory, type DirectFlag, type FundLevel, type TransferType } from "./budget-allotment.enums.js";
import { AllotmentState } from "./budget-allotment.machine.js";
import { ALLOTMENTS, type AllotmentRow } from "./budget-allotment.rows.js";
import { findFinanceDepartment, keepFinanceDepartment } from "./finance-department.repository.js";
import { findAbove, insertAllotmentRecords } from "./new-allotment.repository.js";

/** A checked row. */
export interface AllotmentItem {
  readonly allotmentNo: string;
  readonly upstreamNo?: string;
  readonly fiscalYear: number;
  readonly fundName: string;
  readonly policyCode?: string;
  readonly budgetCategory: BudgetCategory;
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

/** An allotment that is in the book. */
export interface StoredAllotment extends RecordOf<typeof ALLOTMENTS> {
  /** Balance of the receiving division's account in its lineage. */
  readonly heldFen: Fen;
}

/** Allotments with these numbers and what is held of them, which nobody else moves until the transaction ends. */
export const findHeld = async (
  trx: Knex.Transaction,
  numbers: readonly string[],
): Promise<Map<string, StoredAllotment>> => {
  const accounts = (await trx("allocations")
    .select("to_division as account", "lineage")
    .where("is_head", true)
    .whereIn("allotment_no", [...numbers])) as { readonly account: string; readonly lineage: string }[];
  // New parts are on their way first, so that what is in transit is locked with what is held.
  const lineages = [...new Set(accounts.map(({ lineage }) => lineage))];
  await lockAccounts(trx, [...accounts, ...lineages.map((lineage) => ({ account: ACCOUNTS.transit, lineage }))]);
  const { rows } = await trx.raw<{ rows: (AllotmentRow & { readonly held_fen: bigint })[] }>(
    `select ${ALLOTMENTS.columns("i").join(", ")}, (select coalesce(sum(case p.direction when 'DEBIT' then p.amount_fen else -p.amount_fen end), 0)::bigint
       from postings p where p.account = i.to_division and p.lineage = a.lineage) as held_fen
     from allotments i join allocations a on a.allotment_no = i.allotment_no and a.is_head
     where i.allotment_no = any(?::text[])`,
    [[...numbers]],
  );
  return new Map(rows.map((row) => [row.allotment_no, { ...ALLOTMENTS.toRecord(row), heldFen: row.held_fen }]));
};

/** Writes an allotment, its head allocation and its movements. The allotment above is in the book. */
export const insertAllotment = async (trx: Knex.Transaction, item: AllotmentItem): Promise<void> => {
  const above = item.upstreamNo === undefined ? undefined : await findAbove(trx, item.upstreamNo);
  const { from: named, to, ...allotment } = item;
  const from = named ?? above?.to_division;
  const issuer = from ?? to;
  if (item.agencyUscc !== undefined) await keepFinanceDepartment(trx, issuer, item.agencyUscc);
  const { id, lineage, giver } = await insertAllotmentRecords(
    trx,
    {
      ...allotment,
      policyCode: item.policyCode,
      transferType: item.transferType,
      govEconCode: item.govEconCode,
      deptEconCode: item.deptEconCode,
      upstreamNo: item.upstreamNo,
      carriedFrom: undefined,
      receivedOn: item.receivedOn,
      agencyUscc: item.agencyUscc,
      fromDivisionCode: from,
      toDivisionCode: to,
      agencyDivision: issuer,
      receiverUscc: await findFinanceDepartment(trx, to),
      state: item.receivedOn === undefined ? AllotmentState.ISSUED : AllotmentState.RECEIVED,
    },
    above,
  );
  const movement = { allocationId: id, lineage, amount: item.amount };
  await postMovement(trx, { ...movement, kind: "ALLOCATE_DOWN", giver, receiver: ACCOUNTS.transit, on: item.issuedOn });
  if (item.receivedOn !== undefined)
    await postMovement(trx, {
      ...movement,
      kind: "RECEIVE",
      giver: ACCOUNTS.transit,
      receiver: to,
      on: item.receivedOn,
    });
};
