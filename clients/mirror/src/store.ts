/** The copy in PostgreSQL: a row for each record, and for each kind how far its copy is. What belongs together is one transaction, so that a mirror may end at any moment. */
import pg from "pg";

/** How far the copy of a kind is. */
export interface Progress {
  /** What is kept of its rows. */
  readonly hash: string;
  /** Number of the copy: rows of an older one are dropped once the newer is whole. */
  readonly copy: number;
  /** COPYING while parts come, then FOLLOWING. */
  readonly phase: "COPYING" | "FOLLOWING";
  /** Where the next part begins; null at the first. */
  readonly place: string | null;
  /** Cursor of the feed; null at its beginning. */
  readonly cursor: string | null;
}

/** A record: what `nodes` finds it by, and its fields; null where it is gone. */
export interface Told {
  readonly nodeId: string;
  readonly record: object | null;
}

/** The copy. */
export interface Store {
  progressOf(kind: string): Promise<Progress | undefined>;
  /** Writes records and how far that brings the kind; once a copy is whole, what an older one has beside it is dropped. */
  write(kind: string, told: readonly Told[], progress: Progress): Promise<void>;
  /** All records of a kind, by what `nodes` finds them by. */
  recordsOf(kind: string): Promise<ReadonlyMap<string, object>>;
  count(kind: string): Promise<number>;
  close(): Promise<void>;
}

const TABLES = `
  create schema if not exists govgraph_mirror;
  create table if not exists govgraph_mirror.records (
    kind text not null, node_id text not null, copy integer not null, record jsonb not null, primary key (kind, node_id));
  create table if not exists govgraph_mirror.progress (
    kind text primary key, hash text not null, copy integer not null, phase text not null, place text, cursor text);
`;
/** Rows of one statement. */
const BATCH = 1_000;

/** Number of the lock by which one mirror at a time writes a copy. */
const LOCK = 7_260_412;

/** Opens it, and makes its tables where they are missing. Throws where another mirror has it open. `url` is left to libpq's variables where it is not given. */
export const openStore = async (url: string | undefined): Promise<Store> => {
  const client = new pg.Client(url === undefined ? {} : { connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [LOCK]);
  if (rows[0]?.taken !== true) {
    await client.end();
    throw new Error("Another mirror keeps this copy at the moment.");
  }
  await client.query(TABLES);
  return storeOf(client);
};

const storeOf = (client: pg.Client): Store => ({
  async progressOf(kind) {
    const found = await client.query<Progress>(
      "select hash, copy, phase, place, cursor from govgraph_mirror.progress where kind = $1",
      [kind],
    );
    return found.rows[0];
  },
  async write(kind, told, { hash, copy, phase, place, cursor }) {
    await client.query("begin");
    try {
      for (let at = 0; at < told.length; at += BATCH) await writeBatch(client, kind, copy, told.slice(at, at + BATCH));
      await client.query(
        `insert into govgraph_mirror.progress values ($1, $2, $3, $4, $5, $6)
         on conflict (kind) do update set hash = $2, copy = $3, phase = $4, place = $5, cursor = $6`,
        [kind, hash, copy, phase, place, cursor],
      );
      if (phase === "FOLLOWING")
        await client.query("delete from govgraph_mirror.records where kind = $1 and copy < $2", [kind, copy]);
      await client.query("commit");
    } catch (error) {
      await client.query("rollback").catch(() => undefined);
      throw error;
    }
  },
  async recordsOf(kind) {
    const { rows } = await client.query<{ node_id: string; record: object }>(
      "select node_id, record from govgraph_mirror.records where kind = $1",
      [kind],
    );
    return new Map(rows.map(({ node_id, record }) => [node_id, record]));
  },
  async count(kind) {
    const { rows } = await client.query<{ count: number }>(
      "select count(*)::int as count from govgraph_mirror.records where kind = $1",
      [kind],
    );
    return rows[0]?.count ?? 0;
  },
  close: () => client.end(),
});

/** The last of what is told of a record counts. */
const writeBatch = async (client: pg.Client, kind: string, copy: number, told: readonly Told[]): Promise<void> => {
  const last = [...new Map(told.map((each) => [each.nodeId, each])).values()];
  const [gone, there] = [last.filter(({ record }) => record === null), last.filter(({ record }) => record !== null)];
  await client.query("delete from govgraph_mirror.records where kind = $1 and node_id = any ($2)", [
    ...[kind, gone.map(({ nodeId }) => nodeId)],
  ]);
  await client.query(
    `insert into govgraph_mirror.records
     select $1, node_id, $2, record from unnest($3::text[], $4::jsonb[]) as told (node_id, record)
     on conflict (kind, node_id) do update set copy = excluded.copy, record = excluded.record`,
    [kind, copy, there.map(({ nodeId }) => nodeId), there.map(({ record }) => JSON.stringify(record))],
  );
};
