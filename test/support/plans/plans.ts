/** How PostgreSQL would run the statements of a question at the size of a prefecture: what it would read whole, and what it would sort. */
import type { Knex } from "knex";
import pg from "pg";
import type { TestDatabase } from "../database.js";
import { DEMO_ROWS } from "./demo-rows.js";

/** A statement as it was sent. */
export interface SentStatement {
  readonly service: string;
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/** A part of a plan; names are PostgreSQL's. */
interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Plan Rows": number;
  readonly Plans?: readonly PlanNode[];
}

/** Most rows of a table that may be read whole, and that may be sorted. */
export const MOST_ROWS = 5_000;

/**
 * Makes the planner believe that each table has the rows of the `demo` data, which would take minutes to load: it multiplies the
 * rows of a page by the pages of the file. What it knows of the values stays that of the small data.
 */
export const growTables = async (copy: TestDatabase): Promise<void> => {
  const owner = new pg.Client({ connectionString: copy.ownerUrl });
  await owner.connect();
  try {
    await owner.query("analyze");
    for (const [table, rows] of Object.entries(DEMO_ROWS))
      await owner.query(
        `update pg_class set reltuples = greatest(reltuples, $2),
           relpages = greatest(1, pg_relation_size(oid) / current_setting('block_size')::int) where oid = $1::regclass`,
        [table, rows],
      );
  } finally {
    await owner.end();
  }
};

/** Keeps what services send from now on. */
export const keepStatements = (databases: Readonly<Record<string, Knex>>): SentStatement[] => {
  const sent: SentStatement[] = [];
  for (const [service, db] of Object.entries(databases))
    db.on("query", ({ sql, bindings }: { sql: string; bindings: readonly unknown[] }) => {
      if (/^\s*(select|with)\b/i.test(sql)) sent.push({ service, sql, bindings });
    });
  return sent;
};

/** A sentence for each table above the limit that the plan reads whole, and for each sort above it. */
const problemsOf = (node: PlanNode, service: string): string[] => {
  const table = node["Relation Name"];
  const rows = table === undefined ? 0 : (DEMO_ROWS[`${service}.${table}`] ?? 0);
  const below = node.Plans ?? [];
  return [
    ...(node["Node Type"] === "Seq Scan" && rows > MOST_ROWS ? [`reads ${rows} rows of ${table} one by one`] : []),
    ...(node["Node Type"] === "Sort" && below[0]!["Plan Rows"] > MOST_ROWS
      ? [`sorts ${below[0]!["Plan Rows"]} rows`]
      : []),
    ...below.flatMap((each) => problemsOf(each, service)),
  ];
};

/** What is wrong with the plans of the statements, with the beginning of each statement. */
export const problemsOfPlans = async (copy: TestDatabase, statements: readonly SentStatement[]): Promise<string[]> => {
  const clients = new Map<string, pg.Client>();
  try {
    const problems: string[] = [];
    for (const { service, sql, bindings } of statements) {
      let client = clients.get(service);
      if (!client) {
        client = new pg.Client({ connectionString: copy.urlOf(service) });
        await client.connect();
        await client.query(`set search_path to ${service}, extensions`);
        clients.set(service, client);
      }
      const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: PlanNode }] }>({
        text: `explain (format json) ${sql}`,
        values: [...bindings],
      });
      problems.push(
        ...problemsOf(rows[0]!["QUERY PLAN"][0].Plan, service).map(
          (problem) => `${service} ${problem}: ${sql.replaceAll(/\s+/g, " ").slice(0, 300)}`,
        ),
      );
    }
    return [...new Set(problems)];
  } finally {
    for (const client of clients.values()) await client.end();
  }
};
