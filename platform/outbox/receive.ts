/** Receives messages: a signed call of the sender alone, applied once with its effect in one transaction. */
import type { IncomingHttpHeaders } from "node:http";
import type { Knex } from "knex";
import { z } from "zod";
import { createContextVerifier, type ContextKeys, type ContextVerifier } from "../auth/index.js";
import { ServiceError } from "../errors/index.js";
import { inTransaction } from "../database/index.js";
import { MessageRejected, type Message, type Receives } from "./message.js";
import { MESSAGES_PATH } from "./post-message.js";

const sent = z.strictObject({
  id: z.uuid(),
  record: z.string().min(1),
  version: z.int(),
  payload: z.record(z.string(), z.unknown()),
});

/** A delivery as it came. */
export interface ReceivedDelivery {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What a receiver answers. */
export interface Answer {
  readonly status: number;
  readonly body: object;
}

/** What a receiver goes by. */
export interface ReceiveOptions {
  readonly receiver: string;
  readonly db: Knex;
  readonly receives: Receives;
  /** Public keys of each sender, by the ids that its calls name. */
  readonly senders: ReadonlyMap<string, ContextKeys>;
}

/** Applies the message unless it was applied before; true where it was not. */
export const applyOnce = (
  db: Knex,
  { sender, message, handler }: { sender: string; message: Message; handler: Receives[string] },
): Promise<boolean> =>
  inTransaction(db, async (trx) => {
    const { rowCount } = await trx.raw<{ rowCount: number }>(
      "insert into inbox (sender, message) values (?, ?) on conflict do nothing",
      [sender, message.id],
    );
    if (rowCount === 0) return false;
    await handler(message, { trx, asOf: message.occurredAt });
    return true;
  });

/** Throws a sentence where a topic that is received comes from a service without a key. */
export const checkSenders = ({ receiver, receives, senders }: Omit<ReceiveOptions, "db">): void => {
  const unknown = Object.keys(receives).find((name) => !senders.has(name.split(".")[0]!));
  if (unknown !== undefined)
    throw new Error(
      `${receiver} receives ${unknown}, and has no key of that sender: see ${receiver.toUpperCase()}_SENDERS.`,
    );
};

/**
 * Creates what answers deliveries: 200 where the message is applied, now or before; 422 where it never can be. Throws
 * UNAUTHENTICATED where the call is not signed by the sender of the topic, NOT_FOUND where the service does not receive it,
 * SyntaxError or BAD_USER_INPUT where it is no message, and what the handler throws.
 */
export const createReceive = (options: ReceiveOptions): ((delivery: ReceivedDelivery) => Promise<Answer>) => {
  const { receiver, db, receives, senders } = options;
  checkSenders(options);
  const verifiers = new Map<string, ContextVerifier>(
    [...senders].map(([sender, keys]) => [sender, createContextVerifier({ subgraph: receiver, keys })]),
  );
  return async (delivery) => {
    const name = delivery.path.slice(MESSAGES_PATH.length);
    const [sender = "", topic = ""] = name.split(".");
    const verifier = verifiers.get(sender);
    if (!verifier) throw new ServiceError("UNAUTHENTICATED", "The message is not signed by its sender.");
    const { asOf } = verifier.verify(delivery);
    const handler = Object.hasOwn(receives, name) ? receives[name] : undefined;
    if (!handler) throw new ServiceError("NOT_FOUND", "The service does not receive this topic.");
    const read = sent.safeParse(JSON.parse(delivery.body.toString("utf8")));
    if (!read.success) throw new ServiceError("BAD_USER_INPUT", "The body is no message.");
    const message: Message = { ...read.data, topic, occurredAt: new Date(asOf) };
    try {
      return { status: 200, body: { applied: await applyOnce(db, { sender, message, handler }) } };
    } catch (error) {
      if (error instanceof MessageRejected) return { status: 422, body: { rejected: error.reason } };
      throw error;
    }
  };
};
