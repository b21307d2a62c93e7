/** Declared tables and the migrated database say the same: every column, its SQL type, whether it may be null and has a default. */
import { execFileSync } from "node:child_process";
import "reflect-metadata";
import { projectPath } from "../../platform/config/index.js";
import type { Columns, Table } from "../../platform/database/index.js";
import { createDatabase } from "../../platform/database/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { cloneDatabase, PATIENT, type TestDatabase } from "../support/database.js";

/** Tables that the platform or knex keeps in every service, by the file that writes and reads them. */
const OF_PLATFORM: Readonly<Record<string, string>> = {
  changes: "platform/database/change-tracking.ts",
  change_feed: "platform/database/change-tracking.ts",
  law_editions: "platform/law/law-editions.repository.ts",
  load_marks: "platform/database/load-marks.ts",
  transitions: "platform/write/journal.repository.ts",
  idempotency_keys: "platform/write/idempotency.repository.ts",
  notice_marks: "platform/notices/notices.repository.ts",
  import_quarantine: "platform/import/quarantine.ts",
  outbox: "platform/outbox/create-messages.ts",
  outbox_state: "platform/outbox/create-messages.ts",
  message_routes: "platform/outbox/create-messages.ts",
  deliveries: "platform/outbox/create-messages.ts",
  inbox: "platform/outbox/create-messages.ts",
  jobs: "graphile-worker",
  migrations: "graphile-worker",
  _private_jobs: "graphile-worker",
  _private_tasks: "graphile-worker",
  _private_job_queues: "graphile-worker",
  _private_known_crontabs: "graphile-worker",
  load_journal: "platform/database/load-journal.ts",
  load_set_journal: "platform/database/load-set-journal.ts",
  undone_loads: "platform/database/load-journal.ts",
  attached_files: "platform/files/attached/attached-files.repository.ts",
  webhooks: "platform/webhooks/webhook-store.repository.ts",
  webhook_set_aside: "platform/webhooks/webhook-store.repository.ts",
  schema_migrations: "knex",
  schema_migrations_lock: "knex",
};

/** A column as declaration and database tell it. */
interface Told {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly filled: boolean;
}

const isTable = (value: unknown): value is Table<Columns> =>
  typeof value === "object" && value !== null && "declared" in value && "columns" in value;

const tablesOf = async (service: string): Promise<Table<Columns>[]> => {
  const listed = ["ls-files", "-co", "--exclude-standard", `subgraphs/${service}/*.rows.ts`];
  const files = execFileSync("git", listed, { cwd: projectPath(), encoding: "utf8" }).split("\n").filter(Boolean);
  const modules = await Promise.all(
    files.map((file) => import(`../../${file.replace(/\.ts$/, ".js")}`) as Promise<object>),
  );
  return modules.flatMap((module) => Object.values(module).filter(isTable));
};

const inOrder = (told: readonly Told[]): string[] =>
  told
    .map(
      ({ table, column, type, nullable, filled }) =>
        `${table}.${column} ${type}${nullable ? "" : " not null"}${filled ? " default" : ""}`,
    )
    .sort();

describe("declared tables", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(() => database.drop());

  it.each(SUBGRAPHS.map(({ name }) => name))(
    "of %s are the tables of the database, column by column",
    async (service) => {
      const db = createDatabase({ url: database.urlOf(service), applicationName: "test", schema: service, ...PATIENT });
      try {
        const { rows } = await db.raw<{ rows: Told[] }>(
          `select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
           a.atthasdef or a.attidentity <> '' as filled
         from pg_attribute a join pg_class c on c.oid = a.attrelid
         where c.relnamespace = ?::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped`,
          [service],
        );
        const tables = await tablesOf(service);
        expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
        const declared = tables.flatMap(({ name: table, declared: columns }) =>
          Object.values(columns).map(({ name, sqlType, isNullable, hasDefault }) => ({
            table,
            column: name,
            type: sqlType,
            nullable: isNullable,
            filled: hasDefault,
          })),
        );
        expect(declared.length).toBeGreaterThan(0);
        expect(inOrder(declared)).toEqual(inOrder(rows.filter(({ table }) => OF_PLATFORM[table] === undefined)));
      } finally {
        await db.destroy();
      }
    },
  );
});
