/** Marks of loads: what was begun and what is whole, so that half of a load is never taken for all of it. */
import type { Knex } from "knex";
import { inTransaction } from "./database.js";
import type { Migration } from "./migrate.js";

/** The table of marks; every service has one. */
export const createLoadMarks: Migration = {
  name: "20261128100000_create_load_marks",
  async up(knex) {
    await knex.raw(`create table load_marks (
      name text primary key,
      content text not null,
      whole boolean not null,
      at timestamptz not null default now())`);
  },
  async down(knex) {
    await knex.schema.dropTable("load_marks");
  },
};

/** A load of a service's data. */
export interface LoadMark {
  /** What it consists of, such as `demo 20160217`. */
  readonly content: string;
  /** False from its beginning to its end. */
  readonly whole: boolean;
}

/** The mark of a load; undefined where it was never begun. */
export const findLoadMark = async (db: Knex, name: string): Promise<LoadMark | undefined> =>
  (await db("load_marks").where({ name }).first("content", "whole")) as LoadMark | undefined;

/** The marks of all loads of a service, by their names. */
export const listLoadMarks = async (db: Knex): Promise<ReadonlyMap<string, LoadMark>> =>
  new Map(
    ((await db("load_marks").select("name", "content", "whole")) as (LoadMark & { readonly name: string })[]).map(
      ({ name, ...mark }) => [name, mark],
    ),
  );

/** Says that a load begins. */
export const beginLoad = async (db: Knex, name: string, content: string): Promise<void> => {
  await db("load_marks").insert({ name, content, whole: false, at: db.fn.now() }).onConflict("name").merge();
};

/** Does all of a load and marks it whole in one transaction: it is there as a whole or not at all. */
export const loadWhole = (
  db: Knex,
  mark: { readonly name: string; readonly content: string },
  load: (trx: Knex.Transaction) => Promise<void>,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    await load(trx);
    await trx("load_marks")
      .insert({ ...mark, whole: true, at: trx.fn.now() })
      .onConflict("name")
      .merge();
  });
