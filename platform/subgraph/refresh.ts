/** Refresh of figures: a service recomputes them from its records, in one process at a time. */
import type { Knex } from "knex";
import { forgetDeletions, inTransaction, renewFeed } from "../database/index.js";
import { takeLaw } from "../law/index.js";
import type { SubgraphDefinition } from "./definition.js";

/** Name of the advisory lock of a service. */
const lockOf = (name: string): string => `govgraph.refresh.${name}`;

/**
 * Recomputes the figures of a service as of the day; false where it precomputes none. One transaction: readers see the old
 * figures until the new ones are complete. A second refresh waits for the first, and then sees what the first did not. Days are counted
 * by the calendar that is loaded for the service. Throws LawFileRefused where that contradicts itself.
 */
export const refreshFigures = async (
  { name, refresh }: Pick<SubgraphDefinition<never>, "name" | "refresh">,
  db: Knex,
  today: string,
): Promise<boolean> => {
  if (!refresh) return false;
  // A command is a process of its own, which knows of no calendar but the shipped one.
  await takeLaw(db);
  await inTransaction(db, async (trx) => {
    // The wait is as long as the other refresh takes; the limit of a connection is made for requests.
    await trx.raw("set local lock_timeout = 0");
    await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [lockOf(name)]);
    await refresh(trx, today);
  });
  return true;
};

/**
 * Brings a service's feed of changes to the day and forgets deletions that nobody waits for; false where it tells of none.
 * `newEpoch` makes every reader begin again, after the database's files were set back to an earlier state.
 */
export const refreshFeed = async (
  { changes }: Pick<SubgraphDefinition<never>, "changes">,
  db: Knex,
  today: string,
  options: { newEpoch?: boolean } = {},
): Promise<boolean> => {
  if (!changes) return false;
  await renewFeed(db, today, options);
  await forgetDeletions(db);
  return true;
};
