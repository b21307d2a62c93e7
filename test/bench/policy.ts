/** `node dist/test/bench/policy.js`: what disclosure costs the gateway on public queries, against its table switched off in the same run. */
import "reflect-metadata";
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { request } from "undici";
import { projectPath, runMain } from "../../platform/config/index.js";
import { composeFixture, FIXTURE_KEY, startFixtureSubgraphs } from "../support/disclosure-fixture.js";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 40);
const REQUESTS = Number(process.env["BENCH_REQUESTS"] ?? 200);
const CONNECTIONS = 8;

/** Nothing in the first is closed; the second asks for closed fields, which is what pruning and shaping are for. */
const QUERIES = {
  public: `{ records { id title place { name } children { id title place { name } } } office { name } }`,
  closed: `{ records { id title note sealed children { id title known } } }`,
} as const;

interface Variant {
  readonly policy: "on" | "off";
  readonly url: string;
  readonly child: ChildProcess;
}

const message = async <T>(child: ChildProcess): Promise<T> => ((await once(child, "message")) as [T])[0];

const start = async (policy: Variant["policy"], subgraphs: Record<string, string>): Promise<Variant> => {
  const child = fork(projectPath("dist/test/bench/policy-gateway.js"), {
    env: {
      ...process.env,
      ...subgraphs,
      NODE_ENV: "production",
      BENCH_KEY: JSON.stringify(FIXTURE_KEY),
      BENCH_POLICY: policy,
    },
  });
  const { url } = await message<{ url: string }>(child);
  return { policy, url, child };
};

const cpuOf = async ({ child }: Variant): Promise<number> => {
  const answer = message<{ cpuMicroseconds: number }>(child);
  child.send("cpu");
  return (await answer).cpuMicroseconds;
};

/** CPU milliseconds of the gateway for each request. */
const measure = async (variant: Variant, query: string): Promise<number> => {
  const body = JSON.stringify({ query });
  const before = await cpuOf(variant);
  let left = REQUESTS;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (left-- > 0) {
        const answer = await request(`${variant.url}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body,
        });
        const text = await answer.body.text();
        if (answer.statusCode !== 200 || text.includes('"errors"')) throw new Error(text.slice(0, 300));
      }
    }),
  );
  return ((await cpuOf(variant)) - before) / 1_000 / REQUESTS;
};

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

/** Rounds before the first that counts, until the code is compiled. */
const WARM_UP = 5;

await runMain(async () => {
  const { policy } = composeFixture();
  const { records, partner } = await startFixtureSubgraphs(policy);
  const subgraphs = { BENCH_RECORDS: records.url, BENCH_PARTNER: partner.url };
  const variants = [await start("on", subgraphs), await start("off", subgraphs)];
  try {
    for (let round = 0; round < WARM_UP; round++)
      for (const variant of variants) for (const query of Object.values(QUERIES)) await measure(variant, query);
    const results = [];
    for (const [name, query] of Object.entries(QUERIES)) {
      const costs: Record<Variant["policy"], number[]> = { on: [], off: [] };
      for (let round = 0; round < ROUNDS; round++) {
        // In turns, and in both orders: the machine is not the same from one second to the next.
        for (const variant of round % 2 === 0 ? variants : [...variants].reverse())
          costs[variant.policy].push(await measure(variant, query));
        records.reset();
      }
      const ratios = costs.on.map((cost, round) => cost / costs.off[round]!);
      results.push({
        query: name,
        onMsPerRequest: Number(quantile(costs.on, 0.5).toFixed(3)),
        offMsPerRequest: Number(quantile(costs.off, 0.5).toFixed(3)),
        ratio: Number(quantile(ratios, 0.5).toFixed(3)),
        quartiles: [0.25, 0.75].map((share) => Number(quantile(ratios, share).toFixed(3))),
      });
    }
    for (const { query, onMsPerRequest, offMsPerRequest, ratio, quartiles } of results)
      process.stdout.write(
        `${query.padEnd(7)} on ${onMsPerRequest} ms, off ${offMsPerRequest} ms of CPU a request, ratio ${ratio} (quartiles ${quartiles.join(" and ")})\n`,
      );
    mkdirSync(projectPath("test/bench/results"), { recursive: true });
    writeFileSync(
      projectPath("test/bench/results/policy.json"),
      `${JSON.stringify(
        {
          measuredOn: new Date().toISOString().slice(0, 10),
          machine: {
            node: process.version,
            cores: cpus().length,
            model: cpus()[0]?.model,
            rounds: ROUNDS,
            requests: REQUESTS,
          },
          results,
        },
        null,
        2,
      )}\n`,
    );
  } finally {
    for (const { child } of variants) child.disconnect();
    await records.stop();
    await partner.stop();
  }
});
