/** SQL of doors: which of an app are open, and the documents behind them by the names of their operations. */
import type { Knex } from "knex";
import { DOOR_LIMITS, type DoorName } from "./doors.js";

/** Columns that doors need beside the tables of documents. What was published before has no operation until it is published again. */
export const DOOR_TABLES = [
  "alter table documents add column if not exists operation text",
  "alter table document_apps add column if not exists doors text[] not null default '{}'",
];

/** Of several versions in use the latest that has an operation of the name is asked. */
const BEHIND = `
  select p.doors, coalesce(jsonb_agg(jsonb_build_object('operation', o.operation, 'id', o.id, 'text', o.text)
    order by o.operation) filter (where o.id is not null), '[]') as operations
  from document_apps p left join lateral (
    select distinct on (d.operation) d.operation, d.id, d.text
    from app_documents a join document_versions v using (app, version) join documents d on d.id = a.id
    where a.app = p.app and v.retired_at is null and d.operation is not null
    order by d.operation, v.published_at desc, v.version) o on cardinality(p.doors) > 0
  where p.app = :app group by p.app, p.doors`;

/** Of an app with an open door: how much is behind it, and a name that two documents of one version have. */
const HELD = `
  with used as (
    select a.version, d.id, d.operation, octet_length(d.text) as bytes
    from document_apps p join app_documents a using (app) join document_versions v using (app, version)
    join documents d on d.id = a.id
    where p.app = :app and cardinality(p.doors) > 0 and v.retired_at is null and d.operation is not null)
  select (select count(distinct operation)::integer from used) as operations,
    (select coalesce(sum(bytes), 0)::integer from (select distinct id, bytes from used) u) as bytes,
    (select operation from used group by version, operation having count(*) > 1 order by 1 limit 1) as twice`;

/** A document that doors know by the name of its operation. */
export interface NamedDocument {
  readonly operation: string;
  readonly id: string;
  readonly text: string;
}

/** The doors of an app that are open, and what stands behind them. */
export interface AppDoors {
  readonly doors: readonly DoorName[];
  /** By the names of their operations; none where no door is open. */
  readonly operations: readonly NamedDocument[];
}

/** Doors in the store of documents. */
export interface DoorStore {
  /** Opens the doors that are named and shuts the others. Returns false where there is no such app. Throws where what it has in use does not fit DOOR_LIMITS. */
  openDoors(app: string, doors: readonly DoorName[]): Promise<boolean>;
  /** What stands behind an app's doors; undefined where there is no such app. */
  doorsOf(app: string): Promise<AppDoors | undefined>;
}

/** Throws a sentence where an app has an open door and more in use than fits behind it. */
export const checkDoors = async (trx: Knex.Transaction, app: string): Promise<void> => {
  type Held = { readonly operations: number; readonly bytes: number; readonly twice: string | null };
  const { rows } = await trx.raw<{ rows: Held[] }>(HELD, { app });
  const { operations, bytes, twice } = rows[0]!;
  if (twice !== null) throw new Error(`Two documents of one version of ${app} are called ${twice}: a door knows one.`);
  if (operations > DOOR_LIMITS.operations || bytes > DOOR_LIMITS.bytes)
    throw new Error(
      `${app} has ${operations} operations of ${bytes} bytes in use; behind doors stand ${DOOR_LIMITS.operations} of ${DOOR_LIMITS.bytes}.`,
    );
};

/** Creates it; `prepare` makes the tables. */
export const createDoorStore = (db: Knex, prepare: () => Promise<unknown>): DoorStore => ({
  async openDoors(app, doors) {
    await prepare();
    return db.transaction(async (trx) => {
      const { rows } = await trx.raw<{ rows: unknown[] }>(
        "update document_apps set doors = :doors::text[] where app = :app returning app",
        { app, doors } as never,
      );
      await checkDoors(trx, app);
      return rows.length > 0;
    });
  },
  async doorsOf(app) {
    await prepare();
    const { rows } = await db.raw<{ rows: AppDoors[] }>(BEHIND, { app });
    return rows[0];
  },
});
