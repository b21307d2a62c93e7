/** Messages between services: what a write tells others, and what a receiver is given. */
import type { Knex } from "knex";

/** What a message says, of any topic: JSON. No more of persons than the receiver's effect needs. */
export type Payload = Readonly<Record<string, unknown>>;

/** A message as a write hands it over. */
export interface NewMessage {
  /** What happened, of the sender's `sends`: `case-completed`. */
  readonly topic: string;
  /** Kind and key of the record that it is about, `case/2026-000123`: messages of one record are delivered in order. */
  readonly record: string;
  /** Version of the record after the write. */
  readonly version: number;
  readonly payload: Payload;
  /** When it happened: the request's `asOf`. */
  readonly occurredAt: Date;
}

/** A message as a receiver gets it. */
export interface Message extends NewMessage {
  /** Names the message, whoever delivers it how often. */
  readonly id: string;
}

/** What the effect of a message is made with. */
export interface ReceiveDependencies {
  /** The transaction that holds the effect, and that the message was applied. */
  readonly trx: Knex.Transaction;
  /** The clock of domain rules: when what the message tells of happened. */
  readonly asOf: Date;
}

/** Applies a message. Throws MessageRejected where it can never be applied; whatever else it throws is tried again. */
export type MessageHandler = (message: Message, dependencies: ReceiveDependencies) => Promise<void>;

/** Handlers by `<sender>.<topic>`. */
export type Receives = Readonly<Record<string, MessageHandler>>;

/** The topics that a service sends: letters a-z, digits and hyphens. */
export const TOPIC = /^[a-z][a-z0-9-]{0,62}$/;

/** Why a message can never be applied: a stable code, which operators read; no value of it. */
const REASON = /^[A-Z][A-Z0-9_]{0,62}$/;

/** The receiver's word that a message can never be applied: the sender sets it aside, for a person to look at. */
export class MessageRejected extends Error {
  override readonly name = "MessageRejected";

  constructor(readonly reason: string) {
    super(`The message can not be applied: ${reason}`);
    if (!REASON.test(reason)) throw new Error("The reason of a rejected message is a code in capitals.");
  }
}
