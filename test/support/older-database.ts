/** A service's schema as an older version left it, filled with what the demonstration has; for tests of the migrations that come after. */
import pg from "pg";
import { createDatabase, migrateUp, type Migration, type RenamedPlaces } from "../../platform/database/index.js";
import type { TestDatabase } from "./database.js";

/** What a service's tables were at an older point. */
export interface OlderPoint {
  readonly service: string;
  readonly migrations: readonly Migration[];
  /** Name of the last migration that ran. */
  readonly last: string;
  /** SQL over the demonstration's row `s` for columns that have since gone or been renamed, as `table.column`. */
  readonly given?: Readonly<Record<string, string>>;
  /** What tables and columns have been renamed since, columns by the later name of their table. */
  readonly names?: RenamedPlaces;
}

/** The filled schema. */
export interface OlderDatabase {
  readonly schema: string;
  /** Adds rows that are like one of the table but for these columns. */
  addLike(table: string, ...rows: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  /** Rows of each table. */
  counts(): Promise<Record<string, number>>;
  /** Keeps what is there for `lost`, and runs the migrations that did not run yet; gives their names. */
  migrate(): Promise<string[]>;
  /** Rows of before, by table, that are not there any more with the same values in all columns but the excepted ones. */
  lost(options: {
    /** `table.column` as it was called before, and its name since. */
    readonly renamed?: Readonly<Record<string, string>>;
    /** Columns, as `table.column`, whose values migrations change or drop on purpose. */
    readonly changed?: readonly string[];
  }): Promise<Record<string, number>>;
  /** Every column of a schema with its type and whether it may be empty. @default this one */
  columns(schema?: string): Promise<string[]>;
  select<Row extends object>(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

let count = 0;

/** Migrates a new schema of the copy to the older point and fills its tables from those of the service. */
export const createOlderDatabase = async (
  database: TestDatabase,
  { service, migrations, last, given = {}, names = {} }: OlderPoint,
): Promise<OlderDatabase> => {
  const schema = `${service}_older_${++count}`;
  const kept = `${schema}_kept`;
  const later = new Map(names.tables);
  const tableNow = (table: string): string => later.get(table) ?? table;
  const columnNow = (table: string, column: string): string =>
    (names.columns ?? []).find(([of, before]) => of === tableNow(table) && before === column)?.[2] ?? column;
  let isMigrated = false;
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  // Where a test ends early the database is dropped under it.
  owner.on("error", () => undefined);
  const select = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await owner.query<Row>(sql, values)).rows;
  await owner.query(`create schema ${schema} authorization govgraph_${service}; create schema ${kept}`);
  await owner.query(`set search_path to ${schema}, extensions`);
  // What was written by an older version was checked by it: keys between tables and triggers do not look again.
  await owner.query("set session_replication_role to replica");
  const migrate = async (steps: readonly Migration[]): Promise<string[]> => {
    const db = createDatabase({
      url: database.urlOf(service),
      applicationName: "test",
      schema,
      statementTimeoutMs: 0,
    });
    return migrateUp(db, steps, schema).finally(() => db.destroy());
  };
  const columnsOf = async (of: string): Promise<Map<string, string[]>> => {
    const rows = await select<{ table_name: string; names: string[] }>(
      `select c.table_name, array_agg(c.column_name::text order by c.ordinal_position) as names
         from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
         where table_schema = $1 and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' and table_name not like 'schema_migrations%'
         group by 1 order by 1`,
      [of],
    );
    return new Map(rows.map(({ table_name: table, names }) => [table, names]));
  };

  const at = migrations.findIndex(({ name }) => name === last);
  if (at < 0) throw new Error(`${service} has no migration ${last}.`);
  await migrate(migrations.slice(0, at + 1));
  const now = await columnsOf(service);
  const older = await columnsOf(schema);
  await owner.query(`truncate ${[...older.keys()].join(", ")}`);
  for (const [table, columns] of older) {
    const values = columns.flatMap((column) => {
      const since = columnNow(table, column);
      const value =
        given[`${table}.${column}`] ?? (now.get(tableNow(table))?.includes(since) ? `s."${since}"` : undefined);
      return value === undefined ? [] : [[`"${column}"`, value] as const];
    });
    if (now.has(tableNow(table)))
      await owner.query(
        `insert into ${table} (${values.map(([column]) => column).join(", ")}) select ${values.map(([, value]) => value).join(", ")} from ${service}."${tableNow(table)}" s
           on conflict do nothing`,
      );
  }

  const counts = async (): Promise<Record<string, number>> => {
    const found: Record<string, number> = {};
    for (const table of older.keys())
      found[table] = (
        await select<{ n: number }>(`select count(*)::int as n from ${isMigrated ? tableNow(table) : table}`)
      )[0]!.n;
    return found;
  };
  return {
    schema,
    counts,
    select: (sql) => select(sql),
    async addLike(table, ...rows) {
      for (const row of rows)
        await owner.query(
          `insert into ${table} select (jsonb_populate_record(s, $1)).* from ${table} s order by 1 limit 1`,
          [JSON.stringify(row)],
        );
    },
    async migrate() {
      for (const table of older.keys()) await owner.query(`create table ${kept}.${table} as table ${table}`);
      isMigrated = true;
      return migrate(migrations);
    },
    async lost({ renamed = {}, changed = [] }) {
      const found: Record<string, number> = {};
      for (const [table, columns] of older) {
        const compared = columns.filter((column) => !changed.includes(`${table}.${column}`));
        const before = compared.map((column) => `"${column}"`).join(", ");
        const now = compared
          .map((column) => `"${renamed[`${table}.${column}`] ?? columnNow(table, column)}"`)
          .join(", ");
        const [row] = await select<{ n: number }>(
          `select count(*)::int as n from (select ${before} from ${kept}.${table} except all select ${now} from ${tableNow(table)}) as gone`,
        );
        if (row!.n > 0) found[table] = row!.n;
      }
      return found;
    },
    async columns(of = schema) {
      const rows = await select<{ said: string }>(
        `select table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable as said from information_schema.columns
           where table_schema = $1 order by 1`,
        [of],
      );
      return rows.map(({ said }) => said);
    },
    close: () => owner.end(),
  };
};
