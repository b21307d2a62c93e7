/** Sends a message: it and its deliveries are part of the write that it tells of, or are not at all. */
import type { Knex } from "knex";
import { TOPIC, type NewMessage } from "./message.js";

/** Longest payload, in characters of its JSON: a message names records, and carries none whole. */
const MOST_CHARACTERS = 64 * 1024;

/** As often as the queue can count: a delivery is never given up. */
export const ENDLESS = 32_767;

const SEND = `
  with message as (
    insert into outbox (topic, record, version, payload, occurred_at, epoch, place)
      select :topic, :record, :version, cast(:payload as jsonb), :occurredAt, number, greatest(
        pg_current_xact_id(), (select place from outbox m where m.record = :record and m.epoch = number order by seq desc limit 1))
      from outbox_state
      returning id, seq),
  delivery as (
    insert into deliveries (message, receiver, record, seq)
      select id, receiver, :record, seq from message, message_routes where topic = :topic
      returning message, receiver)
  select message as id, count(add_job(
    'deliver', json_build_object('receiver', receiver, 'record', cast(:record as text)), max_attempts => :endless)) as receivers
  from delivery group by message`;

/**
 * Hands a message over in the transaction of the write, after the row of its record was locked or written; answers with its id.
 * It is delivered at least once to every service that receives the topic. Throws where the topic has no receiver, which the
 * service is refused for at its start.
 */
export const sendMessage = async (
  trx: Knex.Transaction,
  { topic, record, version, payload, occurredAt }: NewMessage,
): Promise<string> => {
  const text = JSON.stringify(payload);
  if (!TOPIC.test(topic)) throw new Error("A topic has small letters, digits and hyphens.");
  if (text.length > MOST_CHARACTERS) throw new Error(`The payload of ${topic} is longer than ${MOST_CHARACTERS}.`);
  const values = { topic, record, version, payload: text, occurredAt, endless: ENDLESS };
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(SEND, values);
  if (!rows[0]) throw new Error(`No service receives the topic ${topic}.`);
  return rows[0].id;
};
