/** Deliveries in the database: what waits for which receiver, what became of each try, and what is stuck. */
import type { Knex } from "knex";
import type { Message, Payload } from "./message.js";
import { ENDLESS } from "./send-message.js";

/** SQL of a delivery that is still to be made. */
const WAITING = "delivered_at is null and set_aside_at is null";

interface MessageRow {
  readonly id: string;
  readonly topic: string;
  readonly record: string;
  readonly version: number;
  readonly payload: Payload;
  readonly occurred_at: Date;
}

/** The message that the receiver gets next of the record; undefined where it has them all. */
export const findNext = async (db: Knex, receiver: string, record: string): Promise<Message | undefined> => {
  const { rows } = await db.raw<{ rows: MessageRow[] }>(
    `select m.id, m.topic, m.record, m.version, m.payload, m.occurred_at from outbox m join deliveries d on d.message = m.id
      where d.receiver = ? and d.record = ? and ${WAITING} order by d.seq limit 1`,
    [receiver, record],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { occurred_at: occurredAt, ...message } = row;
  return { ...message, occurredAt };
};

/** Records of which the receiver lacks messages: first those that were not tried, then those whose last try is longest ago. */
export const listWaitingRecords = async (
  db: Knex,
  receiver: string,
  { without, limit }: { readonly without: readonly string[]; readonly limit: number },
): Promise<readonly string[]> => {
  const { rows } = await db.raw<{ rows: { record: string }[] }>(
    `select record from deliveries where receiver = ? and ${WAITING} and record <> all(?::text[])
      group by record order by max(tried_at) nulls first, min(seq) limit ?`,
    [receiver, [...without], limit],
  );
  return rows.map(({ record }) => record);
};

/** Names of receivers that lack messages. */
export const listWaitingReceivers = async (db: Knex): Promise<readonly string[]> =>
  ((await db("deliveries").whereRaw(WAITING).distinct("receiver")) as { receiver: string }[]).map(
    ({ receiver }) => receiver,
  );

/**
 * Lets the queue sweep the receiver after a pause; one sweep waits at most, and keeps its time. A sweep that is under way, or
 * whose process was killed, does not stand for the next one.
 */
export const sweepAfter = async (db: Knex, receiver: string, pauseMs: number): Promise<void> => {
  await db.raw(
    `select add_job('sweep', json_build_object('receiver', ?::text), job_key => 'sweep ' || ?, job_key_mode => 'preserve_run_at',
      run_at => now() + ? * interval '1 millisecond', max_attempts => ?)`,
    [receiver, receiver, pauseMs, ENDLESS],
  );
};

/** One delivery. */
export interface DeliveryKey {
  readonly message: string;
  readonly receiver: string;
}

const changed = async (db: Knex, key: DeliveryKey, set: string, values: readonly string[] = []): Promise<void> => {
  await db.raw(
    `update deliveries set tries = tries + 1, tried_at = now(), ${set} where message = ? and receiver = ? and ${WAITING}`,
    [...values, key.message, key.receiver],
  );
};

/** The receiver has applied it. */
export const markDelivered = (db: Knex, key: DeliveryKey): Promise<void> =>
  changed(db, key, "delivered_at = now(), failure = null");

/** It was not taken, and is tried again. */
export const markFailed = (db: Knex, key: DeliveryKey, failure: string): Promise<void> =>
  changed(db, key, "failure = ?", [failure]);

/** The receiver can never apply it. */
export const markSetAside = (db: Knex, key: DeliveryKey, reason: string): Promise<void> =>
  changed(db, key, "set_aside_at = now(), reason = ?", [reason]);

/** What waits for a receiver, in figures. */
export interface DeliveryFigures {
  readonly receiver: string;
  readonly waiting: number;
  /** Seconds since the oldest that waits was sent; 0 where none waits. */
  readonly oldestSeconds: number;
  readonly setAside: number;
}

/** Figures of every receiver that ever lacked a message. */
export const deliveryFigures = async (db: Knex): Promise<readonly DeliveryFigures[]> => {
  const { rows } = await db.raw<{ rows: DeliveryFigures[] }>(
    `select r.receiver, w.waiting, w."oldestSeconds", s."setAside" from (select distinct receiver from message_routes) r,
      lateral (select count(*)::int as waiting, coalesce(extract(epoch from now() - min(m.sent_at)), 0)::float8 as "oldestSeconds"
        from deliveries d join outbox m on m.id = d.message where d.receiver = r.receiver and ${WAITING}) w,
      lateral (select count(*)::int as "setAside" from deliveries d where d.receiver = r.receiver and set_aside_at is not null) s
      order by 1`,
  );
  return rows;
};
