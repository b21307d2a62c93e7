/** Editions of the law's data that came after the release, as every service's database keeps them. */
import type { Knex } from "knex";
import { inTransaction, type Migration } from "../database/index.js";
import type { LawKind, LawTableKind } from "./law-kinds.js";

/** What the table keeps: kinds that every service takes, those that fill tables with what ships of them, and those of one service. */
export type EditionKind = LawKind | LawTableKind | `${LawTableKind}, shipped` | "divisions";

/** The database of a service. */
export type LawDatabase = Knex;

/** A transaction in it. */
export type LawTransaction = Knex.Transaction;

/** The table of editions; every service has one. */
export const createLawEditions: Migration = {
  name: "20261129150000_create_law_editions",
  async up(knex) {
    await knex.raw(`create table law_editions (
      kind text primary key,
      edition date not null,
      content text not null,
      loaded_at timestamptz not null default now())`);
  },
  async down(knex) {
    await knex.schema.dropTable("law_editions");
  },
};

/** An edition: the day that it says it is of, and the text of its file. */
export interface LawEdition {
  readonly edition: string;
  readonly content: string;
}

/** The edition that was loaded last; undefined where what the product ships is in force. */
export const findLawEdition = async (db: Knex, kind: EditionKind): Promise<LawEdition | undefined> =>
  (await db("law_editions").where({ kind }).first(db.raw("to_char(edition, 'YYYY-MM-DD') as edition"), "content")) as
    LawEdition | undefined;

/** Puts an edition in the place of the one before. Throws a sentence where that one is newer, unless it may be `older`; true where anything changed. */
export const writeLawEdition = (
  db: Knex,
  kind: EditionKind,
  { edition, content }: LawEdition,
  { older = false }: { readonly older?: boolean } = {},
): Promise<boolean> =>
  inTransaction(db, async (trx) => {
    await trx.raw("lock table law_editions in share row exclusive mode");
    const before = await findLawEdition(trx, kind);
    if (before?.content === content) return false;
    if (!older && before !== undefined && before.edition > edition)
      throw new Error(`The edition of ${before.edition} is loaded, which is newer than that of ${edition}.`);
    await trx("law_editions").insert({ kind, edition, content, loaded_at: trx.fn.now() }).onConflict("kind").merge();
    return true;
  });
