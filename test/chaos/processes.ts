/** The product as processes of their own that a run kills and begins again at the same addresses: PostgreSQL, each service, the gateway; the issuer lives. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadDemonstration } from "../../commands/demonstration.js";
import { prepareDatabases } from "../../commands/prepare.js";
import { derivedUrls } from "../../commands/service-urls.js";
import { startPostgres, type LocalPostgres } from "../../infra/local/postgres.js";
import { DEFAULT_SEED } from "../../infra/local/world.js";
import { projectPath, registeredServices } from "../../platform/config/index.js";
import { benchVariables, untilAnswering } from "../bench/process-stack.js";
import { freePorts } from "../support/commands.js";
import { startTestIssuer, type TestIssuer } from "../support/issuer.js";

/** What may be killed beside the services. */
export const DATABASE = "database";
export const GATEWAY = "gateway";

/** All processes of one product. */
export interface ChaosWorld {
  /** Address of the graph. */
  readonly url: string;
  readonly issuerUrl: string;
  /** Databases of the services, by their names. */
  readonly urls: Readonly<Record<string, string>>;
  /** Ends services, gateway or database as a machine that fails does, all at once, and begins them again; answers with how long they were away, in milliseconds. */
  kill(names: readonly string[]): Promise<number>;
  /** What the processes logged beyond warnings. */
  errors(): readonly { readonly event: string; readonly line: string }[];
  stop(): Promise<void>;
}

const killed = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
};

/** Begins a server again whose processes may still be ending: they hold its memory until then. */
const startAgain = async (start: () => Promise<LocalPostgres>): Promise<LocalPostgres> => {
  for (let tries = 1; ; tries++) {
    try {
      return await start();
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};

/** Lines of a log whose level is `error` or higher, and what is no line of ours. */
const errorsOf = (log: string): { readonly event: string; readonly line: string }[] =>
  readFileSync(log, "utf8")
    .split("\n")
    .filter(Boolean)
    .flatMap((line) => {
      if (!line.startsWith("{")) return [{ event: "NO_LINE_OF_OURS", line }];
      const { level, code: event = "?" } = JSON.parse(line) as { level: number | string; code?: string };
      return level === "error" || level === "fatal" || Number(level) >= 50 ? [{ event, line }] : [];
    });

/** Starts everything in a folder of its own, with the small data. */
export const startWorld = async (): Promise<ChaosWorld> => {
  const directory = mkdtempSync(join(tmpdir(), "govgraph-chaos-"));
  chmodSync(directory, 0o755);
  const names = [...registeredServices(), GATEWAY, "admin"];
  const [port, ...free] = (await freePorts(1 + names.length)) as [number, ...number[]];
  const start = (): Promise<LocalPostgres> => startPostgres({ directory: join(directory, "postgres"), port });
  let postgres = await start();
  const children = new Map<string, ChildProcess>();
  const logs = new Map<string, number>();
  let issuer: TestIssuer | undefined;
  const stop = async (): Promise<void> => {
    for (const child of children.values()) await killed(child);
    await issuer?.stop();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const urls = derivedUrls(postgres.url, "chaos");
    await prepareDatabases({ adminUrl: postgres.url, urls });
    await loadDemonstration(urls, "small", DEFAULT_SEED);
    issuer = await startTestIssuer();
    const portOf = (name: string): number => free[names.indexOf(name)]!;
    const variables = benchVariables(urls, portOf);
    const gateway = {
      ...variables.gateway,
      GATEWAY_PORT: String(portOf(GATEWAY)),
      GATEWAY_ADMIN_PORT: String(portOf("admin")),
      GATEWAY_ISSUER_URL: issuer.issuerUrl,
    };
    const begun = Date.now();
    const epoch = Date.parse(variables.gateway["GATEWAY_CLOCK_EPOCH"]!);
    /** The day goes on while the gateway is away. */
    const environmentOf = (name: string): NodeJS.ProcessEnv =>
      name === GATEWAY
        ? { ...gateway, GATEWAY_CLOCK_EPOCH: new Date(epoch + Date.now() - begun).toISOString() }
        : variables.services;
    const logOf = (name: string): string => join(directory, `${name}.log`);
    const begin = async (name: string): Promise<void> => {
      if (!logs.has(name)) logs.set(name, openSync(logOf(name), "a"));
      const script = name === GATEWAY ? "dist/gateway/main.js" : `dist/subgraphs/${name}/main.js`;
      const log = logs.get(name)!;
      const child = fork(projectPath(script), {
        env: environmentOf(name),
        stdio: ["ignore", log, log, "ipc"],
      });
      children.set(name, child);
      await untilAnswering(`http://127.0.0.1:${portOf(name)}/livez`, child);
    };
    const killAndBegin = async (name: string): Promise<void> => {
      if (name === DATABASE) {
        process.kill(Number(readFileSync(join(directory, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]), 9);
        postgres = await startAgain(start);
      } else {
        await killed(children.get(name)!);
        await begin(name);
      }
    };
    for (const name of [...Object.keys(urls), GATEWAY]) await begin(name);
    return {
      url: `http://127.0.0.1:${portOf(GATEWAY)}/graphql`,
      issuerUrl: issuer.issuerUrl,
      urls,
      async kill(victims) {
        const since = performance.now();
        await Promise.all(victims.map(killAndBegin));
        return Math.round(performance.now() - since);
      },
      errors: () => [...logs.keys()].flatMap((name) => errorsOf(logOf(name))),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
