/** One subgraph on a copy of the seeded database, with what it logs and what its pool and PostgreSQL do: for tests of what a request may cause. */
import "reflect-metadata";
import { createGatewayKey, parseGatewayKeys } from "../../platform/auth/index.js";
import { createDatabase, type DatabaseOptions } from "../../platform/database/index.js";
import { createCodeKey, parseCodeKeys } from "../../platform/domain/index.js";
import { startSubgraph, type SubgraphOptions } from "../../platform/subgraph/index.js";
import { loadPolicy } from "../../platform/disclosure/table/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import type { TestDatabase } from "./database.js";
import { askSigned, type Answer, type SignedAsking } from "./stack.js";

/** A line of its log. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly code: string };

/** The subgraph and how to look at it. */
export interface OneSubgraph {
  readonly url: string;
  readonly lines: LogLine[];
  ask(query: string, options?: SignedAsking): Promise<Answer>;
  /** Its metrics by name and labels. */
  metric(name: string): Promise<number>;
  /** Connections in use and requests that wait for one. */
  pool(): { readonly used: number; readonly waiting: number; readonly free: number };
  /** Statements of its connections that PostgreSQL executes now, and connections left in a transaction. */
  busy(): Promise<number>;
  stop(): Promise<void>;
}

interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
  numFree(): number;
}

let count = 0;

/** Starts the subgraph on the database; statements have no limit of their own unless `database` gives one. */
export const startOneSubgraph = async (
  name: string,
  copy: TestDatabase,
  options: {
    limits?: SubgraphOptions["limits"];
    database?: Partial<DatabaseOptions>;
    cursorSecret?: string;
    notice?: SubgraphOptions["notice"];
    /** As in the variable. @default a new key */
    codeKeys?: string;
  } = {},
): Promise<OneSubgraph> => {
  const applicationName = `one-${name}-${++count}`;
  const db = createDatabase({
    url: copy.urlOf(name),
    applicationName,
    schema: name,
    poolMax: 4,
    connectTimeoutMs: 10_000,
    statementTimeoutMs: 0,
    ...options.database,
  });
  const lines: LogLine[] = [];
  const keys = parseGatewayKeys(createGatewayKey("test"))(name);
  const running = await startSubgraph(
    SUBGRAPHS.find((definition) => definition.name === name)!,
    {
      host: "127.0.0.1",
      port: 0,
      db,
      contextKeys: keys,
      cursorSecret: options.cursorSecret ?? "test",
      codeKeys: parseCodeKeys(options.codeKeys ?? createCodeKey("test")),
      policy: loadPolicy(),
      ...(options.limits ? { limits: options.limits } : {}),
      notice: options.notice,
      log: createLogger({
        name,
        level: "debug",
        destination: { write: (line: string) => void lines.push(JSON.parse(line) as LogLine) },
      }),
    },
  );
  return {
    url: running.url,
    lines,
    ask: (query, asking) => askSigned({ url: running.url, subgraph: name, keys }, query, asking),
    async metric(metric) {
      const text = await (await fetch(new URL("/metrics", running.url))).text();
      return Number(
        text
          .split("\n")
          .find((line) => line.startsWith(`${metric} `))
          ?.split(" ")
          .at(-1) ?? "NaN",
      );
    },
    pool() {
      const { pool } = db.client as { pool: Pool };
      return { used: pool.numUsed(), waiting: pool.numPendingAcquires(), free: pool.numFree() };
    },
    async busy() {
      const [row] = await copy.select<{ busy: number }>(
        `select count(*)::int as busy from pg_stat_activity where application_name = '${applicationName}' and state <> 'idle'`,
      );
      return row!.busy;
    },
    stop: () => running.stop(),
  };
};

/** Looks again until the condition holds; the test's own time limit is the only end. */
export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
};
