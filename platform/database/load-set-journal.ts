/** The journal of sets: rows that a load replaces as a whole for each record, such as links, as they were before it and as it left them. */
import type { Knex } from "knex";
import { LOAD_SETTING, type JournaledSet } from "./journaled-table.js";

/** Its table; only services with such sets have it. */
export const SET_JOURNAL = "load_set_journal";

/** Creates the table. */
export const createSetJournal = async (knex: Knex): Promise<void> => {
  await knex.raw(`create table ${SET_JOURNAL} (
    load_id text not null,
    table_name text not null,
    key text not null,
    before jsonb not null,
    after jsonb not null,
    written_at timestamptz not null default now(),
    primary key (load_id, table_name, key))`);
  await knex.raw(`create index ${SET_JOURNAL}_written on ${SET_JOURNAL} (written_at)`);
};

const gathered = (rows: string): string => `(select coalesce(jsonb_agg(r order by r), '[]') from (${rows}) as rows)`;

/** All rows of the record whose key the expression gives, in one value by which two states of a set are compared. */
export const rowsOfSet = ({ table, of }: JournaledSet, key: string): string =>
  gathered(`select to_jsonb(s) as r from ${table} s where s.${of} = ${key}`);

/** Creates its triggers: a set has no version, so what it held before the first write of a load is kept, and what it holds after the last. */
export const journalSet = async (knex: Knex, set: JournaledSet): Promise<void> => {
  const { table, of } = set;
  const now = `select to_jsonb(s) as r from ${table} s where s.${of} = c.key`;
  const written = `select to_jsonb(w) as r from changed_rows w where w.${of} = c.key`;
  await knex.raw(`create function journal_${table}() returns trigger language plpgsql set search_path from current as $$
    declare load text := nullif(current_setting('${LOAD_SETTING}', true), '');
    begin
      if load is null then return null; end if;
      insert into ${SET_JOURNAL} (load_id, table_name, key, before, after)
        select load, '${table}', c.key,
            case tg_op when 'DELETE' then ${gathered(`${now} union all ${written}`)} else ${gathered(`${now} except ${written}`)} end,
            ${gathered(now)}
          from (select distinct ${of} as key from changed_rows) c
        on conflict (load_id, table_name, key) do update set after = excluded.after;
      return null;
    end $$`);
  for (const [event, rows] of [
    ["insert", "new"],
    ["delete", "old"],
  ] as const)
    await knex.raw(`create trigger journal_${event} after ${event} on ${table} referencing ${rows} table as changed_rows
      for each statement execute function journal_${table}()`);
};
