/** What must hold after a run, each by SQL of its own: a check lists what breaks it, and nothing is right. */
import type { Knex } from "knex";
import type { Expected } from "./clients.js";

/** Databases of the services, by their names. */
export type Databases = Readonly<Record<string, Knex>>;

/** Rows that break each rule, by its name. */
export type Findings = Readonly<Record<string, readonly unknown[]>>;

/** A table whose records the journal of its service explains. */
interface Journaled {
  readonly service: string;
  readonly kind: string;
  readonly table: string;
  readonly key: string;
  /** Of a computed state there is no column. */
  readonly isStateKept: boolean;
}

const JOURNALED: readonly Journaled[] = [
  { service: "matters", kind: "ServiceCase", table: "service_cases", key: "case_no", isStateKept: true },
  { service: "funds", kind: "BudgetAllotment", table: "allotments", key: "allotment_no", isStateKept: true },
  { service: "funds", kind: "PaymentOrder", table: "payment_orders", key: "order_no", isStateKept: true },
  { service: "credit", kind: "RepairCase", table: "repair_cases", key: "no", isStateKept: true },
  { service: "credit", kind: "Objection", table: "objections", key: "no", isStateKept: true },
  {
    ...{ service: "intermediary", kind: "IntermediaryProcurement", table: "intermediary_procurements" },
    ...{ key: "project_no", isStateKept: true },
  },
  { service: "intermediary", kind: "Bid", table: "bids", key: "id", isStateKept: true },
  { service: "credit", kind: "AdministrativePenalty", table: "penalties", key: "id", isStateKept: false },
];

const rowsOf = async (db: Knex, sql: string, values: readonly Knex.RawBinding[] = []): Promise<unknown[]> =>
  (await db.raw<{ rows: unknown[] }>(sql, [...values])).rows;

/** Records whose state or version is not what their last transition made, or whose journal lacks one. */
const halfTransitions = async (databases: Databases): Promise<unknown[]> => {
  const found = JOURNALED.map(({ service, kind, table, key, isStateKept }) =>
    rowsOf(
      databases[service]!,
      `select ?::text as kind, r.${key}::text as key, r.version, j.last, j.steps, j.began
         from ${table} r join (
           select key, max(version) as last, count(*)::int as steps, bool_or(version = 1) as began,
             (array_agg(to_state order by version desc))[1] as state
           from transitions where kind = ? group by key) j on j.key = r.${key}::text
        where j.last <> r.version or (j.began and j.steps <> r.version)${isStateKept ? " or j.state <> r.state" : ""}
       union all
       select ?::text, t.key, null, t.version, null, null from transitions t
        where t.kind = ? and not exists (select from ${table} r where r.${key}::text = t.key)`,
      [kind, kind, kind, kind],
    ),
  );
  return (await Promise.all(found)).flat();
};

/** Acknowledged writes that are not there as they were told, and writes of the same records that nobody knows of. */
const lostAndUnknown = async (
  databases: Databases,
  expected: readonly Expected[],
): Promise<{ readonly lost: unknown[]; readonly unknown: unknown[] }> => {
  const found = await Promise.all(
    [...new Set(expected.map(({ service }) => service))].map(async (service) => {
      const of = JSON.stringify(expected.filter((entry) => entry.service === service));
      const db = databases[service]!;
      const told = `json_to_recordset(?::json) as e(kind text, key text, version int, state text, "idempotencyKey" text)`;
      return {
        lost: await rowsOf(
          db,
          `select e.* from ${told}
             left join transitions t on t.kind = e.kind and t.key = e.key and t.version = e.version and t.to_state = e.state
             left join idempotency_keys k on k.key = e."idempotencyKey" and k.outcome is not null
            where t.id is null or (e."idempotencyKey" is not null and k.key is null)`,
          [of],
        ),
        unknown: await rowsOf(
          db,
          `select t.kind, t.key, t.version, t.to_state from transitions t
            where (t.kind, t.key) in (select e.kind, e.key from ${told})
              and not exists (select from ${told} where e.kind = t.kind and e.key = t.key and e.version = t.version)
           union all
           select 'key', k.key, null, k.verb from idempotency_keys k
            where k.outcome is null or not exists (select from ${told} where e."idempotencyKey" = k.key)`,
          [of, of, of],
        ),
      };
    }),
  );
  return { lost: found.flatMap(({ lost }) => lost), unknown: found.flatMap(({ unknown }) => unknown) };
};

/** Fen that are missing or too many: in movements, lineages, accounts and payments. */
const fenAstray = async (db: Knex, balances: ReadonlyMap<string, Readonly<Record<string, bigint>>>) => {
  const told = JSON.stringify(
    [...balances].flatMap(([lineage, of]) =>
      Object.entries(of).map(([account, fen]) => ({ lineage, account, fen: String(fen) })),
    ),
  );
  return rowsOf(
    db,
    `with held as (
       select lineage, account, sum(case direction when 'DEBIT' then amount_fen else -amount_fen end)::bigint as fen
       from postings group by lineage, account),
     told as (select * from json_to_recordset(?::json) as t(lineage text, account text, fen bigint))
     select 'movement' as what, movement_id::text as key from postings group by movement_id
       having count(*) <> 2 or sum(case direction when 'DEBIT' then amount_fen else -amount_fen end) <> 0
     union all select 'lineage', lineage from held group by lineage having sum(fen) <> 0
     union all select 'below zero', lineage || ' ' || account from held
       where fen < 0 and account not like 'REVENUE:%' and lineage in (select lineage from told)
     union all select 'balance', coalesce(t.lineage, h.lineage) || ' ' || coalesce(t.account, h.account)
       from (select * from held where lineage in (select lineage from told) and fen <> 0) h
       full join (select * from told where fen <> 0) t using (lineage, account) where h.fen is distinct from t.fen
     union all select 'payment', o.order_no from payment_orders o
       left join payments p on p.payment_no = o.payment_no
       where (o.state in ('PAID', 'RETURNED')) <> (p.payment_no is not null) or p.amount_fen <> o.amount_fen
     union all select 'paid', lineage from (
       select i.lineage, sum(p.amount_fen - coalesce(p.returned_fen, 0)) as paid from payments p
         join allocations i on i.id = p.allocation_id where i.lineage in (select lineage from told) group by i.lineage) s
       where paid <> (select fen from held h where h.lineage = s.lineage and h.account = 'PAYEES')`,
    [told],
  );
};

/** Messages that did not reach each of their receivers once: waiting, set aside, applied by nobody, or applied and never sent. */
const messagesAstray = async (databases: Databases): Promise<unknown[]> => {
  const astray: unknown[] = [];
  for (const [sender, db] of Object.entries(databases)) {
    astray.push(
      ...(await rowsOf(
        db,
        "select message, receiver, failure, reason from deliveries where delivered_at is null or set_aside_at is not null",
      )),
      ...(await rowsOf(
        db,
        `select o.id, r.receiver from outbox o join message_routes r on r.topic = o.topic
          where not exists (select from deliveries d where d.message = o.id and d.receiver = r.receiver)`,
      )),
    );
    for (const [receiver, inbox] of Object.entries(databases)) {
      const sent = (await db("deliveries").where({ receiver }).pluck("message")) as string[];
      const applied = (await inbox("inbox").where({ sender }).pluck("message")) as string[];
      const both = new Set(sent.filter((message) => applied.includes(message)));
      astray.push(...[...sent, ...applied].filter((message) => !both.has(message)));
      if (applied.length !== sent.length) astray.push({ sender, receiver, sent: sent.length, applied: applied.length });
    }
  }
  return astray;
};

/** Completed cases of which credit was told, and whose licence is not there once. */
const effectsAstray = async ({ matters, credit }: Databases): Promise<unknown[]> => {
  const told = (await rowsOf(
    matters!,
    "select payload->>'caseNo' as no from outbox where topic = 'case-completed'",
  )) as {
    no: string;
  }[];
  return rowsOf(
    credit!,
    `select no, count(l.id)::int as licences from unnest(?::text[]) as no left join licences l on l.case_no = no
      group by no having count(l.id) <> 1`,
    [told.map(({ no }) => no)],
  );
};

/** How many messages wait to be delivered. */
export const waitingMessages = async (databases: Databases): Promise<number> => {
  const counts = await Promise.all(
    Object.values(databases).map((db) =>
      rowsOf(db, "select count(*)::int as n from deliveries where delivered_at is null and set_aside_at is null"),
    ),
  );
  return counts.reduce((sum, [row]) => sum + (row as { n: number }).n, 0);
};

/** Messages that were sent, over all services. */
export const sentMessages = async (databases: Databases): Promise<number> => {
  const counts = await Promise.all(
    Object.values(databases).map((db) => rowsOf(db, "select count(*)::int as n from outbox")),
  );
  return counts.reduce((sum, [row]) => sum + (row as { n: number }).n, 0);
};

/** Checks everything. */
export const check = async (
  databases: Databases,
  told: {
    readonly expected: readonly Expected[];
    readonly balances: ReadonlyMap<string, Readonly<Record<string, bigint>>>;
  },
): Promise<Findings> => {
  const { lost, unknown } = await lostAndUnknown(databases, told.expected);
  return {
    fenAstray: await fenAstray(databases["funds"]!, told.balances),
    halfTransitions: await halfTransitions(databases),
    acknowledgedAndLost: lost,
    writtenAndNotAcknowledged: unknown,
    messagesAstray: await messagesAstray(databases),
    effectsAstray: await effectsAstray(databases),
  };
};
