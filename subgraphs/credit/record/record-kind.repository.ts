/** SQL of which kind of record an id is of. */
import type { Knex } from "knex";
import type { CreditRecordKind } from "./record.enums.js";

/** Kind of the record with the id; undefined where there is none. Access is decided by who locks or reads it. */
export const recordKindOf = async (trx: Knex, id: string): Promise<CreditRecordKind | undefined> => {
  const { rows } = (await trx.raw(
    `select 'PENALTY' as kind from penalties where id = :id union all select 'LIST_ENTRY' from list_entries where id = :id
     union all select 'LICENCE' from licences where id = :id`,
    { id },
  )) as { rows: { kind: CreditRecordKind }[] };
  return rows[0]?.kind;
};
