/** The journal of loads: what a load inserted and changed, kept by triggers, so that it can be undone as long as nothing was built upon it. */
import type { Knex } from "knex";
import { LOAD_SETTING, type JournaledTable } from "./journaled-table.js";
import { createSetJournal, journalSet, SET_JOURNAL } from "./load-set-journal.js";
import type { Migration } from "./migrate.js";

/** Writes of this transaction are journaled under the load's id from here on. */
export const journalAs = async (trx: Knex.Transaction, loadId: string): Promise<void> => {
  await trx.raw("select set_config(?, ?, true)", [LOAD_SETTING, loadId]);
};

/** Creates the migration that journals loads of these tables; each of them has a column `version`. */
export const createLoadJournal = (name: string, tables: readonly JournaledTable[]): Migration => ({
  name,
  async up(knex) {
    // `before` is the row as it was; null where the load inserted it. `version` is the one that the load left.
    await knex.raw(`create table load_journal (
      load_id text not null,
      table_name text not null,
      key text not null,
      before jsonb,
      version integer not null,
      written_at timestamptz not null default now(),
      primary key (load_id, table_name, key))`);
    await knex.raw("create index load_journal_written on load_journal (written_at)");
    await knex.raw(`create table undone_loads (
      load_id text primary key,
      removed integer not null,
      restored integer not null,
      undone_at timestamptz not null default now())`);
    if (tables.some(({ sets }) => sets !== undefined)) await createSetJournal(knex);
    for (const table of tables) {
      await journalTable(knex, table);
      for (const set of table.sets ?? []) await journalSet(knex, set);
    }
  },
  async down(knex) {
    for (const { table, sets = [] } of tables)
      for (const name of [table, ...sets.map((set) => set.table)]) {
        for (const event of ["insert", "update", "delete"])
          await knex.raw(`drop trigger if exists journal_${event} on ${name}`);
        await knex.raw(`drop function if exists journal_${name}()`);
      }
    await knex.raw(`drop table if exists load_journal, ${SET_JOURNAL}, undone_loads`);
  },
});

const journalTable = async (knex: Knex, { table, key }: JournaledTable): Promise<void> => {
  await knex.raw(`create function journal_${table}() returns trigger language plpgsql set search_path from current as $$
    declare load text := nullif(current_setting('${LOAD_SETTING}', true), '');
    begin
      if load is null then return null; end if;
      if tg_op = 'INSERT' then
        insert into load_journal (load_id, table_name, key, version) select load, '${table}', ${key}, version from changed_rows
          on conflict (load_id, table_name, key) do update set version = excluded.version;
      else
        insert into load_journal (load_id, table_name, key, before, version)
          select load, '${table}', n.${key}, to_jsonb(o), n.version from changed_rows n join old_rows o on o.${key} = n.${key}
          on conflict (load_id, table_name, key) do update set version = excluded.version;
      end if;
      return null;
    end $$`);
  for (const [event, rows] of [
    ["insert", "referencing new table as changed_rows"],
    ["update", "referencing old table as old_rows new table as changed_rows"],
  ] as const)
    await knex.raw(`create trigger journal_${event} after ${event} on ${table} ${rows}
      for each statement execute function journal_${table}()`);
};
