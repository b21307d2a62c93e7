/** Part of `npm run bench`: how long the demonstration data takes to load, and how many rows of an agency's export a second; asserts nothing. */
import "reflect-metadata";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../../infra/local/postgres.js";
import { loadDemonstration } from "../../commands/demonstration.js";
import { prepareDatabases } from "../../commands/prepare.js";
import { derivedUrls } from "../../commands/service-urls.js";
import { DEFAULT_SEED } from "../../infra/local/world.js";
import { createGatewayKey, parseGatewayKeys } from "../../platform/auth/index.js";
import { projectPath, runMain } from "../../platform/config/index.js";
import { createDatabase } from "../../platform/database/index.js";
import { createCodeKey, parseCodeKeys } from "../../platform/domain/index.js";
import { runImport } from "../../platform/import/index.js";
import { createBatchCall, startSubgraph } from "../../platform/subgraph/index.js";
import { loadPolicy } from "../../platform/disclosure/table/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";

const ROWS = 50_000;
const HEADER = "事项名称,事项编码,事项类型,实施主体编码,实施主体名称,行政区划";

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started) / 1_000;
};

await runMain(async () => {
  const directory = mkdtempSync(join(tmpdir(), "govgraph-loading-"));
  chmodSync(directory, 0o755);
  const postgres = await startPostgres({ directory });
  const urls = derivedUrls(postgres.url, "bench");
  await prepareDatabases({ adminUrl: postgres.url, urls });
  const open = (name: string): ReturnType<typeof createDatabase> =>
    createDatabase({ url: urls[name]!, applicationName: "govgraph-bench", schema: name, statementTimeoutMs: 0 });
  const keys = parseGatewayKeys(createGatewayKey("bench"))("reference");
  const reference = await startSubgraph(
    SUBGRAPHS.find(({ name }) => name === "reference")!,
    {
      host: "127.0.0.1",
      port: 0,
      db: open("reference"),
      contextKeys: keys,
      cursorSecret: "bench",
      codeKeys: parseCodeKeys(createCodeKey("test")),
      policy: loadPolicy(),
      log: createLogger({ name: "bench", level: "error" }),
    },
  );
  const matters = open("matters");
  try {
    const small = await seconds(() => loadDemonstration(urls, "small", DEFAULT_SEED));
    const demo = await seconds(() => loadDemonstration(urls, "demo", DEFAULT_SEED));
    const file = join(directory, "matters.csv");
    const rows = Array.from(
      { length: ROWS },
      (_, index) => `批量事项${index},BULK-${index},1,11511301008778183N,区经信局,511602000000`,
    );
    writeFileSync(file, `${HEADER}\n${rows.join("\n")}\n`);
    const kind = SUBGRAPHS.flatMap(({ imports }) => imports ?? []).find((entry) => entry.kind === "matters")!;
    const call = createBatchCall({ reference: { url: reference.url, keys } }, new Date());
    const load = (): Promise<unknown> =>
      runImport(
        kind,
        { db: matters, today: "2026-09-28", source: "bench", call },
        { file, mapping: {}, dryRun: false },
      );
    const first = await seconds(load);
    const second = await seconds(load);
    const results = {
      seedSmallSeconds: small,
      seedDemoSeconds: demo,
      importRowsPerSecond: Math.round(ROWS / first),
      importUnchangedRowsPerSecond: Math.round(ROWS / second),
    };
    process.stdout.write(`${JSON.stringify(results)}\n`);
    mkdirSync(projectPath("test/bench/results"), { recursive: true });
    const machine = { node: process.version, cores: cpus().length, model: cpus()[0]?.model };
    writeFileSync(
      projectPath("test/bench/results/loading.json"),
      `${JSON.stringify({ measuredOn: new Date().toISOString().slice(0, 10), machine, results }, null, 2)}\n`,
    );
  } finally {
    await reference.stop();
    await matters.destroy();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
});
