/** A measurement on a stack of its own, with generated data: the results are printed and kept with the machine that gave them. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import type { Scale } from "../../commands/contents.js";
import { loadDemonstration } from "../../commands/demonstration.js";
import { startPostgres } from "../../infra/local/postgres.js";
import { prepareDatabases } from "../../commands/prepare.js";
import { derivedUrls } from "../../commands/service-urls.js";
import { DEFAULT_SEED } from "../../infra/local/world.js";
import { projectPath } from "../../platform/config/index.js";
import { startStack, type TestStack } from "../support/stack.js";

/** Measures on a fresh stack and writes `test/bench/results/<name>.json`. */
export const measureOnStack = async (
  name: string,
  measure: (stack: TestStack) => Promise<object>,
  scale: Scale = "small",
): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), "govgraph-bench-"));
  chmodSync(directory, 0o755);
  const postgres = await startPostgres({ directory });
  try {
    const urls = derivedUrls(postgres.url, "bench");
    await prepareDatabases({ adminUrl: postgres.url, urls });
    await loadDemonstration(urls, scale, DEFAULT_SEED);
    process.env["GOVGRAPH_TEST_DATABASE"] = JSON.stringify({ adminUrl: postgres.url, urls });
    const stack = await startStack({ productionWaits: true });
    try {
      const results = await measure(stack);
      keepResults(name, results);
    } finally {
      await stack.stop();
    }
  } finally {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
};

/** Prints results, and keeps them with the machine that gave them. */
export const keepResults = (name: string, results: object): void => {
  process.stdout.write(`${JSON.stringify(results)}\n`);
  const machine = { node: process.version, cores: cpus().length, model: cpus()[0]?.model };
  mkdirSync(projectPath("test/bench/results"), { recursive: true });
  writeFileSync(
    projectPath(`test/bench/results/${name}.json`),
    `${JSON.stringify({ measuredOn: new Date().toISOString().slice(0, 10), machine, results }, null, 2)}\n`,
  );
};
