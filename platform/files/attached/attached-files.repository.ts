/** Files that objects of a service hold: the table, and its statements. */
import type { Knex } from "knex";
import {
  bigInteger,
  defineTable,
  moment,
  text,
  toRow,
  type Migration,
  type NewOf,
  type RecordOf,
  type RowOf,
} from "../../database/index.js";

/** The database of a service, or a transaction in it. */
export type FilesDatabase = Knex;

/** A transaction in it: a file is attached together with what else the write does. */
export type FilesTransaction = Knex.Transaction;

/** The table; a service has it where a noun declares who may read files of its objects. */
export const createAttachedFiles: Migration = {
  name: "20261130050000_create_attached_files",
  async up(knex) {
    await knex.raw(`create table attached_files (
      id uuid primary key default gen_random_uuid(),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      bytes bigint not null check (bytes > 0),
      media_type text not null,
      name text not null,
      holder_kind text not null,
      holder_key text not null,
      uploaded_by text not null,
      attached_at timestamptz not null,
      unique (holder_kind, holder_key, sha256))`);
    await knex.raw("create index attached_files_sha256 on attached_files (sha256)");
  },
  async down(knex) {
    await knex.schema.dropTable("attached_files");
  },
};

const TABLE = defineTable("attached_files", {
  id: text("id").byDefault(),
  sha256: text("sha256"),
  bytes: bigInteger("bytes"),
  mediaType: text("media_type"),
  name: text("name"),
  holderKind: text("holder_kind"),
  holderKey: text("holder_key"),
  uploadedBy: text("uploaded_by"),
  attachedAt: moment("attached_at"),
});

/** A file that an object holds. */
export type AttachedFile = RecordOf<typeof TABLE>;

/** An object that holds files. */
export interface Holder {
  /** As a noun declares it, such as `ServiceCase`. */
  readonly kind: string;
  /** The object's key, such as its number. */
  readonly key: string;
}

/** Writes it; undefined where the object holds the same bytes already. */
export const insertAttached = async (
  trx: FilesTransaction,
  file: NewOf<typeof TABLE>,
): Promise<AttachedFile | undefined> => {
  const [row] = (await trx(TABLE.name)
    .insert(toRow(TABLE, file))
    .onConflict(["holder_kind", "holder_key", "sha256"])
    .ignore()
    .returning(TABLE.columns())) as RowOf<typeof TABLE>[];
  return row && TABLE.toRecord(row);
};

/** The file of that id; undefined where there is none. */
export const findAttached = async (db: FilesDatabase, id: string): Promise<AttachedFile | undefined> => {
  const row = await db(TABLE.name).select(TABLE.columns()).where({ id }).first<RowOf<typeof TABLE> | undefined>();
  return row && TABLE.toRecord(row);
};

/** Files with these ids, in no order: what a loader reads; access is decided by the service that asks. */
export const findAttachedFiles = async (db: FilesDatabase, ids: readonly string[]): Promise<AttachedFile[]> => {
  const rows = (await db(TABLE.name)
    .select(TABLE.columns())
    .whereIn("id", [...ids])) as RowOf<typeof TABLE>[];
  return rows.map((row) => TABLE.toRecord(row));
};

/** Files of objects of one kind, in the order in which they were attached: what a loader reads. */
export const listAttached = async (
  db: FilesDatabase,
  kind: string,
  keys: readonly string[],
): Promise<AttachedFile[]> => {
  const rows = (await db(TABLE.name)
    .select(TABLE.columns())
    .where({ holder_kind: kind })
    .whereIn("holder_key", [...keys])
    .orderBy(["attached_at", "id"])) as RowOf<typeof TABLE>[];
  return rows.map((row) => TABLE.toRecord(row));
};

/** How many files the object holds. */
export const countAttached = async (db: FilesDatabase, { kind, key }: Holder): Promise<number> => {
  const [row] = await db(TABLE.name).where({ holder_kind: kind, holder_key: key }).count<{ count: bigint }[]>();
  return Number(row!.count);
};

/** Takes the file from the object; false where it does not hold it. The bytes go when nothing holds them. */
export const detachFile = async (trx: FilesTransaction, { kind, key }: Holder, id: string): Promise<boolean> =>
  (await trx(TABLE.name).where({ id, holder_kind: kind, holder_key: key }).delete()) === 1;

/** Which of these some object holds. */
export const heldAmong = async (db: FilesDatabase, sha256s: readonly string[]): Promise<string[]> =>
  (
    await db(TABLE.name)
      .distinct("sha256")
      .whereIn("sha256", [...sha256s])
  ).map(({ sha256 }: { sha256: string }) => sha256);

/** Takes all files from all objects, where all objects go. */
export const clearAttached = async (db: FilesDatabase): Promise<void> => void (await db(TABLE.name).delete());
