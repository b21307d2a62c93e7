/** SQL of loads as a worker asks it: takes steps under a lease, tells how far they are, and writes what became of them. */
import { randomUUID } from "node:crypto";
import type { Knex } from "knex";
import { LOAD_LIMITS, type HeldStep, type LoadKind } from "./load.js";
import { toStep, toUpload, type StepRow, type UploadRow } from "./load-rows.js";
import { LAST_LOADED, removing, STEP_COLUMNS, UPLOAD_COLUMNS } from "./load-tables.js";
import { prepareLoads } from "./loads.repository.js";

/** How long a worker holds a step without saying that it lives, in seconds. */
export const LEASE_S = 30;

/** How often a step is begun before it is given up: what ends a worker three times ends it again. */
export const MOST_ATTEMPTS = 3;

/** What becomes of a step. */
export type StepEnd = { readonly result: Readonly<Record<string, unknown>> } | { readonly failure: string };

/** What a worker asks. */
export interface WorkStore {
  /** Tells the gateway what can be loaded. */
  tellKinds(kinds: readonly LoadKind[]): Promise<void>;
  /** The next step, held; undefined where there is none. A step whose worker fell silent is taken again. */
  take(): Promise<HeldStep | undefined>;
  /** Holds it longer, and says how far it is. False where another worker holds it. */
  hold(held: HeldStep, progress?: { readonly done: number; readonly total: number }): Promise<boolean>;
  /** The hash of the file, where it was not known. */
  know(held: HeldStep, sha256: string): Promise<void>;
  /** Writes what became of it. False where another worker holds it. */
  finish(held: HeldStep, end: StepEnd): Promise<boolean>;
  /** Gives it back, for another worker at once: this one stops. */
  giveBack(held: HeldStep): Promise<void>;
  /** The upload's own load that was done last, where nothing has undone it since; with what was told of it. */
  loaded(uploadId: string): Promise<string | undefined>;
  /** Uploads whose files are to be removed, which are marked so: old ones, with no step open. */
  takeOld(): Promise<{ readonly uploadId: string; readonly stepIds: readonly string[] }[]>;
}

const TAKE = `
  update steps s set state = 'RUNNING', lease = ?::uuid, leased_until = now() + make_interval(secs => ?), attempts = s.attempts + 1
  from uploads u where u.id = s.upload_id and s.id = (
    select id from steps where state = 'WAITING' or (state = 'RUNNING' and leased_until < now())
    order by number limit 1 for update skip locked)
  returning s.id, u.id as "uploadId"`;

/** Creates it over a database. */
export const createWorkStore = (db: Knex): WorkStore => {
  const prepare = prepareLoads(db);
  const update = async (sql: string, values: readonly unknown[]): Promise<boolean> =>
    (await db.raw<{ rowCount: number }>(sql, values as never)).rowCount === 1;
  return {
    async tellKinds(kinds) {
      await prepare();
      await db.transaction(async (trx) => {
        await trx.raw("select pg_advisory_xact_lock(hashtextextended('govgraph.load-kinds', 0))");
        await trx("load_kinds").delete();
        await trx("load_kinds").insert(kinds.map((told) => ({ kind: told.kind, told: JSON.stringify(told) })));
      });
    },
    async take() {
      await prepare();
      const lease = randomUUID();
      const { rows } = await db.raw<{ rows: { id: string; uploadId: string }[] }>(TAKE, [lease, LEASE_S]);
      if (rows[0] === undefined) return undefined;
      const { id, uploadId } = rows[0];
      const [step, upload] = await Promise.all([
        db.raw<{ rows: StepRow[] }>(`select ${STEP_COLUMNS} from steps s where s.id = ?`, [id]),
        db.raw<{ rows: UploadRow[] }>(`select ${UPLOAD_COLUMNS} from uploads u where u.id = ?`, [uploadId]),
      ]);
      return { step: toStep(step.rows[0]!), upload: toUpload(upload.rows[0]!), lease };
    },
    hold: ({ step, lease }, progress) =>
      update(
        `update steps set leased_until = now() + make_interval(secs => ?), done = coalesce(?::bigint, done), total = coalesce(?::bigint, total)
         where id = ? and lease = ? and state = 'RUNNING'`,
        [LEASE_S, progress?.done ?? null, progress?.total ?? null, step.id, lease],
      ),
    async know({ upload }, sha256) {
      await db("uploads").where({ id: upload.id }).update({ sha256 });
    },
    finish: ({ step, lease }, end) =>
      update(
        `update steps set state = ?, result = ?::jsonb, failure = ?, finished_at = now(), leased_until = null
         where id = ? and lease = ? and state = 'RUNNING'`,
        "failure" in end
          ? ["FAILED", null, end.failure, step.id, lease]
          : ["DONE", JSON.stringify(end.result), null, step.id, lease],
      ),
    async giveBack({ step, lease }) {
      await update(
        "update steps set state = 'WAITING', leased_until = null, attempts = attempts - 1 where id = ? and lease = ? and state = 'RUNNING'",
        [step.id, lease],
      );
    },
    async loaded(uploadId) {
      return (await db.raw<{ rows: { id: string }[] }>(LAST_LOADED, [uploadId])).rows[0]?.id;
    },
    async takeOld() {
      await prepare();
      const { rows } = await db.raw<{ rows: { uploadId: string; stepIds: string[] }[] }>(
        removing("u.uploaded_at < now() - make_interval(days => ?)"),
        [LOAD_LIMITS.keptDays],
      );
      return rows;
    },
  };
};
