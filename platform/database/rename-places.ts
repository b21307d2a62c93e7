/** A migration that gives tables and columns the names that the graph uses; rows, keys and indexes stay. */
import type { Knex } from "knex";
import type { Migration } from "./migrate.js";

/** Names of before and of after. */
export interface RenamedPlaces {
  readonly tables?: readonly (readonly [before: string, after: string])[];
  /** By table, as it is called after. */
  readonly columns?: readonly (readonly [table: string, before: string, after: string])[];
  /** Values of an enumeration, by table and column as they are called after. */
  readonly values?: readonly (readonly [table: string, column: string, before: string, after: string])[];
}

/** Renames what it names. */
export const renamePlaces = async (
  knex: Knex,
  { tables = [], columns = [], values = [] }: RenamedPlaces,
): Promise<void> => {
  for (const [before, after] of tables) await knex.raw("alter table ?? rename to ??", [before, after]);
  for (const [table, before, after] of columns)
    await knex.raw("alter table ?? rename column ?? to ??", [table, before, after]);
  for (const [table, column, before, after] of values)
    await knex(table)
      .where({ [column]: before })
      .update({ [column]: after });
};

/** Takes that back. */
export const renamePlacesBack = async (
  knex: Knex,
  { tables = [], columns = [], values = [] }: RenamedPlaces,
): Promise<void> => {
  for (const [table, column, before, after] of values)
    await knex(table)
      .where({ [column]: after })
      .update({ [column]: before });
  for (const [table, before, after] of columns)
    await knex.raw("alter table ?? rename column ?? to ??", [table, after, before]);
  for (const [before, after] of tables) await knex.raw("alter table ?? rename to ??", [after, before]);
};

/** The migration that does nothing else. */
export const createRenaming = (name: string, places: RenamedPlaces): Migration => ({
  name,
  up: (knex) => renamePlaces(knex, places),
  down: (knex) => renamePlacesBack(knex, places),
});
