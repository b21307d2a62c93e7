/** The migration of a service's messages: outbox, deliveries and inbox, and the tables of the job queue beside them. */
import type { Knex } from "knex";
import { FEED_HOME, NEW_EPOCH, type Migration } from "../database/index.js";

/** Tables, in the order in which they can be dropped. */
const TABLES = ["inbox", "deliveries", "message_routes", "outbox", "outbox_state"];

/** What graphile-worker keeps in the schema. Its names are its own: a later version of it may add more. */
const QUEUE = `
  drop view if exists jobs;
  drop table if exists _private_jobs, _private_tasks, _private_job_queues, _private_known_crontabs, migrations cascade;
  drop function if exists add_job, add_jobs, complete_jobs, force_unlock_workers, permanently_fail_jobs, remove_job, reschedule_jobs;
  drop type if exists job_spec`;

/** A connection as knex was given it; the queue makes its tables on one of its own. */
const connectionOf = (knex: Knex): { readonly connectionString: string; readonly schema: string } => {
  const { connection, searchPath } = (
    knex.client as { config: { connection: { connectionString: string }; searchPath: readonly string[] } }
  ).config;
  return { connectionString: connection.connectionString, schema: searchPath[0]! };
};

/** Makes or renews the queue's tables in the service's schema; running it again changes nothing. */
const createQueue = async (knex: Knex): Promise<void> => {
  const { runMigrations } = await import("graphile-worker");
  const { connectionString, schema } = connectionOf(knex);
  // Else the queue would ask for the schema, which a role may not even where it is there, without the right to make one.
  await outside(
    connectionString,
    `create table if not exists "${schema}".migrations (id int primary key, ts timestamptz default now() not null, breaking boolean not null default false)`,
  );
  await runMigrations({ connectionString, schema, logger: await silentLogger() });
  // The first job of a name writes the name down, for which every other write that sends would wait until its transaction ends.
  for (const task of ["deliver", "sweep"])
    await outside(
      connectionString,
      `select "${schema}".add_job('${task}', job_key => 'none', run_at => 'infinity'); select "${schema}".remove_job('none')`,
    );
};

const outside = async (connectionString: string, sql: string): Promise<void> => {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

/** The queue tells nothing by itself: what matters is a log event or an error of ours. */
export const silentLogger = async () => {
  const { Logger } = await import("graphile-worker");
  return new Logger(() => () => undefined);
};

/** Creates what a service needs to send and to receive. */
export const createMessages: Migration = {
  name: "20261130050000_create_messages",
  async up(knex) {
    // `place` is the transaction, or that of the record's message before, where it is later: a reader in its order sees each record in order.
    await knex.raw(`create table outbox (
      id uuid primary key default gen_random_uuid(),
      topic text not null,
      record text not null,
      version integer not null,
      payload jsonb not null,
      occurred_at timestamptz not null,
      sent_at timestamptz not null default now(),
      epoch integer not null,
      place xid8 not null,
      seq bigint generated always as identity unique)`);
    await knex.raw("create index outbox_order on outbox (epoch, place, seq)");
    await knex.raw("create index outbox_of_record on outbox (record, seq)");
    await knex.raw(`create function refuse_change_of_outbox() returns trigger language plpgsql as $$
      begin raise exception 'messages of the outbox are never changed'; end $$`);
    await knex.raw(
      "create trigger outbox_append_only before update on outbox for each statement execute function refuse_change_of_outbox()",
    );
    await knex.raw(`create table outbox_state (
      only_row boolean primary key default true check (only_row),
      number integer not null,
      epoch text not null,
      home text not null)`);
    await knex.raw(`insert into outbox_state (number, epoch, home) values (1, ${NEW_EPOCH}, ${FEED_HOME})`);
    await knex.raw("create table message_routes (topic text, receiver text, primary key (topic, receiver))");
    await knex.raw(`create table deliveries (
      message uuid not null references outbox on delete cascade,
      receiver text not null,
      record text not null,
      seq bigint not null,
      tries integer not null default 0,
      tried_at timestamptz,
      failure text,
      delivered_at timestamptz,
      set_aside_at timestamptz,
      reason text,
      primary key (message, receiver))`);
    await knex.raw(
      "create index deliveries_waiting on deliveries (receiver, record, seq) where delivered_at is null and set_aside_at is null",
    );
    await knex.raw("create index deliveries_set_aside on deliveries (receiver) where set_aside_at is not null");
    await knex.raw(`create table inbox (
      sender text not null,
      message uuid not null,
      applied_at timestamptz not null default now(),
      primary key (sender, message))`);
    await createQueue(knex);
  },
  async down(knex) {
    await knex.raw(`drop table if exists ${TABLES.join(", ")}`);
    await knex.raw("drop function if exists refuse_change_of_outbox()");
    await knex.raw(QUEUE);
  },
};

/** Forgets all messages, for records that are replaced as a whole. */
export const clearMessages = async (db: Knex): Promise<void> => {
  for (const table of ["inbox", "outbox"]) await db(table).delete();
};
