/** Editions of the law's data that an operator loaded, as every service's database keeps them: in force, or put aside because what ships contradicts them. */
import type { Knex } from "knex";
import { inTransaction, type Migration } from "../database/index.js";
import type { EditionKind } from "./law-kinds.js";

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

/** Every edition is kept, and says why it is put aside. What ships has marks of loads and is no edition. */
export const keepLawEditions: Migration = {
  name: "20261129170000_keep_law_editions",
  async up(knex) {
    await knex.raw(`alter table law_editions drop constraint law_editions_pkey, add set_aside text,
      add id integer generated always as identity primary key`);
    await knex.raw("create index law_editions_kind on law_editions (kind, id)");
    await knex("law_editions").whereLike("kind", "%, shipped").delete();
  },
  async down(knex) {
    await knex.raw(
      "delete from law_editions e where exists (select 1 from law_editions l where l.kind = e.kind and l.id > e.id)",
    );
    await knex.raw(`alter table law_editions drop id, drop set_aside, add primary key (kind)`);
  },
};

/** An edition: the day that it says it is of, and the text of its file. */
export interface LawEdition {
  readonly edition: string;
  readonly content: string;
}

/** An edition as it is kept. */
export interface KeptEdition extends LawEdition {
  readonly id: number;
  readonly kind: EditionKind;
  /** Why it is not in force; null where it is. */
  readonly setAside: string | null;
}

/** Every edition that was loaded, by kind, the last of each at its end. */
export const listLawEditions = async (db: Knex, kind?: EditionKind): Promise<KeptEdition[]> =>
  (await db("law_editions")
    .select(
      "id",
      "kind",
      db.raw("to_char(edition, 'YYYY-MM-DD') as edition"),
      "content",
      db.raw(`set_aside as "setAside"`),
    )
    .where(kind === undefined ? {} : { kind })
    .orderBy(["kind", "id"])) as KeptEdition[];

/** The edition that was loaded last, in force or not; undefined where none ever was. */
export const findKeptEdition = async (db: Knex, kind: EditionKind): Promise<KeptEdition | undefined> =>
  (await listLawEditions(db, kind)).at(-1);

/** The edition that was loaded last, where it is in force; undefined where what the product ships is in force alone. */
export const findLawEdition = async (db: Knex, kind: EditionKind): Promise<KeptEdition | undefined> => {
  const kept = await findKeptEdition(db, kind);
  return kept?.setAside === null ? kept : undefined;
};

/** Keeps an edition after the one before. Throws a sentence where one that is newer is in force; true where it is not that one again. */
export const writeLawEdition = (db: Knex, kind: EditionKind, { edition, content }: LawEdition): Promise<boolean> =>
  inTransaction(db, async (trx) => {
    await trx.raw("lock table law_editions in share row exclusive mode");
    const before = await findLawEdition(trx, kind);
    if (before?.content === content) return false;
    if (before !== undefined && before.edition > edition)
      throw new Error(`The edition of ${before.edition} is loaded, which is newer than that of ${edition}.`);
    await trx("law_editions").insert({ kind, edition, content });
    return true;
  });

/** Puts an edition aside: it stays as it was loaded, and nothing goes by it. */
export const setAside = async (db: Knex, { id }: Pick<KeptEdition, "id">, why: string): Promise<void> => {
  await db("law_editions").where({ id }).update({ set_aside: why });
};
