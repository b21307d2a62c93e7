/** SQL of the parts of an allotment: what is held of each, and how much of it lies between the years. */
import type { Knex } from "knex";
import type { Fen } from "../../../platform/domain/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import { ACCOUNTS } from "../ledger/ledger.js";
import { balancesOf } from "./allotment-handling.repository.js";

/** An allocation of an allotment that its own department answers for: the head, and what it assigned to bodies and projects. */
export interface AllotmentPart {
  readonly id: string;
  readonly account: string;
}

/** These allocations of an allotment, by id. */
export const findParts = async (trx: Knex.Transaction, allotmentNo: string): Promise<readonly AllotmentPart[]> =>
  (
    await trx.raw<{ rows: AllotmentPart[] }>(
      `select a.id, coalesce('PROJECT:' || a.to_project_code, a.to_organization_id, a.to_division) as account
       from allocations a join allocations head on head.allotment_no = a.allotment_no and head.is_head
       where a.allotment_no = ? and (a.is_head or (a.to_division is null and a.parent_id = head.id)) order by a.id`,
      [allotmentNo],
    )
  ).rows;

/** These allocations with what is held of each; the transaction has locked their accounts. */
export const heldParts = async (
  trx: Knex.Transaction,
  allotmentNo: string,
): Promise<readonly (AllotmentPart & { readonly balance: Fen })[]> => {
  const parts = await findParts(trx, allotmentNo);
  const balances = await balancesOf(
    trx,
    parts.map(({ id }) => id),
  );
  return parts.map((part, place) => ({ ...part, balance: balances[place]! }));
};

/**
 * Throws RULE_VIOLATION (CARRIED_LESS) where less of the earlier allotment lies between the years than the amount, or less of all: what was
 * brought in before anybody noted where it came from is taken, too. Others who bring in wait until the transaction ends.
 */
export const requireCarried = async (trx: Knex.Transaction, carriedFrom: string, amount: Fen): Promise<void> => {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended('carried', 0))");
  const { rows } = await trx.raw<{ rows: { of_it: Fen; of_all: Fen }[] }>(
    `select coalesce(sum(leg.fen) filter (where case leg.kind when 'CARRY_OVER' then i.allotment_no else i.carried_from end = ?), 0)::bigint as of_it,
       coalesce(sum(leg.fen), 0)::bigint as of_all
     from (select allocation_id, kind, case direction when 'DEBIT' then amount_fen else -amount_fen end as fen
           from postings where account = ?) as leg
     join allocations a on a.id = leg.allocation_id join allotments i on i.allotment_no = a.allotment_no`,
    [carriedFrom, ACCOUNTS.carried],
  );
  const { of_it, of_all } = rows[0]!;
  if (of_it < amount || of_all < amount)
    throw new ServiceError("RULE_VIOLATION", "Less than the amount was carried over.", { reason: "CARRIED_LESS" });
};
