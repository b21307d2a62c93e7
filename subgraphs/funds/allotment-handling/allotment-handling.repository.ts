/** SQL of what writes of allotments need beside the step: where the money is, and what is held of it. */
import type { Knex } from "knex";
import { insertRecords } from "../../../platform/database/index.js";
import type { Fen } from "../../../platform/domain/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import type { LockedRecord } from "../../../platform/write/index.js";
import { giverOf, type AboveAllocation } from "../budget-allotment/new-allotment.repository.js";
import { AllocationMethod } from "../fund-allocation/fund-allocation.enums.js";
import { ALLOCATIONS } from "../fund-allocation/fund-allocation.rows.js";
import type { FundProjectState } from "../fund-project/fund-project.machine.js";
import { ACCOUNTS, ledgersOf } from "../ledger/ledger.js";
import { findAllocationSums } from "../ledger/ledger.repository.js";
import { lockAccounts } from "../ledger/movement.repository.js";

/** The head allocation of an allotment: its account, and the one that the money comes from. None of it ever changes. */
export interface HeadAllocation {
  readonly id: string;
  readonly allotmentNo: string;
  readonly lineage: string;
  readonly division: string;
  readonly account: string;
  readonly giver: string;
  /** The account that what is taken back goes to. */
  readonly backTo: string;
  /** The allotment of an earlier year whose money it is. */
  readonly carriedFrom?: string;
  /** True where that is so of the allotment, or of one above it. */
  readonly carriedIn: boolean;
  readonly amount: Fen;
  /** The allocation above, and whether it is the head of its allotment. */
  readonly above?: { readonly id: string; readonly allotmentNo: string; readonly isHead: boolean };
}

interface HeadRow {
  readonly id: string;
  readonly lineage: string;
  readonly from_division: string | null;
  readonly carried_from: string | null;
  readonly carried_in: boolean;
  readonly to_division: string;
  readonly amount_fen: bigint;
  readonly above_id: string | null;
  readonly above_no: string;
  readonly above_head: boolean;
  readonly above_division: string;
}

/** The head of an allotment, with its accounts and these locked until the transaction ends; undefined where there is no such allotment. */
export const lockHead = async (
  trx: Knex.Transaction,
  allotmentNo: string,
  accounts: readonly string[] = [],
): Promise<HeadAllocation | undefined> => {
  const { rows } = await trx.raw<{ rows: HeadRow[] }>(
    `select a.id, a.lineage, a.from_division, a.to_division, a.amount_fen, i.carried_from, (first.carried_from is not null) as carried_in, above.id as above_id, above.allotment_no as above_no,
       above.is_head as above_head, above.to_division as above_division
     from allocations a join allotments i on i.allotment_no = a.allotment_no
       left join allotments first on first.allotment_no = a.lineage left join allocations above on above.id = a.parent_id
     where a.allotment_no = ? and a.is_head`,
    [allotmentNo],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { id, lineage, to_division: account } = row;
  const above: AboveAllocation | undefined =
    row.above_id === null ? undefined : { id: row.above_id, lineage, to_division: row.above_division };
  const isCarriedIn = row.carried_from !== null;
  const giver = isCarriedIn ? ACCOUNTS.carried : giverOf(above, row.from_division ?? undefined);
  // Accounts before rows, as imports do.
  await lockAccounts(
    trx,
    [account, giver, ACCOUNTS.transit, ...accounts].map((name) => ({ account: name, lineage })),
  );
  return {
    ...{ id, allotmentNo, lineage, account, giver },
    division: account,
    // What is left of carried money is surplus of the division's own budget.
    backTo: isCarriedIn ? ACCOUNTS.revenue(account) : giver,
    amount: row.amount_fen,
    carriedIn: row.carried_in,
    ...(row.carried_from === null ? {} : { carriedFrom: row.carried_from }),
    ...(above === undefined ? {} : { above: { id: above.id, allotmentNo: row.above_no, isHead: row.above_head } }),
  };
};

/** Those of these allotments whose money was carried over into its year: what is passed on was carried, too. */
export const findCarriedIn = async (
  db: Knex,
  allotmentNos: readonly string[],
): Promise<readonly { readonly allotmentNo: string }[]> =>
  (await db("allocations as a")
    .join("allotments as first", "first.allotment_no", "a.lineage")
    .select("a.allotment_no as allotmentNo")
    .where("a.is_head", true)
    .whereIn("a.allotment_no", [...allotmentNos])
    .whereNotNull("first.carried_from")) as { readonly allotmentNo: string }[];

/** Takes a document number until the transaction ends. Throws RULE_VIOLATION (ALLOTMENT_TAKEN) where an allotment has it. */
export const takeNumber = async (trx: Knex.Transaction, allotmentNo: string): Promise<void> => {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`allotment ${allotmentNo}`]);
  const taken = await trx("allotments").where("allotment_no", allotmentNo).pluck("allotment_no");
  if (taken.length > 0)
    throw new ServiceError("RULE_VIOLATION", "The document number is taken.", { reason: "ALLOTMENT_TAKEN" });
};

/** An allotment whose row is locked. */
export type LockedAllotment = LockedRecord & { readonly fiscal_year: number; readonly carried_from: string | null };

/** Locks the allotment that is divided, whose accounts are locked. */
export const lockAllotment = async (trx: Knex.Transaction, allotmentNo: string): Promise<LockedAllotment> =>
  (await trx("allotments").first("*").where("allotment_no", allotmentNo).forUpdate()) as LockedAllotment;

/** State of a project; undefined where there is none. */
export const findProjectState = async (trx: Knex, projectCode: string): Promise<FundProjectState | undefined> =>
  ((await trx("fund_projects").where("project_code", projectCode).pluck("state")) as FundProjectState[])[0];

/** Up to whatever day a movement is dated. */
const ALWAYS = "infinity";

/** What is held of each of these allocations, whatever day it came; the transaction has locked their accounts. */
export const balancesOf = async (trx: Knex.Transaction, ids: readonly string[]): Promise<Fen[]> => {
  const ledgers = ledgersOf(await findAllocationSums(trx, ids, ALWAYS));
  return ids.map((id) => ledgers.get(id)?.balance ?? 0n);
};

/**
 * Throws RULE_VIOLATION (OVERDRAWN) where less is held of the allocation than the amount: an account may hold money of several
 * allotments of one lineage, and none of them pays for another.
 */
export const requireHeld = async (trx: Knex.Transaction, id: string, amount: Fen): Promise<void> => {
  if ((await balancesOf(trx, [id]))[0]! < amount)
    throw new ServiceError("RULE_VIOLATION", "The allotment holds less than the amount.", { reason: "OVERDRAWN" });
};

/** What is held of an allotment by everyone to whom its money was passed without another allotment. */
export const heldOfAllotment = async (trx: Knex.Transaction, allotmentNo: string): Promise<Fen> => {
  const ids = (await trx(ALLOCATIONS.name).where("allotment_no", allotmentNo).pluck("id")) as readonly string[];
  return (await balancesOf(trx, ids)).reduce((sum, balance) => sum + balance, 0n);
};

/** Who spends money of an allotment. */
export interface Recipient {
  readonly organizationId?: string;
  readonly projectCode?: string;
}

/** Inserts the allocation by which money is assigned, under the next number of its allotment, whose row is locked; answers with its id. */
export const insertAssignment = async (
  trx: Knex.Transaction,
  { id: parentId, allotmentNo, lineage, division }: HeadAllocation,
  { organizationId, projectCode }: Recipient,
  { amount, on }: { readonly amount: Fen; readonly on: string },
): Promise<string> => {
  const [row] = (await trx(ALLOCATIONS.name).where("allotment_no", allotmentNo).count("id as n")) as { n: bigint }[];
  const id = `FA-${allotmentNo}-${row!.n}`;
  await insertRecords(trx, ALLOCATIONS, [
    {
      ...{ id, allotmentNo, lineage, parentId, amount },
      isHead: false,
      fromDivisionCode: division,
      toDivisionCode: undefined,
      toOrganizationId: organizationId,
      toProjectCode: projectCode,
      recipientDivision: division,
      method: projectCode === undefined ? AllocationMethod.ACTUAL : AllocationMethod.PROJECTS,
      decidedOn: on,
      documentNo: allotmentNo,
    },
  ]);
  return id;
};
