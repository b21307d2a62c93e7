/** `node dist/test/bench/existence.js`: how long the gateway takes to refuse a hidden record and an unknown key, in turns; asserts no time. */
import "../../gateway/no-vendor-telemetry.js";
import "reflect-metadata";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../../infra/local/postgres.js";
import { loadDemonstration } from "../../infra/local/demonstration.js";
import { prepareDatabases } from "../../infra/local/prepare.js";
import { derivedUrls } from "../../infra/local/service-urls.js";
import { DEFAULT_SEED } from "../../infra/local/world.js";
import { projectPath, runMain } from "../../platform/config/index.js";
import { startStack, type TestStack } from "../support/stack.js";

const SAMPLES = Number(process.env["BENCH_SAMPLES"] ?? 500);
const WARM_UP = 50;
const TARGET_MS = 5;
const HIDDEN = "22240120260302000001";
const UNKNOWN = "22240120260302999999";

const QUERY = "query Existence($key: ID!) { serviceCase(projectNo: $key) { projectNo state applicantName } }";

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
};

/** Milliseconds of one refusal. Throws where a record was found or the query failed. */
const sample = async (stack: TestStack, key: string): Promise<number> => {
  const started = performance.now();
  const { body } = await stack.ask(QUERY, { variables: { key } });
  const elapsed = performance.now() - started;
  if (body.errors !== undefined || body.data?.serviceCase !== null)
    throw new Error(`${key} was not refused as not found: ${JSON.stringify(body).slice(0, 300)}`);
  return elapsed;
};

const measure = async (stack: TestStack): Promise<object> => {
  const owner = await stack.ask(QUERY, { viewer: "citizen-1", variables: { key: HIDDEN } });
  if (owner.body.data?.serviceCase?.projectNo !== HIDDEN) throw new Error("The hidden record is not in the seed.");
  const taken = await stack.databases["matters"]!("service_cases").where("project_no", UNKNOWN);
  if (taken.length > 0) throw new Error("The unknown key is that of a record.");
  const times: Record<"hidden" | "unknown", number[]> = { hidden: [], unknown: [] };
  for (let round = -WARM_UP; round < SAMPLES; round++) {
    // In turns, and in both orders: the second of a pair would else always find the machine warmer.
    const pair = [
      ["hidden", HIDDEN],
      ["unknown", UNKNOWN],
    ] as const;
    for (const [name, key] of round % 2 === 0 ? pair : [...pair].reverse()) {
      const elapsed = await sample(stack, key);
      if (round >= 0) times[name].push(elapsed);
    }
  }
  const [hidden, unknown] = [median(times.hidden), median(times.unknown)];
  return {
    samplesEach: times.hidden.length,
    hiddenMedianMs: Number(hidden.toFixed(3)),
    unknownMedianMs: Number(unknown.toFixed(3)),
    differenceMs: Number(Math.abs(hidden - unknown).toFixed(3)),
    targetMs: TARGET_MS,
  };
};

await runMain(async () => {
  const directory = mkdtempSync(join(tmpdir(), "govgraph-bench-"));
  chmodSync(directory, 0o755);
  const postgres = await startPostgres({ directory });
  try {
    const urls = derivedUrls(postgres.url, "bench");
    await prepareDatabases({ adminUrl: postgres.url, urls });
    await loadDemonstration(urls, "small", DEFAULT_SEED);
    process.env["GOVGRAPH_TEST_DATABASE"] = JSON.stringify({ adminUrl: postgres.url, urls });
    const stack = await startStack({ productionWaits: true });
    try {
      const results = await measure(stack);
      process.stdout.write(`${JSON.stringify(results)}\n`);
      const machine = { node: process.version, cores: cpus().length, model: cpus()[0]?.model };
      mkdirSync(projectPath("test/bench/results"), { recursive: true });
      writeFileSync(
        projectPath("test/bench/results/existence.json"),
        `${JSON.stringify({ measuredOn: new Date().toISOString().slice(0, 10), machine, results }, null, 2)}\n`,
      );
    } finally {
      await stack.stop();
    }
  } finally {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
});
