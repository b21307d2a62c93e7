/** SQL of trusted documents: three tables that `npm run documents` writes and gateways read. */
import type { Knex } from "knex";
import { createDatabase, tablesOnFirstUse } from "../database/index.js";
import { operationNameOf, type PublishedDocument } from "./document.js";
import { checkDoors, createDoorStore, DOOR_TABLES, type DoorStore } from "./door-store.repository.js";

const TABLES = [
  `create table if not exists document_apps (app text primary key, required boolean not null default false)`,
  `create table if not exists documents (id text primary key, text text not null)`,
  `create table if not exists document_versions (
     app text not null references document_apps, version text not null, published_at timestamptz not null default now(),
     retired_at timestamptz, primary key (app, version))`,
  `create table if not exists app_documents (
     app text not null, version text not null, id text not null references documents, alias text, used_on date,
     primary key (app, version, id), foreign key (app, version) references document_versions)`,
  "create index if not exists app_documents_by_id on app_documents (id)",
  "create index if not exists app_documents_by_alias on app_documents (alias) where alias is not null",
  ...DOOR_TABLES,
];

const KEEP = `
  insert into documents (id, text, operation)
  select id, text, operation from jsonb_to_recordset(:rows::jsonb) as r(id text, text text, operation text)
  on conflict (id) do update set operation = excluded.operation`;

const LINK = `
  insert into app_documents (app, version, id, alias)
  select :app, :version, id, alias from jsonb_to_recordset(:rows::jsonb) as r(id text, alias text)`;

/** A name of a version that another version in use gave to another text: both together would name neither. */
const TWICE_NAMED = `
  select a.alias, b.version from app_documents a
  join app_documents b on b.app = a.app and b.alias = a.alias and b.id <> a.id
  join document_versions v on v.app = b.app and v.version = b.version and v.retired_at is null
  where a.app = :app and a.version = :version order by a.alias limit 1`;

/** Who published a name: an alias of one app is nothing to another. */
const FIND = `
  select d.id, d.text, array_agg(distinct a.app) as apps, array_agg(distinct a.app) filter (where a.alias = :name) as aliased
  from app_documents a
  join document_versions v on v.app = a.app and v.version = a.version and v.retired_at is null
  join documents d on d.id = a.id
  where a.id = :name or a.alias = :name
  group by d.id, d.text`;

const OF_APP = `
  select d.id, d.text from documents d
  where d.id in (select a.id from app_documents a join document_versions v using (app, version)
    where a.app = :app and v.retired_at is null) order by d.id`;

const USED = `
  update app_documents set used_on = :day
  where id = any(:ids::text[]) and (:app::text is null or app = :app) and used_on is distinct from :day::date`;

const VERSIONS = `
  select v.app, v.version, p.required, v.published_at as "publishedAt", v.retired_at as "retiredAt",
    count(a.id)::integer as documents, max(a.used_on)::text as "usedOn"
  from document_versions v join document_apps p using (app) join app_documents a using (app, version)
  group by v.app, v.version, p.required order by v.app, v.published_at desc, v.version`;

/** A document that a later version in use has too, under the same name, is asked of that one. */
const RETIRE_UNUSED = `
  update document_versions v set retired_at = now()
  where app = :app and retired_at is null and published_at < now() - make_interval(days => :days::integer)
    and version <> (select version from document_versions
      where app = :app and retired_at is null order by published_at desc, version limit 1)
    and not exists (select 1 from app_documents a where a.app = v.app and a.version = v.version
      and a.used_on > (now() at time zone 'Asia/Shanghai')::date - :days::integer
      and not exists (select 1 from app_documents l join document_versions n using (app, version)
        where l.app = a.app and l.id = a.id and l.alias is not distinct from a.alias
        and n.retired_at is null and n.published_at > v.published_at))
  returning version`;

/** A document that is in use, and the apps that published it. */
export interface StoredDocument {
  readonly id: string;
  readonly text: string;
  readonly apps: readonly string[];
  /** Apps that gave it the alias under which it was found; null where it was found by its own name. */
  readonly aliased: readonly string[] | null;
}

/** A version of an app's documents. */
export interface DocumentVersion {
  readonly app: string;
  readonly version: string;
  /** Whether the app is held to its documents. */
  readonly required: boolean;
  readonly publishedAt: Date;
  readonly retiredAt: Date | null;
  readonly documents: number;
  /** Last day on which one of them was asked; null for none. */
  readonly usedOn: string | null;
}

/** Where documents are kept. */
export interface DocumentStore extends DoorStore {
  /** Adds a version of an app, all of it or nothing. Throws where the app has the version, or gave a name to another text in a version in use. */
  publish(app: string, version: string, documents: readonly PublishedDocument[]): Promise<void>;
  /** Documents by a name, those of versions that were retired left out: several where apps use one alias. */
  find(name: string): Promise<StoredDocument[]>;
  /** Apps that are held to their documents. */
  required(): Promise<string[]>;
  /** Holds an app to its documents, or no longer. Returns false where there is no such app. */
  require(app: string, required: boolean): Promise<boolean>;
  versions(): Promise<DocumentVersion[]>;
  /** Documents of an app that are in use. */
  documentsOf(app: string): Promise<Pick<StoredDocument, "id" | "text">[]>;
  /** Retires a version. Returns false where there is none in use. */
  retire(app: string, version: string): Promise<boolean>;
  /** Retires all but the latest version of which nothing was asked for so many days; returns them. */
  retireUnused(app: string, days: number): Promise<string[]>;
  /** Remembers that documents were asked on a day, of one app or of any. */
  used(ids: readonly string[], of: { readonly app: string | null; readonly day: string }): Promise<void>;
  close(): Promise<void>;
}

/** Creates it over a database, which may be down; the tables are made when it is first used. */
export const createDocumentStore = (db: Knex): DocumentStore => {
  const prepare = tablesOnFirstUse(db, { lock: "govgraph.documents", statements: TABLES });
  const rowsOf = async <Row>(sql: string, values: object = {}): Promise<Row[]> => {
    await prepare();
    const { rows } = await db.raw<{ rows: Row[] }>(sql, values as never);
    return rows;
  };
  return {
    ...createDoorStore(db, prepare),
    async publish(app, version, documents) {
      await prepare();
      const named = documents.map((document) => ({ ...document, operation: operationNameOf(document.text) }));
      const values = { app, version, rows: JSON.stringify(named) };
      await db.transaction(async (trx) => {
        await trx.raw(
          "insert into document_apps (app) values (:app) on conflict (app) do update set app = excluded.app",
          values,
        );
        const { rows } = await trx.raw<{ rows: unknown[] }>(
          "insert into document_versions (app, version) values (:app, :version) on conflict do nothing returning app",
          values,
        );
        if (rows.length === 0)
          throw new Error(
            `${app} has a version ${version}: what was published stays as it is, give another --version.`,
          );
        await trx.raw(KEEP, values);
        await trx.raw(LINK, values);
        const [twice] = (await trx.raw<{ rows: { alias: string; version: string }[] }>(TWICE_NAMED, values)).rows;
        if (twice)
          throw new Error(
            `${twice.alias} names another text in version ${twice.version}, which is in use: retire it first, or name documents by what they hold.`,
          );
        await checkDoors(trx, app);
      });
    },
    find: (name) => rowsOf(FIND, { name }),
    required: async () =>
      (await rowsOf<{ app: string }>("select app from document_apps where required")).map(({ app }) => app),
    require: async (app, required) =>
      (await rowsOf("update document_apps set required = :required where app = :app returning app", { app, required }))
        .length > 0,
    versions: () => rowsOf(VERSIONS),
    documentsOf: (app) => rowsOf(OF_APP, { app }),
    retire: async (app, version) =>
      (
        await rowsOf(
          "update document_versions set retired_at = now() where app = :app and version = :version and retired_at is null returning app",
          { app, version },
        )
      ).length > 0,
    retireUnused: async (app, days) =>
      (await rowsOf<{ version: string }>(RETIRE_UNUSED, { app, days })).map(({ version }) => version),
    async used(ids, { app, day }) {
      await rowsOf(USED, { ids, app, day });
    },
    close: () => db.destroy(),
  };
};

/** The same over a database of its own. */
export const openDocumentStore = (url: string): DocumentStore =>
  createDocumentStore(createDatabase({ url, applicationName: "govgraph-documents", schema: "public", poolMax: 2 }));
