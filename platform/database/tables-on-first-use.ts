/** Tables that a process makes for itself when it first needs them: its database may be down before. */
import type { Knex } from "knex";

/**
 * Resolves once the statements, all `… if not exists`, were carried out; later calls wait for the same, and after a failure it is tried
 * again. One process makes the tables, others wait at `lock`: "if not exists" alone fails where two make one in the same moment.
 */
export const tablesOnFirstUse = (
  db: Knex,
  { lock, statements }: { readonly lock: string; readonly statements: readonly string[] },
): (() => Promise<void>) => {
  let made: Promise<void> | undefined;
  const make = (): Promise<void> =>
    db.transaction(async (trx) => {
      await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [lock]);
      for (const statement of statements) await trx.raw(statement);
    });
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
};
