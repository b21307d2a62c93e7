/** Connections to PostgreSQL: one schema per service, every wait bounded (docs/limits.md). */
import "./runtime-name.js";
import knexFactory, { type Knex } from "knex";
import pg from "pg";
import { isOutdated } from "./prepared.js";
import { requestClient } from "./request-client.js";

/** Which database, as whom, with which limits. */
export interface DatabaseOptions {
  readonly url: string;
  readonly applicationName: string;
  /** The service's own schema; extensions are found beside it. */
  readonly schema: string;
  /** Most connections. @default 10 */
  readonly poolMax?: number;
  /** Longest statement in milliseconds; 0 for imports and seeds. @default 2000 */
  readonly statementTimeoutMs?: number;
  /** Longest wait for a connection in milliseconds; twice that for one of the pool. @default 500, and 10000 for imports and seeds */
  readonly connectTimeoutMs?: number;
}

const INT8 = 20;
const DATE = 1082;

/** int8 as bigint, date as `YYYY-MM-DD`; everything else as pg gives it. Only for these connections. */
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary"): ((value: string) => unknown) => {
    if (format !== "binary" && oid === INT8) return (value) => BigInt(value);
    if (format !== "binary" && oid === DATE) return (value) => value;
    return pg.types.getTypeParser(oid, format as "text") as (value: string) => unknown;
  },
};

/** Opens a pool; connects on first use, so that a process starts while its database is down. */
export const createDatabase = (options: DatabaseOptions): Knex => {
  const statementMs = options.statementTimeoutMs ?? 2_000;
  const waitMs = options.connectTimeoutMs ?? (statementMs === 0 ? 10_000 : 500);
  return knexFactory({
    client: requestClient,
    connection: {
      connectionString: options.url,
      application_name: options.applicationName,
      connectionTimeoutMillis: waitMs,
      statement_timeout: statementMs,
      // Half of a statement's time; work without a limit waits longer than PostgreSQL takes to call off its own ANALYZE of a table (1 s).
      lock_timeout: statementMs === 0 ? 60_000 : statementMs / 2,
      idle_in_transaction_session_timeout: statementMs === 0 ? 0 : 5_000,
      keepAlive: true,
      types,
    } as Knex.PgConnectionConfig,
    // Failures reach the caller as errors; knex would also print them.
    log: { debug() {}, warn() {}, error() {}, deprecate() {} },
    searchPath: [options.schema, "extensions"],
    acquireConnectionTimeout: 2 * waitMs,
    pool: {
      min: 0,
      max: options.poolMax ?? 10,
      propagateCreateError: true,
      acquireTimeoutMillis: 2 * waitMs,
      createTimeoutMillis: 2 * waitMs,
    },
  });
};

/** True where the same work may succeed when it is done again: PostgreSQL says so (40001, 40P01), or a table changed since the statement was prepared. */
const isRepeatable = (error: unknown): boolean =>
  ["40001", "40P01"].includes((error as { code?: string }).code ?? "") || isOutdated(error);

/** Runs the work in a transaction; repeats it at most twice where that may help. */
export const inTransaction = async <T>(db: Knex, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if (attempt === 3 || !isRepeatable(error)) throw error;
    }
  }
};

/** What the work answers, of which nothing stays: the transaction is rolled back. */
export const inTrial = async <T>(db: Knex, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> => {
  const rolledBack = new Error("The trial is over.");
  let answer: { readonly value: T } | undefined;
  try {
    await inTransaction(db, async (trx) => {
      answer = { value: await work(trx) };
      throw rolledBack;
    });
  } catch (error) {
    if (error !== rolledBack) throw error;
  }
  return answer!.value;
};
