/** `npm run bench -- engines`: gateways on the public federation case, in rounds that take turns; asserts no time. */
import { fork, type ChildProcess } from "node:child_process";
import { Console } from "node:console";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { projectPath, runMain } from "../../../platform/config/index.js";
import { profiled } from "../below/profile.js";
import { median } from "../figures.js";
import { gatewaysOf, INSTALLED, OPEN, UNPROTECTED, type GatewayName } from "./gateway-names.js";
import { installHive } from "./hive.js";
import { ask, CONNECTIONS, load, roundOf, told, withPool, type Loaded, type Mode, type Round } from "./load.js";
import { stagesOf } from "./stages.js";
import { WORLDS, type WorldName } from "./worlds.js";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 3);
const MODES = (process.env["BENCH_MODES"] ?? "unique,shared,cold").split(",") as Mode[];

const summary = (rounds: readonly Round[]): Round =>
  Object.fromEntries(
    Object.keys(rounds[0]!).map((key) => [key, median(rounds.map((round) => round[key as keyof Round]))]),
  ) as unknown as Round;

const end = async (child: ChildProcess): Promise<void> => {
  // Not all of them heed a polite signal.
  if (child.exitCode === null && child.kill("SIGKILL")) await once(child, "exit");
};

const isOneOf = (names: readonly string[], name: string): boolean => names.includes(name);

/** Ours runs as its own start command has it, `plain` as well; each of the others as its documentation says. */
const startGateway = (name: GatewayName, port: number): ChildProcess => {
  const isOurs = name === "compiled" || isOneOf([...UNPROTECTED, ...OPEN], name);
  const options = process.env["BENCH_NODE_OPTIONS"] ?? "--max-semi-space-size=64";
  return fork(projectPath("dist/test/bench/engines/gateway-process.js"), [name, `http://127.0.0.1:${port}`], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      APOLLO_TELEMETRY_DISABLED: "1",
      ...(isOneOf(UNPROTECTED, name) ? { BENCH_WITHOUT: name } : {}),
    },
    execArgv: [
      ...(isOurs || name === "plain" ? options.split(" ") : []),
      ...(isOurs ? ["--import", projectPath("dist/test/bench/engines/without.js")] : []),
      "--import",
      projectPath("dist/test/bench/below/profile-agent.js"),
    ],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
};

/** Where a figure of the mode would be none: `plain` knows one query alone, and a protection costs what it costs each time. */
const hasMode = (name: GatewayName, mode: Mode): boolean =>
  mode === "unique" || (!isOneOf([...UNPROTECTED, ...OPEN], name) && (mode !== "cold" || name !== "plain"));

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
  const gateways = new Map<GatewayName, Loaded>();
  for (const name of names) {
    const gateway = startGateway(name, port);
    children.push(gateway);
    gateways.set(name, { gateway, services, ...(await told<{ url: string }>(gateway)) });
  }
  const answers = new Map<GatewayName, string>();
  for (const [name, { url }] of gateways)
    answers.set(
      name,
      await withPool(url, 1, async (pool, path) =>
        JSON.stringify((JSON.parse(await ask(pool, path, "unique")) as { data: unknown }).data),
      ),
    );
  if (new Set(answers.values()).size !== 1)
    throw new Error(
      `The gateways give different answers: ${[...answers].map(([name, { length }]) => `${name} ${length}`).join()}`,
    );
  const result: Record<string, Record<string, Round>> = {};
  for (const mode of MODES) {
    const rounds = new Map<GatewayName, Round[]>();
    for (let round = 0; round < ROUNDS; round++)
      for (const [name, loaded] of gateways)
        if (hasMode(name, mode)) rounds.set(name, [...(rounds.get(name) ?? []), await roundOf(loaded, mode)]);
    result[mode] = Object.fromEntries([...rounds].map(([name, made]) => [name, summary(made)]));
    process.stdout.write(`${world}, ${mode}\n`);
    new Console(process.stdout).table(result[mode]);
  }
  const compiled = gateways.get("compiled");
  const stages = compiled && (await stagesUnderLoad(compiled));
  process.stdout.write(`${JSON.stringify(stages)}\n`);
  return { bytes: [...answers.values()][0]!.length, ...result, ...(stages ? { stages } : {}) };
};

const stagesUnderLoad = async ({ gateway, url }: Loaded): Promise<object> => {
  const [profile] = await profiled([gateway], () =>
    withPool(url, CONNECTIONS.unique, async (pool, path) => void (await load(pool, path, "unique"))),
  );
  return stagesOf(profile!);
};

await runMain(async () => {
  const names = gatewaysOf(process.env["BENCH_GATEWAYS"]);
  if (names.some((name) => isOneOf(INSTALLED, name))) installHive();
  const worlds: Record<string, object> = {};
  for (const world of Object.keys(WORLDS) as WorldName[])
    if ((process.env["BENCH_WORLDS"] ?? world).split(",").includes(world))
      worlds[world] = await benchWorld(world, names);
  const machine = { node: process.version, cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30) };
  const measuredOn = new Date().toISOString().slice(0, 10);
  if (process.env["BENCH_WRITE"] !== "0")
    writeFileSync(
      projectPath("test/bench/results/engines.json"),
      `${JSON.stringify({ measuredOn, machine, rounds: ROUNDS, connections: CONNECTIONS, worlds }, null, 2)}\n`,
    );
});
