/** Migrations of every service lead up, and down to nothing. */
import "reflect-metadata";
import { createDatabase, migrateDown, migrateUp } from "../../platform/database/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { PATIENT, cloneDatabase, type TestDatabase } from "../support/database.js";

describe("migrations", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(() => database.drop());

  it.each(SUBGRAPHS.map(({ name }) => name))("of %s go up, down and up again", async (name) => {
    const definition = SUBGRAPHS.find((subgraph) => subgraph.name === name)!;
    const owner = createDatabase({ url: database.ownerUrl, applicationName: "test", schema: "public", ...PATIENT });
    await owner.raw(`create schema ${name}_migration authorization govgraph_${name}`);
    await owner.destroy();
    const db = createDatabase({
      url: database.urlOf(name),
      applicationName: "test",
      schema: `${name}_migration`,
      statementTimeoutMs: 0,
    });
    const tables = async (): Promise<unknown[]> =>
      (
        (await db.raw(
          "select table_name from information_schema.tables where table_schema = ? and table_name not like 'schema_migrations%' order by 1",
          [`${name}_migration`],
        )) as { rows: unknown[] }
      ).rows;
    try {
      await migrateUp(db, definition.migrations, `${name}_migration`);
      const first = await tables();
      expect(first.length).toBeGreaterThan(0);
      await migrateDown(db, definition.migrations, `${name}_migration`);
      expect(await tables()).toEqual([]);
      await migrateUp(db, definition.migrations, `${name}_migration`);
      expect(await tables()).toEqual(first);
    } finally {
      await db.destroy();
    }
  });
});
