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

/** Runs what has not run yet; returns the names. */
export const migrateUp = async (db: Knex, migrations: readonly Migration[], schema: string): Promise<string[]> =>
  ((await db.migrate.latest(configured(migrations, schema))) as [number, string[]])[1];

/** Takes everything back; returns the names. */
export const migrateDown = async (db: Knex, migrations: readonly Migration[], schema: string): Promise<string[]> =>
  ((await db.migrate.rollback(configured(migrations, schema), true)) as [number, string[]])[1];
