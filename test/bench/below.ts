/**
 * `npm run bench -- below`: what each showcase query costs below the gateway and in it, by process, by statement and by function.
 * BENCH_AGAINST names the folder of another compiled build that is measured in turns with this one; BENCH_SCALE the data (demo);
 * BENCH_DATA a folder that keeps the databases for the next time; BENCH_ONLY some of the queries; BENCH_RESULTS where figures go;
 * BENCH_SHARED=1 lets this build share equal requests to services, as it does.
 */
import "reflect-metadata";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { startIssuer } from "../../infra/local/issuer/issuer.js";
import { projectPath, runMain } from "../../platform/config/index.js";
import { freePorts } from "../support/commands.js";
import { SHOWCASE } from "../support/showcase.js";
import { startBuild, type BuildStack } from "./below/build-stack.js";
import { createAsking, TOGETHER, warmUp } from "./below/ask.js";
import { measureRound, summarizeRounds, type QueryCost, type RoundCost } from "./below/cost.js";
import { profiled, summarized } from "./below/profile.js";
import { countRows, differingRows } from "./below/row-counts.js";
import { readStatements, resetStatements, type StatementCost } from "./below/statements.js";

const REQUESTS = Number(process.env["BENCH_REQUESTS"] ?? 60);
const ROUNDS = 3;
/** Statements of each query that are kept, the dearest first. */
const DEAREST = 10;
const WARM_UP = Math.min(REQUESTS, 60);
const SCALE = process.env["BENCH_SCALE"] ?? "demo";
const ONLY = process.env["BENCH_ONLY"]?.split(",");
const PROJECT = projectPath("").replace(/\/$/, "");

const queries = SHOWCASE.filter(({ name }) => ONLY?.includes(name) ?? true);

const hundredths = (value: number): number => Math.round(value * 100) / 100;

const asTable = (costs: readonly QueryCost[]): string =>
  costs
    .map(({ query, cpu, requestsPerSecond, p95, subgraphRequests, statements, rows }) =>
      [
        query.padEnd(26),
        `req/s ${requestsPerSecond} p95 ${p95}`,
        ...Object.entries(cpu).map(([kind, seconds]) => `${kind} ${seconds.toFixed(2).padStart(6)}`),
        `requests ${subgraphRequests} statements ${statements} rows ${rows}`,
      ].join("  "),
    )
    .join("\n");

await runMain(async () => {
  const directory = mkdtempSync(join(tmpdir(), "govgraph-below-issuer-"));
  const [issuerPort] = await freePorts(1);
  const issuer = await startIssuer({
    host: "127.0.0.1",
    port: issuerPort!,
    keyFile: join(directory, "issuer-key.json"),
    redirectUris: [],
    production: false,
  });
  const against = process.env["BENCH_AGAINST"];
  const builds = [PROJECT, ...(against === undefined ? [] : [against])];
  const missing = builds.find((build) => !existsSync(join(build, "dist")));
  if (missing !== undefined) throw new Error(`${missing} is not compiled.`);
  const stacks: BuildStack[] = [];
  try {
    for (const build of builds) stacks.push(await startBuild(build, SCALE, issuer.issuerUrl));
    const ask = createAsking(issuer.issuerUrl);
    for (const stack of stacks) for (const query of queries) await warmUp(ask, stack, query, WARM_UP);
    const costs: QueryCost[][] = stacks.map(() => []);
    const statements: Record<string, readonly StatementCost[]> = {};
    for (const query of queries) {
      const rounds: RoundCost[][] = stacks.map(() => []);
      for (let round = 0; round < ROUNDS; round++)
        for (const [index, stack] of stacks.entries())
          rounds[index]!.push(await measureRound(stack, () => ask(stack, query, REQUESTS), REQUESTS));
      for (const [index, each] of rounds.entries()) costs[index]!.push(summarizeRounds(query.name, each));
      await resetStatements(stacks[0]!.client);
      await ask(stacks[0]!, query, REQUESTS);
      statements[query.name] = (await readStatements(stacks[0]!.client)).slice(0, DEAREST).map((each) => ({
        ...each,
        text: each.text.slice(0, 200),
        calls: hundredths(each.calls / REQUESTS),
        rows: hundredths(each.rows / REQUESTS),
        planMs: hundredths(each.planMs),
        runMs: hundredths(each.runMs),
      }));
    }
    const services = [...stacks[0]!.services.values()];
    const profiles = await profiled(services, async () => {
      for (const query of queries) await ask(stacks[0]!, query, REQUESTS);
    });
    const ratios = costs[1]?.map(({ query, cpu, requestsPerSecond }, index) => ({
      query,
      cpu: hundredths(costs[0]![index]!.cpu["all"]! / cpu["all"]!),
      requestsPerSecond: hundredths(costs[0]![index]!.requestsPerSecond / requestsPerSecond),
    }));
    const rows = stacks[1] && differingRows(await countRows(stacks[0]!.client), await countRows(stacks[1].client));
    for (const [index, each] of costs.entries())
      process.stdout.write(`${builds[index]}, CPU seconds per 1,000 requests\n${asTable(each)}\n`);
    if (ratios) process.stdout.write(`${JSON.stringify(ratios)}\n`);
    const machine = { node: process.version, cores: cpus().length, model: cpus()[0]?.model, scale: SCALE };
    const asked = { requests: REQUESTS, rounds: ROUNDS, connections: TOGETHER };
    const results = { measuredOn: new Date().toISOString().slice(0, 10), machine, ...asked };
    const write = (name: string, content: object): void =>
      writeFileSync(
        join(process.env["BENCH_RESULTS"] ?? projectPath("test/bench/results"), `${name}.json`),
        `${JSON.stringify({ ...results, ...content }, null, 2)}\n`,
      );
    write("below", { costs: costs[0], statements });
    if (ratios) write("below-against", { costs: costs[0], before: costs[1], ratios, rowsThatDiffer: rows });
    write("below-profile", summarized(profiles, 60));
  } finally {
    for (const stack of stacks) await stack.stop();
    await issuer.stop();
    rmSync(directory, { recursive: true, force: true });
  }
});
