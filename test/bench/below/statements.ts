/** What PostgreSQL did for a query: its statements as pg_stat_statements counts them, with their planning. */
import type pg from "pg";

/** One statement of one service. */
export interface StatementCost {
  readonly service: string;
  readonly text: string;
  readonly calls: number;
  readonly rows: number;
  /** Milliseconds of one call on average: planning, and execution. */
  readonly planMs: number;
  readonly runMs: number;
}

/** Forgets what was counted so far. */
export const resetStatements = async (client: pg.Client): Promise<void> => {
  await client.query("select pg_stat_statements_reset()");
};

/** The statements of the services since the last reset, the dearest first. */
export const readStatements = async (client: pg.Client): Promise<StatementCost[]> => {
  const { rows } = await client.query<Record<string, string>>(
    `select substr(r.rolname, 10) as service, regexp_replace(s.query, '\\s+', ' ', 'g') as text, s.calls, s.rows,
       s.total_plan_time / s.calls as plan, s.total_exec_time / s.calls as run
     from pg_stat_statements s join pg_roles r on r.oid = s.userid
     where r.rolname like 'govgraph\\_%' order by s.total_plan_time + s.total_exec_time desc`,
  );
  return rows.map((row) => ({
    service: row["service"]!,
    text: row["text"]!,
    calls: Number(row["calls"]),
    rows: Number(row["rows"]),
    planMs: Number(row["plan"]),
    runMs: Number(row["run"]),
  }));
};
