/** `npm run bench -- engines`: gateways on the public federation case, in rounds that take turns; asserts no time. */
import { fork, type ChildProcess } from "node:child_process";
import { Console } from "node:console";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { Pool } from "undici";
import { projectPath, runMain } from "../../../platform/config/index.js";
import { at, median } from "../figures.js";
import { GATEWAYS, type GatewayName } from "./gateway-names.js";
import { caseFile, WORLDS, type WorldName } from "./worlds.js";

const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 4);
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 3);
const CONNECTIONS = 50;
const QUERY = caseFile("query.graphql");

/** How requests tell who asks: each another viewer, or all nobody. */
type Mode = "unique" | "shared";

interface Round {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly gatewayCpuPer1000: number;
  readonly servicesCpuPer1000: number;
  readonly subgraphRequests: number;
  readonly peakMiB: number;
}

interface Usage {
  readonly cpuSeconds: number;
  readonly peakMiB?: number;
  readonly requests?: number;
}

const told = async <Message>(child: ChildProcess): Promise<Message> => (await once(child, "message"))[0] as Message;

const usageOf = (child: ChildProcess): Promise<Usage> => {
  const answer = told<Usage>(child);
  child.send("usage");
  return answer;
};

let serial = 0;

const ask = async (pool: Pool, path: string, mode: Mode): Promise<string> => {
  serial += 1;
  const { statusCode, body } = await pool.request({
    method: "POST",
    path,
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      ...(mode === "unique" ? { authorization: `Bearer viewer-${serial}.a.b` } : {}),
    },
    body: JSON.stringify({ query: QUERY }),
  });
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`status ${statusCode}: ${text.slice(0, 300)}`);
  return text;
};

const measure = async (pool: Pool, path: string, mode: Mode): Promise<number[]> => {
  const until = performance.now() + SECONDS * 1_000;
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < until) {
        const started = performance.now();
        await ask(pool, path, mode);
        times.push(performance.now() - started);
      }
    }),
  );
  return times;
};

const roundOf = async (
  { gateway, services, url }: { gateway: ChildProcess; services: ChildProcess; url: string },
  mode: Mode,
): Promise<Round> => {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: CONNECTIONS });
  for (let warm = 0; warm < 100; warm++) await ask(pool, pathname, mode);
  const before = [await usageOf(gateway), await usageOf(services)] as const;
  const started = performance.now();
  const times = (await measure(pool, pathname, mode)).sort((a, b) => a - b);
  const seconds = (performance.now() - started) / 1_000;
  const after = [await usageOf(gateway), await usageOf(services)] as const;
  await pool.close();
  const per1000 = (index: 0 | 1): number =>
    Number((((after[index].cpuSeconds - before[index].cpuSeconds) * 1_000) / times.length).toFixed(3));
  return {
    requestsPerSecond: Math.round(times.length / seconds),
    p50: at(times, 0.5),
    p95: at(times, 0.95),
    p99: at(times, 0.99),
    gatewayCpuPer1000: per1000(0),
    servicesCpuPer1000: per1000(1),
    subgraphRequests: Number(((after[1].requests! - before[1].requests!) / times.length).toFixed(2)),
    peakMiB: Math.round(after[0].peakMiB!),
  };
};

const summary = (rounds: readonly Round[]): Round =>
  Object.fromEntries(
    Object.keys(rounds[0]!).map((key) => [key, median(rounds.map((round) => round[key as keyof Round]))]),
  ) as unknown as Round;

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.kill()) await once(child, "exit");
};

const benchWorld = async (world: WorldName, names: readonly GatewayName[]): Promise<object> => {
  const services = fork(projectPath("dist/test/bench/engines/services.js"), ["serve", world]);
  const children = [services];
  try {
    return await compare(world, names, children);
  } finally {
    await Promise.all(children.map(end));
  }
};

/** Compares the gateways; what it starts it adds to the children, of which the services are the first. */
const compare = async (world: WorldName, names: readonly GatewayName[], children: ChildProcess[]): Promise<object> => {
  const services = children[0]!;
  const { port } = await told<{ port: number }>(services);
  const gateways = new Map<GatewayName, { gateway: ChildProcess; services: ChildProcess; url: string }>();
  for (const name of names) {
    const gateway = fork(
      projectPath("dist/test/bench/engines/gateway-process.js"),
      [name, `http://127.0.0.1:${port}`],
      {
        env: { ...process.env, NODE_ENV: "production", APOLLO_TELEMETRY_DISABLED: "1" },
        execArgv:
          name === "compiled" ? (process.env["BENCH_NODE_OPTIONS"] ?? "--max-semi-space-size=64").split(" ") : [],
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      },
    );
    children.push(gateway);
    gateways.set(name, { gateway, services, ...(await told<{ url: string }>(gateway)) });
  }
  const answers = new Map<GatewayName, string>();
  for (const [name, { url }] of gateways) {
    const { origin, pathname } = new URL(url);
    const pool = new Pool(origin);
    answers.set(name, JSON.stringify((JSON.parse(await ask(pool, pathname, "unique")) as { data: unknown }).data));
    await pool.close();
  }
  if (new Set(answers.values()).size !== 1) throw new Error("The gateways give different answers.");
  const result: Record<string, Record<string, Round>> = {};
  for (const mode of ["unique", "shared"] as const) {
    const rounds = new Map<GatewayName, Round[]>();
    for (let round = 0; round < ROUNDS; round++)
      for (const [name, processes] of gateways)
        rounds.set(name, [...(rounds.get(name) ?? []), await roundOf(processes, mode)]);
    result[mode] = Object.fromEntries([...rounds].map(([name, made]) => [name, summary(made)]));
    process.stdout.write(`${world}, ${mode}\n`);
    new Console(process.stdout).table(result[mode]);
  }
  return { bytes: [...answers.values()][0]!.length, ...result };
};

await runMain(async () => {
  const names = GATEWAYS.filter((name) => (process.env["BENCH_GATEWAYS"] ?? GATEWAYS.join()).split(",").includes(name));
  const worlds: Record<string, object> = {};
  for (const world of Object.keys(WORLDS) as WorldName[])
    if ((process.env["BENCH_WORLDS"] ?? world).split(",").includes(world))
      worlds[world] = await benchWorld(world, names);
  const machine = { node: process.version, cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30) };
  if (process.env["BENCH_WRITE"] !== "0")
    writeFileSync(
      projectPath("test/bench/results/engines.json"),
      `${JSON.stringify({ machine, seconds: SECONDS, rounds: ROUNDS, connections: CONNECTIONS, worlds }, null, 2)}\n`,
    );
});
