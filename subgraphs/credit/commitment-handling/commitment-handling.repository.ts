/** SQL of what a new commitment needs: whether credit knows its authority, and what waits for it. */
import type { Knex } from "knex";
import { toRow, type NewOf } from "../../../platform/database/index.js";
import { Fulfilment } from "../commitment/commitment.machine.js";
import { COMMITMENTS } from "../commitment/commitment.rows.js";

/** An authority as its records name it. */
export interface KnownAuthority {
  readonly authority_id: string;
  readonly division_code: string;
}

/** The authority by its credit code, with the division of its records; undefined where it keeps none here. */
export const findAuthority = async (trx: Knex, authority: string): Promise<KnownAuthority | undefined> => {
  const { rows } = await trx.raw<{ rows: KnownAuthority[] }>(
    ["commitments", "licences", "penalties", "list_entries"]
      .map((table) => `(select authority_id, division_code from ${table} where authority_id = :id limit 1)`)
      .join(" union all ") + " limit 1",
    { id: `CN-USCC-${authority}` },
  );
  return rows[0];
};

/** Commitments of a body to an authority that nobody verified; whoever makes another waits until the transaction ends. */
export const countOpen = async (
  trx: Knex.Transaction,
  { body, authority }: { readonly body: string; readonly authority: string },
): Promise<number> => {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`commitments ${body} ${authority}`]);
  const [row] = (await trx(COMMITMENTS.name)
    .where({ counterparty_id: `CN-USCC-${body}`, authority_uscc: authority, fulfilment: Fulfilment.PENDING })
    .count("* as n")) as { n: bigint }[];
  return Number(row!.n);
};

/** Inserts it. */
export const insertCommitment = async (
  trx: Knex.Transaction,
  record: Omit<NewOf<typeof COMMITMENTS>, "version">,
): Promise<void> => {
  await trx(COMMITMENTS.name).insert(toRow(COMMITMENTS, record));
};
