/** SQL of one movement: both legs in one statement, numbered after all others. */
import type { Knex } from "knex";
import type { Fen } from "../../../platform/domain/index.js";
import type { MovementKind } from "./ledger.js";

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

/** Posts credit of the giver and debit of the receiver; gives the number of the movement. */
export const postMovement = async (trx: Knex.Transaction, movement: Movement): Promise<bigint> => {
  const { rows } = await trx.raw<{ rows: { movement_id: bigint }[] }>(
    `with number as (select nextval('movement_numbers') as id)
     insert into postings (movement_id, direction, account, lineage, allocation_id, amount_fen, kind, occurred_on)
     select number.id, leg.direction, leg.account, ?, ?, ?::bigint, ?, ?::date
     from number, (values ('CREDIT', ?), ('DEBIT', ?)) as leg(direction, account)
     returning movement_id`,
    [
      ...[movement.lineage, movement.allocationId, String(movement.amount), movement.kind, movement.on],
      ...[movement.giver, movement.receiver],
    ],
  );
  return rows[0]!.movement_id;
};
