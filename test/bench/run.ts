/** `npm run bench`: the showcase operations, each as its viewer, against the demo data through the gateway; asserts no time. */
import "reflect-metadata";
import { fork } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { request } from "undici";
import { projectPath, registeredPort, runMain } from "../../platform/config/index.js";
import { startPostgres } from "../../infra/local/postgres.js";
import { loadDemonstration } from "../../commands/demonstration.js";
import { prepareDatabases } from "../../commands/prepare.js";
import { derivedUrls } from "../../commands/service-urls.js";
import { DEFAULT_SEED } from "../../infra/local/world.js";
import { benchVariables } from "./process-stack.js";
import { createViewerHeaders } from "./viewer-headers.js";
import { SHOWCASE, showcaseRequest, type ShowcaseOperation } from "../support/showcase.js";

const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 5);
const CONNECTIONS = 16;
const GATEWAY_PORT = 4800;
const ADMIN_PORT = 4801;
const ISSUER_PORT = 4802;
const ISSUER_URL = `http://localhost:${ISSUER_PORT}/realms/gov`;
const OFFSET = 800;

interface Measured {
  readonly query: string;
  readonly viewer: string;
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

const headersOf = createViewerHeaders(ISSUER_URL);

/** Sends the operation as its viewer. Throws where the answer has errors. */
const post = async ({ name, viewer }: ShowcaseOperation, body: string): Promise<string> => {
  const response = await request(`http://127.0.0.1:${GATEWAY_PORT}/graphql`, {
    method: "POST",
    headers: await headersOf(viewer),
    body,
  });
  const text = await response.body.text();
  if (response.statusCode !== 200 || text.includes('"errors":'))
    throw new Error(`${name} as ${viewer} got ${response.statusCode}: ${text.slice(0, 300)}`);
  return text;
};

const statements = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ n: string }>(
    "select sum(calls)::bigint as n from pg_stat_statements s join pg_roles r on r.oid = s.userid where r.rolname like 'govgraph_%'",
  );
  return Number(rows[0]?.n ?? 0);
};

const measure = async (operation: ShowcaseOperation, client: pg.Client): Promise<Measured> => {
  const body = JSON.stringify(showcaseRequest(operation.name));
  const first = await post(operation, body);
  // More and more at once: the pools of the services open their connections before the clock runs.
  for (let together = 1; together <= CONNECTIONS; together++)
    await Promise.all(Array.from({ length: together }, () => post(operation, body)));
  const [sqlBefore, sentBefore] = [await statements(client), await metric("govgraph_subgraph_requests_total")];
  await post(operation, body);
  const [sqlAfter, sentAfter] = [await statements(client), await metric("govgraph_subgraph_requests_total")];
  const cpuBefore = await metric("process_cpu_seconds_total");
  const times: number[] = [];
  const end = performance.now() + SECONDS * 1_000;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < end) {
        const at = performance.now();
        await post(operation, body);
        times.push(performance.now() - at);
      }
    }),
  );
  const elapsed = (performance.now() - started) / 1_000;
  const cpu = (await metric("process_cpu_seconds_total")) - cpuBefore;
  times.sort((a, b) => a - b);
  const at = (share: number): number => Math.round(times[Math.floor(times.length * share)] ?? 0);
  return {
    query: operation.name,
    viewer: operation.viewer,
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
    "query                      viewer        req/s  p50 ms  p95 ms  CPU s/1000  SQL  subgraph requests   bytes",
    ...results.map((row) =>
      [
        row.query.padEnd(26),
        row.viewer.padEnd(12),
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
  const urls = derivedUrls(postgres.url, "bench");
  await prepareDatabases({ adminUrl: postgres.url, urls });
  await loadDemonstration(urls, "demo", DEFAULT_SEED);
  const variables = benchVariables(urls, (name) => registeredPort(name) + OFFSET + 10);
  const services = fork(projectPath("dist/infra/local/services.js"), {
    env: {
      ...variables.services,
      ISSUER_PORT: String(ISSUER_PORT),
      ISSUER_KEY_FILE: join(directory, "issuer-key.json"),
      ISSUER_REDIRECT_URIS: `http://localhost:${GATEWAY_PORT}/`,
    },
  });
  await once(services, "message");
  const gateway = fork(projectPath("dist/gateway/main.js"), {
    env: {
      ...variables.gateway,
      GATEWAY_PORT: String(GATEWAY_PORT),
      GATEWAY_ADMIN_PORT: String(ADMIN_PORT),
      GATEWAY_ISSUER_URL: ISSUER_URL,
    },
  });
  try {
    for (let attempt = 0; attempt < 100; attempt++) {
      if ((await request(`http://127.0.0.1:${GATEWAY_PORT}/readyz`).catch(() => undefined))?.statusCode === 200) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    // What the machine does beside the benchmark: figures of a busy one are not those of an idle one.
    const loadBefore = Number(loadavg()[0]?.toFixed(1));
    const results: Measured[] = [];
    for (const operation of SHOWCASE) results.push(await measure(operation, client));
    const memory = Math.round((await metric("process_resident_memory_bytes")) / 1024 / 1024);
    const machine = {
      node: process.version,
      cores: cpus().length,
      model: cpus()[0]?.model,
      memoryGiB: Math.round(totalmem() / 1024 ** 3),
      connections: CONNECTIONS,
      seconds: SECONDS,
      loadBefore,
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
