/** Databases of tests: each is a copy of the one that the run's beginning prepared and seeded. */
import { randomBytes } from "node:crypto";
import pg from "pg";

/** Waits of pools in tests: a busy machine is not taken for a fault. */
export const PATIENT = { connectTimeoutMs: 10_000, statementTimeoutMs: 20_000 } as const;

/** A copy of the seeded database, for one test file alone. */
export interface TestDatabase {
  readonly name: string;
  /** Address of the copy as the role of a service sees it. */
  urlOf(service: string): string;
  /** Address of the copy as the superuser sees it. */
  readonly ownerUrl: string;
  /** Runs a statement as the superuser, connected to another database: what it changes must be of this copy alone. */
  admin(sql: string): Promise<void>;
  /** Rows of a question to the server as the superuser, such as of pg_stat_activity. */
  select<Row>(sql: string): Promise<Row[]>;
  /** Ends what is still connected and removes the copy. */
  drop(): Promise<void>;
}

/** Copies the seeded database. Nobody may be connected to the original meanwhile, so tests use copies alone. */
export const cloneDatabase = async (): Promise<TestDatabase> => {
  const { adminUrl, urls } = JSON.parse(process.env["GOVGRAPH_TEST_DATABASE"] ?? "{}") as {
    adminUrl: string;
    urls: Record<string, string>;
  };
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: new URL("template1", adminUrl).href });
  await admin.connect();
  await admin.query(`create database ${name} template postgres`);
  return {
    name,
    ownerUrl: new URL(`/${name}`, adminUrl).href,
    urlOf: (service) => new URL(`/${name}`, urls[service]).href,
    admin: async (sql) => void (await admin.query(sql)),
    select: async <Row>(sql: string) => (await admin.query(sql)).rows as Row[],
    async drop() {
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
};
