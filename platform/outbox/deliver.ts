/** Delivers what waits for a receiver: each record's messages in order, records beside each other. */
import type { Knex } from "knex";
import { findNext, listWaitingRecords, markDelivered, markFailed, markSetAside } from "./deliveries.js";
import type { Message } from "./message.js";
import type { Outcome } from "./post-message.js";

/** Records that are delivered beside each other. */
const AT_ONCE = 8;
/** Records that are read at once. */
const PIECE = 200;
/** After so many records that the receiver did not take, a sweep lets it be for a while. */
const MOST_REFUSED = 100;

/** What became of a record's messages: the receiver has them all, did not take one, or does not answer. */
export type Progress = "DONE" | "REFUSED" | "AWAY";

/** How deliveries of one sender are made. */
export interface DeliverOptions {
  readonly db: Knex;
  readonly post: (message: Message, receiver: string) => Promise<Outcome>;
  /** Told of each try. */
  readonly onOutcome: (receiver: string, message: Message, outcome: Outcome) => void;
}

/** Deliveries of one process. */
export interface Deliver {
  record(receiver: string, record: string): Promise<Progress>;
  /** Everything that waits for the receiver. */
  all(receiver: string): Promise<Progress>;
}

const keep = (db: Knex, key: { message: string; receiver: string }, outcome: Outcome): Promise<void> => {
  if (outcome.kind === "APPLIED") return markDelivered(db, key);
  return outcome.kind === "REJECTED" ? markSetAside(db, key, outcome.reason) : markFailed(db, key, outcome.failure);
};

/** Creates the deliveries of a process; of one record it makes one at a time. */
export const createDeliver = ({ db, post, onOutcome }: DeliverOptions): Deliver => {
  const underWay = new Map<string, Promise<Progress>>();

  const inOrder = async (receiver: string, record: string): Promise<Progress> => {
    for (let next = await findNext(db, receiver, record); next; next = await findNext(db, receiver, record)) {
      const outcome = await post(next, receiver);
      await keep(db, { message: next.id, receiver }, outcome);
      onOutcome(receiver, next, outcome);
      if (outcome.kind === "REFUSED" || outcome.kind === "AWAY") return outcome.kind;
    }
    return "DONE";
  };
  const record = async (receiver: string, of: string): Promise<Progress> => {
    const key = `${receiver} ${of}`;
    // Who is at it may have looked before the message that we are called for was there.
    while (underWay.has(key)) await underWay.get(key)!.catch(() => undefined);
    const work = inOrder(receiver, of).finally(() => underWay.delete(key));
    underWay.set(key, work);
    return work;
  };
  return {
    record,
    async all(receiver) {
      const refused: string[] = [];
      for (;;) {
        const waiting = await listWaitingRecords(db, receiver, { without: refused, limit: PIECE });
        if (waiting.length === 0) return refused.length === 0 ? "DONE" : "REFUSED";
        for (let at = 0; at < waiting.length; at += AT_ONCE) {
          const some = waiting.slice(at, at + AT_ONCE);
          const became = await Promise.all(some.map((one) => record(receiver, one)));
          if (became.includes("AWAY")) return "AWAY";
          refused.push(...some.filter((_, index) => became[index] === "REFUSED"));
          if (refused.length >= MOST_REFUSED) return "REFUSED";
        }
      }
    },
  };
};
