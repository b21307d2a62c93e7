/** Migrations of one service, run in its own schema. */
import type { Knex } from "knex";

/** One step, forwards and back. */
export interface Migration {
  /** `20261124090000_create_penalties`: time, then what it does. */
  readonly name: string;
  readonly up: (knex: Knex) => Promise<void>;
  readonly down: (knex: Knex) => Promise<void>;
}

const configured = (migrations: readonly Migration[], schema: string): Knex.MigratorConfig => ({
  tableName: "schema_migrations",
  schemaName: schema,
  migrationSource: {
    getMigrations: async () => [...migrations],
    getMigrationName: (migration: Migration) => migration.name,
    getMigration: async ({ up, down }: Migration) => ({ up, down }),
  },
});

/**
 * Runs what has not run yet; returns the names. One process at a time: the lock is a session's, so that a process that was
 * killed leaves none behind, and the row by which knex locks is set free of what such a process left.
 */
export const migrateUp = async (db: Knex, migrations: readonly Migration[], schema: string): Promise<string[]> =>
  db.transaction(async (lock) => {
    await lock.raw("set local lock_timeout = 0");
    await lock.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`govgraph.migrate.${schema}`]);
    const config = configured(migrations, schema);
    await db.migrate.forceFreeMigrationsLock(config);
    return ((await db.migrate.latest(config)) as [number, string[]])[1];
  });

/** Takes everything back; returns the names. */
export const migrateDown = async (db: Knex, migrations: readonly Migration[], schema: string): Promise<string[]> =>
  ((await db.migrate.rollback(configured(migrations, schema), true)) as [number, string[]])[1];

/** Names of what has not run yet; makes nothing where nothing ever ran. */
export const pendingMigrations = async (
  db: Knex,
  migrations: readonly Migration[],
  schema: string,
): Promise<readonly string[]> => {
  if (!(await db.schema.withSchema(schema).hasTable("schema_migrations"))) return migrations.map(({ name }) => name);
  const done = new Set(
    ((await db.withSchema(schema).table("schema_migrations").select("name")) as { name: string }[]).map(
      ({ name }) => name,
    ),
  );
  return migrations.map(({ name }) => name).filter((name) => !done.has(name));
};
