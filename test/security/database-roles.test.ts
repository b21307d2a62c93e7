/** A service's role reads its own schema and no other one's: an intruder in one service has one service's data. */
import pg from "pg";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { cloneDatabase, type TestDatabase } from "../support/database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const NAMES = SUBGRAPHS.map(({ name }) => name);

const asRole = async <T>(name: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: database.urlOf(name) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const refusal = (client: pg.Client, sql: string): Promise<string> =>
  client.query(sql).then(
    () => "allowed",
    (error: { code: string }) => error.code,
  );

describe("the database role of a service", () => {
  it.each(NAMES)("of %s is refused every table of the others and every schema but its own", async (name) => {
    await asRole(name, async (client) => {
      const own = await client.query(
        "select count(*)::int as n from information_schema.tables where table_schema = $1",
        [name],
      );
      expect((own.rows[0] as { n: number }).n).toBeGreaterThan(0);
      for (const other of NAMES.filter((entry) => entry !== name)) {
        const [table] = await asRole(
          other,
          async (owner) =>
            (
              await owner.query(
                "select table_name from information_schema.tables where table_schema = $1 order by 1 limit 1",
                [other],
              )
            ).rows as { table_name: string }[],
        );
        expect(await refusal(client, `select * from ${other}.${table!.table_name}`)).toBe("42501");
        expect(await refusal(client, `create table ${other}.intruder (id int)`)).toBe("42501");
        expect(await refusal(client, `set role govgraph_${other}`)).toBe("42501");
      }
      expect(await refusal(client, "create schema intruder")).toBe("42501");
      expect(await refusal(client, "copy (select 1) to program 'true'")).toBe("42501");
    });
  });
});
