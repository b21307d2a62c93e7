/** Buckets that several gateways share through PostgreSQL; the clock is the database's. */
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { createDatabase, tablesOnFirstUse } from "../../platform/database/index.js";
import type { RateBuckets } from "./rate-buckets.js";

/** Full buckets are forgotten this often, in milliseconds. */
const CLEARED_EVERY_MS = 60_000;

/** Unlogged: after a crash all buckets are full, which hurts nobody. */
const TABLE =
  "create unlogged table if not exists rate_buckets (client bytea primary key, full_at timestamptz not null)";

/** One statement, so that two gateways never give the same units away. */
const TAKE = `
  insert into rate_buckets as bucket (client, full_at) values (:client, clock_timestamp() + :cost * interval '1 millisecond')
  on conflict (client) do update set full_at = greatest(bucket.full_at, clock_timestamp()) + :cost * interval '1 millisecond'
  where greatest(bucket.full_at, clock_timestamp()) + :cost * interval '1 millisecond' <= clock_timestamp() + :window * interval '1 millisecond'
  returning extract(epoch from full_at - clock_timestamp()) * 1000 as "fullInMs"`;

const LEFT = `select greatest(extract(epoch from full_at - clock_timestamp()) * 1000, 0) as "fullInMs" from rate_buckets where client = :client`;

/** Creates them over a database, which may be down; their one table is made at the first request. Clients stand in it as hashes. */
export const createSharedBuckets = (db: Knex): RateBuckets => {
  const prepare = tablesOnFirstUse(db, { lock: "govgraph.rate-buckets", statements: [TABLE] });
  const clearing = setInterval(() => {
    db.raw("delete from rate_buckets where full_at < clock_timestamp()").catch(() => undefined);
  }, CLEARED_EVERY_MS);
  clearing.unref();
  const fullIn = async (sql: string, values: Record<string, unknown>): Promise<number | undefined> => {
    const { rows } = await db.raw<{ rows: { fullInMs: string }[] }>(sql, values as never);
    return rows[0] && Number(rows[0].fullInMs);
  };
  return {
    async take(name, cost, window) {
      await prepare();
      const client = createHash("sha256").update(name).digest();
      const taken = await fullIn(TAKE, { client, cost, window });
      if (taken !== undefined) return { allowed: true, fullInMs: taken };
      return { allowed: false, fullInMs: (await fullIn(LEFT, { client })) ?? 0 };
    },
    async close() {
      clearInterval(clearing);
      await db.destroy();
    },
  };
};

/** The same over a database of its own; what is slow there must not be slow here. */
export const openSharedBuckets = (url: string): RateBuckets =>
  createSharedBuckets(
    createDatabase({ url, applicationName: "govgraph-gateway", schema: "public", poolMax: 4, statementTimeoutMs: 500 }),
  );
