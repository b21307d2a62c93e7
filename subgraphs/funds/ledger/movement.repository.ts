/** SQL of movements: both legs in one statement, numbered after all others, out of accounts that are locked and hold enough. */
import type { Knex } from "knex";
import type { Fen } from "../../../platform/domain/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import { isSource, type MovementKind } from "./ledger.js";

/** A movement to post. */
export interface Movement {
  readonly kind: MovementKind;
  readonly allocationId: string;
  readonly lineage: string;
  readonly giver: string;
  readonly receiver: string;
  readonly amount: Fen;
  readonly on: string;
}

/** Class of the ledger's advisory locks: the beginning of "funds" in ASCII. */
const LOCK_CLASS = 0x66756e64;

/** 1024 locks, by the last ten bits of a hash: accounts share them, so that no transaction holds more than PostgreSQL has room for. */
const LOCK_BITS = 1023;

/**
 * Locks what these accounts hold of these lineages until the transaction ends, always in the same order: transactions that lock all of
 * theirs at once wait for one another, never in a circle. Sources of money hold nothing that could end, so they are not locked.
 */
export const lockAccounts = async (
  trx: Knex.Transaction,
  held: readonly { readonly account: string; readonly lineage: string }[],
): Promise<void> => {
  const keys = held.filter(({ account }) => !isSource(account)).map(({ account, lineage }) => `${account} ${lineage}`);
  if (keys.length === 0) return;
  await trx.raw(
    `select pg_advisory_xact_lock(?::int, number) from (
       select distinct hashtext(key) & ?::int as number from unnest(?::text[]) as key order by number offset 0) as ordered`,
    [LOCK_CLASS, LOCK_BITS, keys],
  );
};

/**
 * Posts credit of the giver and debit of the receiver; gives the number of the movement. Throws RULE_VIOLATION (OVERDRAWN) where the giver
 * holds less of the lineage than the amount, whatever other transactions do meanwhile (rule B1); nothing is posted then.
 */
export const postMovement = async (trx: Knex.Transaction, movement: Movement): Promise<bigint> => {
  const { giver, receiver, lineage, amount } = movement;
  await lockAccounts(trx, [{ account: giver, lineage }]);
  const { rows } = await trx.raw<{ rows: { movement_id: bigint }[] }>(
    `with held as (
       select coalesce(sum(case direction when 'DEBIT' then amount_fen else -amount_fen end), 0)::bigint as fen
       from postings where account = ? and lineage = ?),
     number as (select nextval('movement_numbers') as id from held where ?::boolean or held.fen >= ?::bigint)
     insert into postings (movement_id, direction, account, lineage, allocation_id, amount_fen, kind, occurred_on)
     select number.id, leg.direction, leg.account, ?, ?, ?::bigint, ?, ?::date
     from number, (values ('CREDIT', ?), ('DEBIT', ?)) as leg(direction, account)
     returning movement_id`,
    [
      ...[giver, lineage, isSource(giver), String(amount)],
      ...[lineage, movement.allocationId, String(amount), movement.kind, movement.on, giver, receiver],
    ],
  );
  if (rows[0] === undefined)
    throw new ServiceError("RULE_VIOLATION", "The account holds less than the amount.", { reason: "OVERDRAWN" });
  return rows[0].movement_id;
};
