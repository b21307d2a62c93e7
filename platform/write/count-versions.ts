/** Versions that count every change, whoever makes it: an import or a correction by hand changes what a client has seen as much as a step does. */
import type { Knex } from "knex";

/** Adds `version` where the table has none, and counts it up with every update that changes a row and does not count it itself. */
export const countVersions = async (knex: Knex, table: string): Promise<void> => {
  await knex.raw("alter table ?? add column if not exists version integer not null default 1", [table]);
  await knex.raw(`create or replace function count_version() returns trigger language plpgsql as $$
    begin
      new.version := old.version + 1;
      return new;
    end $$`);
  await knex.raw(
    `create trigger count_version before update on ?? for each row
     when (new.version = old.version and new is distinct from old) execute function count_version()`,
    [table],
  );
};

/** Counts them no longer; the column stays for who takes it away. */
export const stopCountingVersions = async (knex: Knex, table: string): Promise<void> => {
  await knex.raw("drop trigger count_version on ??", [table]);
};
