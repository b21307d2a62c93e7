/** What an operator is shown of messages that do not arrive, and how one is sent again: ids, codes and times, nothing of any record. */
import type { Knex } from "knex";
import { sweepAfter } from "./deliveries.js";

/** A message that its receiver does not have. */
export interface StuckMessage {
  readonly message: string;
  readonly topic: string;
  readonly receiver: string;
  readonly sentAt: Date;
  readonly tries: number;
  /** Why the last try failed, or the receiver's reason where it is set aside. */
  readonly why: string | null;
  readonly isSetAside: boolean;
}

/** Messages that are set aside, then those that wait, the oldest first. */
export const listStuck = async (db: Knex, limit: number): Promise<readonly StuckMessage[]> => {
  const { rows } = await db.raw<{ rows: StuckMessage[] }>(
    `select m.id as message, m.topic, d.receiver, m.sent_at as "sentAt", d.tries, coalesce(d.reason, d.failure) as why,
       d.set_aside_at is not null as "isSetAside"
     from deliveries d join outbox m on m.id = d.message where d.delivered_at is null
     order by d.set_aside_at is null, d.seq limit ?`,
    [limit],
  );
  return rows;
};

/**
 * Sends a message again to those that set it aside, or that have it: they apply it once all the same. Answers with how many
 * deliveries are made; none where there is no such message.
 */
export const sendAgain = (db: Knex, message: string): Promise<number> => again(db, "message = ?", message);

/**
 * Sends again what was delivered since: for a receiver whose database was set back to an earlier state. Answers with how many
 * deliveries are made.
 */
export const sendAgainSince = (db: Knex, since: Date): Promise<number> => again(db, "delivered_at >= ?", since);

const again = async (db: Knex, condition: string, value: string | Date): Promise<number> => {
  const { rows } = await db.raw<{ rows: { receiver: string }[] }>(
    `update deliveries set delivered_at = null, set_aside_at = null, reason = null, tries = 0
      where ${condition} and (delivered_at is not null or set_aside_at is not null) returning receiver`,
    [value],
  );
  for (const receiver of new Set(rows.map((row) => row.receiver))) await sweepAfter(db, receiver, 0);
  return rows.length;
};

/** Days that a message is kept after it arrived: readers that pause, and databases that are set back, have so long. */
const KEPT_DAYS = 32;

/** Forgets messages that everybody has had for long; returns how many. What waits or is set aside is never forgotten. */
export const forgetDelivered = (db: Knex): Promise<number> =>
  db("outbox as m")
    .whereRaw("m.sent_at < now() - make_interval(days => ?)", [KEPT_DAYS])
    .whereRaw(
      `not exists (select 1 from deliveries d where d.message = m.id
        and (d.delivered_at is null or d.delivered_at >= now() - make_interval(days => ?)))`,
      [KEPT_DAYS],
    )
    .delete();
