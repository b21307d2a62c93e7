/** `npm run bench`: the showcase queries against the demo data through the gateway; prints and keeps what it measured, asserts nothing. */
import "reflect-metadata";
import { fork } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { request } from "undici";
import { createContextKey } from "../../platform/auth/index.js";
import { projectPath, runMain } from "../../platform/config/index.js";
import { startPostgres } from "../../infra/local/postgres.js";
import { prepareDatabases, seedDatabases } from "../../infra/local/prepare.js";
import { createWorld } from "../../infra/local/world.js";
import { SUBGRAPH_PORTS } from "../../platform/subgraph/index.js";

const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 5);
const CONNECTIONS = 16;
const GATEWAY_PORT = 4800;
const ADMIN_PORT = 4801;
const OFFSET = 800;

interface Measured {
  readonly query: string;
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly gatewayCpuPer1000: number;
  readonly sqlPerQuery: number;
  readonly subgraphRequestsPerQuery: number;
  readonly bytes: number;
}

const metric = async (name: string): Promise<number> => {
  const { body } = await request(`http://127.0.0.1:${ADMIN_PORT}/metrics`);
  const text = await body.text();
  return [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? ([0-9.e+-]+)`, "gm"))].reduce(
    (sum, [, value]) => sum + Number(value),
    0,
  );
};

const post = async (body: string): Promise<string> => {
  const response = await request(`http://127.0.0.1:${GATEWAY_PORT}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const text = await response.body.text();
  if (response.statusCode !== 200 || text.includes('"errors"'))
    throw new Error(`The benchmark got ${response.statusCode}: ${text.slice(0, 300)}`);
  return text;
};

const statements = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ n: string }>(
    "select sum(calls)::bigint as n from pg_stat_statements s join pg_roles r on r.oid = s.userid where r.rolname like 'govgraph_%'",
  );
  return Number(rows[0]?.n ?? 0);
};

const measure = async (name: string, client: pg.Client): Promise<Measured> => {
  const file = projectPath(`schema/operations/${name}`);
  const body = JSON.stringify({
    query: readFileSync(`${file}.graphql`, "utf8"),
    variables: JSON.parse(readFileSync(`${file}.variables.json`, "utf8")) as object,
  });
  const first = await post(body);
  for (let index = 0; index < 20; index++) await post(body);
  const [sqlBefore, sentBefore] = [await statements(client), await metric("govgraph_subgraph_requests_total")];
  await post(body);
  const [sqlAfter, sentAfter] = [await statements(client), await metric("govgraph_subgraph_requests_total")];
  const cpuBefore = await metric("process_cpu_seconds_total");
  const times: number[] = [];
  const end = performance.now() + SECONDS * 1_000;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < end) {
        const at = performance.now();
        await post(body);
        times.push(performance.now() - at);
      }
    }),
  );
  const elapsed = (performance.now() - started) / 1_000;
  const cpu = (await metric("process_cpu_seconds_total")) - cpuBefore;
  times.sort((a, b) => a - b);
  const at = (share: number): number => Math.round(times[Math.floor(times.length * share)] ?? 0);
  return {
    query: name,
    requestsPerSecond: Math.round(times.length / elapsed),
    p50: at(0.5),
    p95: at(0.95),
    gatewayCpuPer1000: Math.round((cpu / times.length) * 1_000 * 100) / 100,
    sqlPerQuery: sqlAfter - sqlBefore,
    subgraphRequestsPerQuery: sentAfter - sentBefore,
    bytes: first.length,
  };
};

const asTable = (results: readonly Measured[]): string =>
  [
    "query                      req/s  p50 ms  p95 ms  CPU s/1000  SQL  subgraph requests   bytes",
    ...results.map((row) =>
      [
        row.query.padEnd(26),
        String(row.requestsPerSecond).padStart(5),
        String(row.p50).padStart(7),
        String(row.p95).padStart(7),
        row.gatewayCpuPer1000.toFixed(2).padStart(11),
        String(row.sqlPerQuery).padStart(4),
        String(row.subgraphRequestsPerQuery).padStart(18),
        String(row.bytes).padStart(7),
      ].join(" "),
    ),
  ].join("\n");

await runMain(async () => {
  const directory = mkdtempSync(join(tmpdir(), "govgraph-bench-"));
  chmodSync(directory, 0o755);
  const postgres = await startPostgres({ directory, preload: ["pg_stat_statements"] });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query("create extension pg_stat_statements");
  const urls = await prepareDatabases(postgres.url, "bench");
  await seedDatabases(urls, createWorld("demo"));
  const keys = createContextKey("bench");
  const environment: NodeJS.ProcessEnv = { ...process.env };
  const subgraphs: string[] = [];
  for (const [name, url] of Object.entries(urls)) {
    const port = SUBGRAPH_PORTS[name]! + OFFSET + 10;
    const prefix = name.toUpperCase();
    Object.assign(environment, {
      [`${prefix}_DATABASE_URL`]: url,
      [`${prefix}_CONTEXT_KEYS`]: keys,
      [`${prefix}_CURSOR_SECRET`]: "bench",
      [`${prefix}_PORT`]: String(port),
      [`${prefix}_LOG_LEVEL`]: "warn",
    });
    subgraphs.push(`${name}=http://127.0.0.1:${port}/graphql`);
  }
  delete environment["ISSUER_PORT"];
  const services = fork(projectPath("dist/infra/local/services.js"), { env: environment });
  await once(services, "message");
  const gateway = fork(projectPath("dist/gateway/main.js"), {
    env: {
      ...environment,
      GATEWAY_PORT: String(GATEWAY_PORT),
      GATEWAY_ADMIN_PORT: String(ADMIN_PORT),
      GATEWAY_CONTEXT_KEYS: keys,
      GATEWAY_SUBGRAPHS: subgraphs.join(","),
      GATEWAY_CLOCK_EPOCH: "2026-09-28T09:00:00+08:00",
      GATEWAY_LOG_LEVEL: "warn",
    },
  });
  try {
    for (let attempt = 0; attempt < 100; attempt++) {
      if ((await request(`http://127.0.0.1:${GATEWAY_PORT}/livez`).catch(() => undefined))?.statusCode === 200) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const names = readdirSync(projectPath("schema/operations")).flatMap((file) =>
      file.endsWith(".variables.json") ? [file.replace(".variables.json", "")] : [],
    );
    const results: Measured[] = [];
    for (const name of names) results.push(await measure(name, client));
    const memory = Math.round((await metric("process_resident_memory_bytes")) / 1024 / 1024);
    const machine = {
      node: process.version,
      cores: cpus().length,
      model: cpus()[0]?.model,
      memoryGiB: Math.round(totalmem() / 1024 ** 3),
      connections: CONNECTIONS,
      seconds: SECONDS,
      gatewayRssMiB: memory,
    };
    process.stdout.write(`${asTable(results)}\n${JSON.stringify(machine)}\n`);
    mkdirSync(projectPath("test/bench/results"), { recursive: true });
    writeFileSync(
      projectPath("test/bench/results/showcase.json"),
      `${JSON.stringify({ measuredOn: new Date().toISOString().slice(0, 10), machine, results }, null, 2)}\n`,
    );
  } finally {
    gateway.kill();
    services.kill();
    await client.end();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
});
