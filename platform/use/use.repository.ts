/** SQL of recorded use: three tables that gateways make and add to, and `npm run partner` reads. */
import type { Knex } from "knex";
import { createDatabase, tablesOnFirstUse } from "../database/index.js";
import type { ClientOperation, OperationUse, ServiceCount, UseBatch } from "./use.js";

/** Days for which it is kept (docs/limits.md). */
export const USE_DAYS = 400;

const TABLES = [
  `create table if not exists used_operations (
     operation text primary key, name text, coordinates text[] not null, needed text[] not null, last_day date not null)`,
  `create table if not exists operation_use (
     day date, client text, operation text, requests bigint not null, failed bigint not null, primary key (day, client, operation))`,
  `alter table operation_use add column if not exists points bigint not null default 0,
     add column if not exists times bigint[] not null default '{}'`,
  "create index if not exists operation_use_by_client on operation_use (client, day)",
  "create index if not exists operation_use_by_operation on operation_use (operation, day)",
  `create table if not exists service_use (
     day date, service text, outcome text, within_ms integer, requests bigint not null, primary key (day, service, outcome, within_ms))`,
];

/** What an operation reads only grows: it may be asked in several generations of the schema. */
const KEEP_OPERATIONS = `
  insert into used_operations as kept (operation, name, coordinates, needed, last_day)
  select operation, name, coordinates, needed, :day::date
    from jsonb_to_recordset(:rows::jsonb) as r(operation text, name text, coordinates text[], needed text[]) order by operation
  on conflict (operation) do update set
    last_day = greatest(kept.last_day, excluded.last_day), name = coalesce(kept.name, excluded.name),
    coordinates = array(select distinct unnest(kept.coordinates || excluded.coordinates) order by 1),
    needed = array(select distinct unnest(kept.needed || excluded.needed) order by 1)`;

const COUNT_OPERATIONS = `
  insert into operation_use as kept (day, client, operation, requests, failed, points, times)
  select :day::date, client, operation, requests, failed, coalesce(points, 0), coalesce(times, '{}')
    from jsonb_to_recordset(:rows::jsonb) as r(client text, operation text, requests bigint, failed bigint, points bigint, times bigint[])
    order by client, operation
  on conflict (day, client, operation) do update set
    requests = kept.requests + excluded.requests, failed = kept.failed + excluded.failed, points = kept.points + excluded.points,
    times = coalesce((select array_agg(coalesce(one, 0) + coalesce(other, 0) order by place)
      from unnest(kept.times, excluded.times) with ordinality as both_times(one, other, place)), '{}')`;

const COUNT_SERVICES = `
  insert into service_use as kept (day, service, outcome, within_ms, requests)
  select :day::date, service, outcome, "withinMs", requests
    from jsonb_to_recordset(:rows::jsonb) as r(service text, outcome text, "withinMs" integer, requests bigint) order by service, outcome, "withinMs"
  on conflict (day, service, outcome, within_ms) do update set requests = kept.requests + excluded.requests`;

const USE_OF = `
  select u.client, o.operation, o.name, sum(u.requests)::bigint as requests, sum(u.failed)::bigint as failed, max(u.day) as "lastDay",
    array(select c from unnest(o.coordinates) as c where c = any(:of::text[])) as asked,
    array(select c from unnest(o.needed) as c where c = any(:of::text[])) as needed
  from used_operations o join operation_use u on u.operation = o.operation
  where u.day > :day::date - :days::integer and (o.coordinates && :of::text[] or o.needed && :of::text[])
  group by u.client, o.operation order by requests desc, u.client, o.operation`;

const USE_OF_CLIENT = `
  select o.operation, o.name, sum(u.requests)::bigint as requests, sum(u.failed)::bigint as failed, sum(u.points)::bigint as points,
    max(u.day) as "lastDay", (select coalesce(jsonb_agg(total order by place), '[]') from (
      select place, sum(count) as total from operation_use t, unnest(t.times) with ordinality as counted(count, place)
      where t.client = :client and t.operation = o.operation and t.day > :day::date - :days::integer group by place) totals) as times
  from operation_use u join used_operations o using (operation)
  where u.client = :client and u.day > :day::date - :days::integer
  group by o.operation, o.name order by requests desc, o.operation`;

const SERVICES = `
  select service, outcome, within_ms as "withinMs", sum(requests)::bigint as requests from service_use
  where service = :service and day > :day::date - :days::integer group by 1, 2, 3 order by 1, 2, 3`;

/** A span of days that ends with `day`. */
export interface UseSpan {
  readonly day: string;
  readonly days: number;
}

/** Where use is recorded. */
export interface UseStore {
  /** Adds the batch, all of it or nothing. */
  add(batch: UseBatch): Promise<void>;
  /** Forgets what is older than USE_DAYS. */
  forget(day: string): Promise<void>;
  /** Clients and operations that ask for any of the coordinates, or need them; the busiest first. */
  useOf(coordinates: readonly string[], span: UseSpan): Promise<OperationUse[]>;
  /** What a client asks, the busiest first. */
  useOfClient(client: string, span: UseSpan): Promise<ClientOperation[]>;
  /** Requests to a service. */
  servicesOf(service: string, span: UseSpan): Promise<ServiceCount[]>;
  close(): Promise<void>;
}

const numbered = <Row extends { requests: unknown }>(row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value]),
  ) as Row;

/** Creates it over a database, which may be down; the tables are made when it is first used. */
export const createUseStore = (db: Knex): UseStore => {
  const prepare = tablesOnFirstUse(db, { lock: "govgraph.use", statements: TABLES });
  const rowsOf = async <Row extends { requests: unknown }>(sql: string, values: object): Promise<Row[]> => {
    await prepare();
    const { rows } = await db.raw<{ rows: Row[] }>(sql, values as never);
    return rows.map(numbered);
  };
  return {
    async add({ day, operations, counts, services }) {
      await prepare();
      const parts = [
        [KEEP_OPERATIONS, operations],
        [COUNT_OPERATIONS, counts],
        [COUNT_SERVICES, services],
      ] as const;
      await db.transaction(async (trx) => {
        for (const [sql, rows] of parts) if (rows.length > 0) await trx.raw(sql, { day, rows: JSON.stringify(rows) });
      });
    },
    async forget(day) {
      await prepare();
      for (const [table, column] of [
        ["operation_use", "day"],
        ["service_use", "day"],
        ["used_operations", "last_day"],
      ])
        await db.raw("delete from ?? where ?? <= ?::date - ?::integer", [table!, column!, day, USE_DAYS]);
    },
    useOf: (of, span) => rowsOf<OperationUse>(USE_OF, { of, ...span }),
    useOfClient: (client, span) => rowsOf<ClientOperation>(USE_OF_CLIENT, { client, ...span }),
    servicesOf: (service, span) => rowsOf<ServiceCount>(SERVICES, { service, ...span }),
    close: () => db.destroy(),
  };
};

/** The same over a database of its own; `statementTimeoutMs` is 2 seconds, or what a command may take. */
export const openUseStore = (url: string, statementTimeoutMs?: number): UseStore =>
  createUseStore(
    createDatabase({
      ...{ url, applicationName: "govgraph-use", schema: "public", poolMax: 2 },
      ...(statementTimeoutMs === undefined ? {} : { statementTimeoutMs }),
    }),
  );
