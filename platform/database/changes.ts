/** The feed of changes of a service: read in the order of transactions, so that a reader misses nothing and is told of nothing it never had. */
import type { Knex } from "knex";
import { FEED_HOME, FEED_LOCK, NEW_EPOCH } from "./change-tracking.js";
import { inTransaction } from "./database.js";

/** Days that a reader may pause and still go on; after them its cursor has expired. */
export const PAUSE_DAYS = 30;

/** Days in which a copy that is made by other ways is finished; after them its cursor has expired. */
export const COPY_DAYS = 1;

/** Days that a deletion is kept: longer than any reader's pause and the longest transaction. */
const TOMBSTONE_DAYS = PAUSE_DAYS + 2;

/** A change as it is told. */
export interface ChangeRow {
  readonly kind: string;
  readonly key: string;
  readonly op: "UPSERT" | "DELETE";
  readonly version: number | null;
  readonly changed_at: Date;
}

/** Where a reader stands. */
export interface FeedPlace {
  /** Name of the epoch; a restored or newly filled database begins another. */
  readonly epoch: string;
  /** The last change that was read: number of its epoch, transaction, place in it. */
  readonly at: readonly [epoch: number, xid: string, seq: string];
  /** First transaction that was not settled when the reader began. */
  readonly begunXid: string;
  /** Second of the epoch of Unix at which the reader last had everything. */
  readonly completeAt: number;
  /**
   * Of a reader that made its copy by other ways: COPYING until it first reads on, then the last transaction of which the copy
   * can have something: what was first told of until then can be in the copy.
   */
  readonly copied?: "COPYING" | string;
}

/** A piece of the feed; undefined where the reader has to begin again. */
export interface FeedPiece {
  readonly rows: readonly ChangeRow[];
  readonly hasMore: boolean;
  readonly place: FeedPlace;
}

interface FeedState {
  readonly epoch: string;
  readonly number: number;
  /** True where rows that time alone began or ended are still to be moved. */
  readonly stale: boolean;
  /** False where the database is another one than that whose transactions the rows name. */
  readonly atHome: boolean;
  /** First transaction that may still be running, and the first that has not begun. */
  readonly settled: string;
  readonly next: string;
  readonly now: number;
}

/**
 * The row's own transaction is compared too: a dump that is loaded into the same database writes the row again. The system
 * column has 32 bits of the 64.
 */
const readState = async (db: Knex, today: string): Promise<FeedState> => {
  const { rows } = await db.raw<{ rows: FeedState[] }>(
    `select epoch, number, day < ?::date as stale,
       home = ${FEED_HOME} and mod(stamp::text::numeric, 4294967296) = xmin::text::numeric as "atHome",
       pg_snapshot_xmin(pg_current_snapshot())::text as settled, pg_snapshot_xmax(pg_current_snapshot())::text as next,
       extract(epoch from now())::float8 as now
     from change_feed`,
    [today],
  );
  return rows[0]!;
};

/** What to do beside what has to be done. */
export interface RenewOptions {
  /** True to begin a new epoch in any case, so that every reader begins again. */
  readonly newEpoch?: boolean;
}

/**
 * Brings the feed to the day: tells of what time alone began and ended since, and begins a new epoch where the database was
 * restored. Waits for running writers, and lets none write meanwhile.
 */
export const renewFeed = async (db: Knex, today: string, { newEpoch = false }: RenewOptions = {}): Promise<void> =>
  inTransaction(db, async (trx) => {
    await trx.raw("set local lock_timeout = '60s'");
    await trx.raw("set local statement_timeout = '60s'");
    await trx.raw(`select pg_advisory_xact_lock(${FEED_LOCK})`);
    const { atHome } = await readState(trx, today);
    // Nobody of the new epoch has had what was deleted before it.
    if (newEpoch || !atHome) await trx("changes").where("op", "DELETE").delete();
    await trx.raw(
      `update change_feed set day = greatest(day, ?::date), home = ${FEED_HOME}, stamp = pg_current_xact_id()
         ${newEpoch || !atHome ? `, number = number + 1, epoch = ${NEW_EPOCH}` : ""}`,
      [today],
    );
    await trx.raw("select move_changes(day, number) from change_feed");
  });

/** Forgets deletions that every reader who may go on has been told of; returns how many. */
export const forgetDeletions = (db: Knex): Promise<number> =>
  db("changes")
    .where("op", "DELETE")
    .whereRaw("changed_at < now() - make_interval(days => ?)", [TOMBSTONE_DAYS])
    .delete();

/** Empties the feed for data that the same transaction replaces, as of the day; every reader begins again. */
export const restartFeed = async (trx: Knex, today: string): Promise<void> => {
  await trx.raw(`select pg_advisory_xact_lock(${FEED_LOCK})`);
  await trx("changes").delete();
  await trx.raw(
    `update change_feed set day = ?::date, home = ${FEED_HOME}, stamp = pg_current_xact_id(), number = number + 1, epoch = ${NEW_EPOCH}`,
    [today],
  );
};

/** Tells in a feed that begins again of what is there and was not replaced: real data that seeds leave alone. */
export const completeFeed = async (trx: Knex): Promise<void> =>
  void (await trx.raw("select move_changes(day, number) from change_feed"));

/** Where a reader begins that makes its copy by other ways now: behind all that is settled. */
export const beginCopy = async (db: Knex, today: string): Promise<FeedPlace> => {
  const state = await openFeed(db, today);
  return { epoch: state.epoch, at: endOf(state), begunXid: state.settled, completeAt: state.now, copied: "COPYING" };
};

/** The feed as it stands on the day, moved where the nightly job did not. */
const openFeed = async (db: Knex, today: string): Promise<FeedState> => {
  const state = await readState(db, today);
  if (state.atHome && !state.stale) return state;
  await renewFeed(db, today);
  return readState(db, today);
};

/**
 * Changes after a place, oldest first; from the beginning without one. Undefined where the reader has to begin again: the place
 * is of another epoch, or the reader paused longer than deletions are kept.
 *
 * A deletion is told only to who can have had the record: to a reader that had come to where it was first told of, and that
 * began before the record ended. Rows of transactions that may still be overtaken are left for the next time.
 */
export const readChanges = async (
  db: Knex,
  options: { kinds: readonly string[]; after?: FeedPlace; limit: number; today: string },
): Promise<FeedPiece | undefined> => {
  let state = await openFeed(db, options.today);
  const { kinds, after, limit } = options;
  if (after !== undefined && after.epoch === state.epoch && BigInt(after.at[1]) >= BigInt(state.next)) {
    // A place in the future: the database was set back to an earlier state, file by file.
    await renewFeed(db, options.today, { newEpoch: true });
    state = await readState(db, options.today);
  }
  if (after !== undefined && hasExpired(after, state)) return undefined;
  // What the copy has was there before this moment.
  const copied = after?.copied === "COPYING" ? String(BigInt(state.next) - 1n) : (after?.copied ?? "0");
  const [at, begunXid] = [after?.at ?? ([0, "0", "0"] as const), after?.begunXid ?? state.settled];
  const rows = (await db("changes")
    .select("kind", "key", "op", "version", "changed_at", "epoch", db.raw("xid::text as xid"), "seq")
    .whereIn("kind", [...kinds])
    .whereRaw("(epoch, xid, seq) > (?::integer, ?::xid8, ?::bigint)", [...at])
    .whereRaw("(epoch < ? or xid < ?::xid8)", [state.number, state.settled])
    .whereRaw(
      "(op = 'UPSERT' or (xid >= ?::xid8 and (first_epoch, first_xid) <= (?::integer, greatest(?::xid8, ?::xid8))))",
      [begunXid, at[0], at[1], copied],
    )
    .orderByRaw("changes.epoch, changes.xid, seq")
    .limit(limit + 1)) as (ChangeRow & { epoch: number; xid: string; seq: bigint })[];
  const hasMore = rows.length > limit;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    hasMore,
    place: {
      epoch: state.epoch,
      at: hasMore && last ? [last.epoch, last.xid, String(last.seq)] : endOf(state),
      begunXid,
      completeAt: hasMore ? (after?.completeAt ?? state.now) : state.now,
      ...(copied === "0" ? {} : { copied }),
    },
  };
};

const hasExpired = ({ epoch, completeAt, copied }: FeedPlace, state: FeedState): boolean =>
  epoch !== state.epoch || state.now - completeAt > (copied === "COPYING" ? COPY_DAYS : PAUSE_DAYS) * 86_400;

/** Behind all that can not be overtaken any more. */
const endOf = ({ number, settled }: FeedState): FeedPlace["at"] => [number, String(BigInt(settled) - 1n), LAST_SEQ];

/** Greatest place in a transaction. */
const LAST_SEQ = String(2n ** 63n - 1n);
