/** Follows a service's messages from a place, in an order in which nothing is missed and each record's come in theirs. */
import type { Knex } from "knex";
import { FEED_HOME, NEW_EPOCH } from "../database/index.js";
import type { Message, Payload } from "./message.js";

/** Where a reader stands; another epoch begins in a database that was restored. */
export interface OutboxPlace {
  readonly epoch: string;
  /** The last message that was read: number of its epoch, transaction, place in it. */
  readonly at: readonly [epoch: number, place: string, seq: string];
}

/** A piece of the outbox, oldest first. */
export interface OutboxPiece {
  readonly messages: readonly Message[];
  readonly place: OutboxPlace;
  readonly hasMore: boolean;
}

interface State {
  readonly number: number;
  readonly epoch: string;
  readonly atHome: boolean;
  /** First transaction that may still be running. */
  readonly settled: string;
}

const readState = async (db: Knex): Promise<State> => {
  const { rows } = await db.raw<{ rows: State[] }>(
    `select number, epoch, home = ${FEED_HOME} as "atHome", pg_snapshot_xmin(pg_current_snapshot())::text as settled from outbox_state`,
  );
  return rows[0]!;
};

/** The state; transactions of a restored database have other numbers, so it begins another epoch. */
const openOutbox = async (db: Knex): Promise<State> => {
  const state = await readState(db);
  if (state.atHome) return state;
  await db.raw(
    `update outbox_state set number = number + 1, epoch = ${NEW_EPOCH}, home = ${FEED_HOME} where home <> ${FEED_HOME}`,
  );
  return readState(db);
};

/** The life of the database that its readers' places are of, and the first transaction that may still be running. */
export const outboxEpoch = async (db: Knex): Promise<{ readonly epoch: string; readonly settled: string }> => {
  const { epoch, settled } = await openOutbox(db);
  return { epoch, settled };
};

/** The place behind everything that is settled now: where a reader begins that wants only what comes. */
export const presentPlace = async (db: Knex): Promise<OutboxPlace> => {
  const { epoch, number, settled } = await openOutbox(db);
  return { epoch, at: [number, String(BigInt(settled) - 1n), LAST_SEQ] };
};

/**
 * Messages of the topics after a place; undefined where the reader has to begin again. Those of transactions that may still
 * be overtaken are left for the next time.
 */
export const readOutbox = async (
  db: Knex,
  { topics, after, limit }: { topics: readonly string[]; after: OutboxPlace; limit: number },
): Promise<OutboxPiece | undefined> => {
  const state = await openOutbox(db);
  if (after.epoch !== state.epoch) return undefined;
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select id, topic, record, version, payload, occurred_at as "occurredAt", epoch, place::text, seq::text from outbox
      where topic = any(?) and (epoch, place, seq) > (?::integer, ?::xid8, ?::bigint) and (epoch < ? or place < ?::xid8)
      order by outbox.epoch, outbox.place, outbox.seq limit ?`,
    [[...topics], ...after.at, state.number, state.settled, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit;
  const end = [state.number, String(BigInt(state.settled) - 1n), LAST_SEQ] as const;
  return {
    messages: shown.map(({ id, topic, record, version, payload, occurredAt }) => ({
      id,
      topic,
      record,
      version,
      payload,
      occurredAt,
    })),
    place: { epoch: state.epoch, at: hasMore && last ? [last.epoch, last.place, last.seq] : end },
    hasMore,
  };
};

interface Row {
  readonly id: string;
  readonly topic: string;
  readonly record: string;
  readonly version: number;
  readonly payload: Payload;
  readonly occurredAt: Date;
  readonly epoch: number;
  readonly place: string;
  readonly seq: string;
}

/** Greatest place in a transaction. */
const LAST_SEQ = String(2n ** 63n - 1n);
