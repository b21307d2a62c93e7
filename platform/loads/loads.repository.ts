/** SQL of loads as the gateway asks it: files that agencies upload, steps that they ask; each agency sees its own alone. */
import { randomUUID } from "node:crypto";
import type { Knex } from "knex";
import { createDatabase, tablesOnFirstUse } from "../database/index.js";
import type { Asker, LoadKind, Step, StepName, StepOptions, Upload } from "./load.js";
import { toStep, toUpload, type StepRow, type UploadRow } from "./load-rows.js";
import { LAST_LOADED, LOAD_TABLES, LOADED, removing, STEP_COLUMNS, UPLOAD_COLUMNS } from "./load-tables.js";

/** Name of the schema that holds the tables. */
export const LOADS_SCHEMA = "loads";

/** What the gateway asks. */
export interface LoadStore {
  kinds(): Promise<LoadKind[]>;
  /** A new upload; undefined where the agency has so many files in the folder already. */
  begin(asker: Asker, facts: Pick<Upload, "kind" | "fileName">, most: number): Promise<Upload | undefined>;
  /** An upload of the agency. */
  find(agency: string, id: string): Promise<Upload | undefined>;
  /** The agency's uploads, the newest first. */
  list(agency: string, most: number): Promise<Upload[]>;
  /** Steps of an upload, the oldest first. */
  steps(uploadId: string): Promise<Step[]>;
  /**
   * Counts a part that has arrived at `from`, in the transaction in which `keep` puts it in its place; false where another place is
   * the next one, or all has arrived.
   */
  addPart(
    uploadId: string,
    part: { readonly from: number; readonly bytes: number },
    keep: () => Promise<void>,
  ): Promise<boolean>;
  /** All has arrived: it is looked at. False where that was said before. */
  complete(upload: Upload, by: string, options: StepOptions): Promise<boolean>;
  /** Asks a step; false where another one is not done yet. */
  ask(
    uploadId: string,
    step: { readonly name: StepName; readonly by: string; readonly options: StepOptions },
  ): Promise<boolean>;
  /** The last load of the same file and kind by the agency that was done and not undone, beside that of this upload. */
  sameFile(upload: Upload): Promise<{ readonly uploadId: string; readonly loadedAt: Date } | undefined>;
  /** The upload's own load that was done last, where nothing has undone it since. */
  loaded(uploadId: string): Promise<string | undefined>;
  /** The file is to be removed before its time: ids of its steps; undefined where a step is not done, or it was removed before. */
  remove(uploadId: string): Promise<string[] | undefined>;
  close(): Promise<void>;
}

const insertStep = (
  db: Knex,
  uploadId: string,
  { name, by, options }: { readonly name: StepName; readonly by: string; readonly options: StepOptions },
): Promise<boolean> =>
  db
    .raw<{ rowCount: number }>(
      `insert into steps (id, upload_id, name, asked_by, options) values (?, ?, ?, ?, ?::jsonb)
       on conflict (upload_id) where state in ('WAITING', 'RUNNING') do nothing`,
      [randomUUID(), uploadId, name, by, JSON.stringify(options)],
    )
    .then(({ rowCount }) => rowCount === 1);

/** Creates it over a database, which may be down; the tables are made when it is first used. */
export const createLoadStore = (db: Knex): LoadStore => {
  const prepare = prepareLoads(db);
  const rowsOf = async <Row>(sql: string, values: readonly unknown[]): Promise<Row[]> => {
    await prepare();
    return (await db.raw<{ rows: Row[] }>(sql, values as never)).rows;
  };
  const uploads = async (sql: string, values: readonly unknown[]): Promise<Upload[]> =>
    (await rowsOf<UploadRow>(`select ${UPLOAD_COLUMNS} from uploads u ${sql}`, values)).map(toUpload);
  return {
    kinds: async () =>
      (await rowsOf<{ told: LoadKind }>("select told from load_kinds order by kind", [])).map(({ told }) => told),
    async begin({ agency, by }, { kind, fileName }, most) {
      const id = randomUUID();
      await prepare();
      await db.transaction(async (trx) => {
        await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`govgraph.uploads.${agency}`]);
        await trx.raw(
          `insert into uploads (id, agency, kind, file_name, uploaded_by)
           select ?::uuid, ?, ?, ?, ? where (select count(*) from uploads where agency = ? and kept) < ?::integer`,
          [id, agency, kind, fileName, by, agency, most],
        );
      });
      return (await uploads("where u.id = ?", [id]))[0];
    },
    find: async (agency, id) => (await uploads("where u.agency = ? and u.id = ?::uuid", [agency, id]))[0],
    list: (agency, most) => uploads("where u.agency = ? order by u.uploaded_at desc, u.id limit ?", [agency, most]),
    steps: async (uploadId) =>
      (
        await rowsOf<StepRow>(`select ${STEP_COLUMNS} from steps s where s.upload_id = ? order by s.number`, [uploadId])
      ).map(toStep),
    async addPart(uploadId, { from, bytes }, keep) {
      await prepare();
      return db.transaction(async (trx) => {
        const { rowCount } = await trx.raw<{ rowCount: number }>(
          "update uploads set received = received + ? where id = ? and received = ? and not complete",
          [bytes, uploadId, from],
        );
        if (rowCount === 1) await keep();
        return rowCount === 1;
      });
    },
    async complete({ id }, by, options) {
      await prepare();
      return db.transaction(async (trx) => {
        const done = await trx("uploads").where({ id, complete: false }).update({ complete: true });
        return done === 1 && insertStep(trx, id, { name: "LOOK", by, options });
      });
    },
    async ask(uploadId, step) {
      await prepare();
      return insertStep(db, uploadId, step);
    },
    sameFile: async ({ id, agency, kind, sha256 }) =>
      sha256 === undefined
        ? undefined
        : (
            await rowsOf<{ uploadId: string; loadedAt: Date }>(
              `select u.id as "uploadId", s.finished_at as "loadedAt" from uploads u join steps s on s.upload_id = u.id
               where u.agency = ? and u.kind = ? and u.sha256 = ? and u.id <> ? and ${LOADED} order by s.number desc limit 1`,
              [agency, kind, sha256, id],
            )
          )[0],
    loaded: async (uploadId) => (await rowsOf<{ id: string }>(LAST_LOADED, [uploadId]))[0]?.id,
    async remove(uploadId) {
      const rows = await rowsOf<{ stepIds: string[] }>(removing("u.id = ?::uuid"), [uploadId]);
      return rows[0]?.stepIds;
    },
    close: () => db.destroy(),
  };
};

/** Makes the tables when they are first needed. */
export const prepareLoads = (db: Knex): (() => Promise<void>) =>
  tablesOnFirstUse(db, { lock: "govgraph.loads", statements: LOAD_TABLES });

/** The same over a database of its own. */
export const openLoadStore = (url: string): LoadStore =>
  createLoadStore(createDatabase({ url, applicationName: "govgraph-loads", schema: LOADS_SCHEMA, poolMax: 4 }));
