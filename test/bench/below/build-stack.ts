/** A build of the product as processes: a PostgreSQL of its own, each service, and the gateway. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import pg from "pg";
import { request } from "undici";
import { startPostgres } from "../../../infra/local/postgres.js";
import { projectPath } from "../../../platform/config/index.js";
import { freePorts } from "../../support/commands.js";
import { benchVariables, untilAnswering } from "../process-stack.js";
import { gatewayNodeOptions, hasCommands } from "./builds.js";

/** Processes of a build, and how its database is asked. */
export interface BuildStack {
  readonly build: string;
  readonly url: string;
  readonly gateway: ChildProcess;
  /** By the names of the services. */
  readonly services: ReadonlyMap<string, ChildProcess>;
  /** Process id of the server that starts one for each connection. */
  readonly postmaster: number;
  /** As the server's administrator. */
  readonly client: pg.Client;
  /** Requests that the gateway has sent to services so far. */
  subgraphRequests(): Promise<number>;
  stop(): Promise<void>;
}

/** The server runs as another user where we are root. */
const makeFolder = (directory: string): void => {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o755);
};

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || !child.kill()) return;
  await once(child, "exit");
};

/** Addresses of the build's databases, once they are filled. */
const prepared = async (build: string, serverUrl: string, scale: string): Promise<Readonly<Record<string, string>>> => {
  const child = fork(projectPath("dist/test/bench/below/prepare.js"), [build, serverUrl, scale]);
  const [told] = (await Promise.race([once(child, "message"), once(child, "exit")])) as [unknown];
  if (typeof told !== "object" || told === null) throw new Error(`The data of ${build} did not load.`);
  if (child.exitCode === null) await once(child, "exit");
  return told as Readonly<Record<string, string>>;
};

/** Starts the build of a folder, which is compiled, on generated data of the scale. */
export const startBuild = async (build: string, scale: string, issuerUrl: string): Promise<BuildStack> => {
  const kept = process.env["BENCH_DATA"];
  const directory =
    kept === undefined ? mkdtempSync(join(tmpdir(), "govgraph-below-")) : join(kept, `${basename(build)}-${scale}`);
  makeFolder(directory);
  // What is measured reads; the disk is not waited for while the data is loaded.
  const postgres = await startPostgres({ directory, volatile: true, preload: ["pg_stat_statements"] });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query("create extension if not exists pg_stat_statements");
  await client.query("alter system set pg_stat_statements.track_planning = on");
  await client.query("select pg_reload_conf()");
  const children: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(ended));
    await client.end();
    await postgres.stop();
    if (kept === undefined) rmSync(directory, { recursive: true, force: true });
  };
  try {
    const urls = await prepared(build, postgres.url, scale);
    // What autovacuum does within a minute or two after a load.
    await client.query("vacuum analyze");
    const names = [...Object.keys(urls), "gateway", "admin"];
    const free = await freePorts(names.length);
    const portOf = (name: string): number => free[names.indexOf(name)]!;
    const variables = benchVariables(urls, portOf, { derivesKeys: hasCommands(build) });
    const start = async (
      script: string,
      env: NodeJS.ProcessEnv,
      port: number,
      options: readonly string[] = [],
    ): Promise<ChildProcess> => {
      const child = fork(join(build, "dist", script), {
        env,
        execArgv: [...options, "--import", projectPath("dist/test/bench/below/profile-agent.js")],
      });
      children.push(child);
      await untilAnswering(`http://127.0.0.1:${port}/livez`, child);
      return child;
    };
    const services = new Map<string, ChildProcess>();
    for (const name of Object.keys(urls))
      services.set(name, await start(`subgraphs/${name}/main.js`, variables.services, portOf(name)));
    // All who ask are one viewer here: equal requests to services would be made once, and their cost would not be seen.
    const unshared = build === projectPath("").replace(/\/$/, "") && process.env["BENCH_SHARED"] !== "1";
    const gateway = await start(
      "gateway/main.js",
      {
        ...variables.gateway,
        GATEWAY_PORT: String(portOf("gateway")),
        GATEWAY_ADMIN_PORT: String(portOf("admin")),
        GATEWAY_ISSUER_URL: issuerUrl,
        ...(unshared ? { BENCH_WITHOUT: "no-sharing" } : {}),
      },
      portOf("gateway"),
      [
        ...gatewayNodeOptions(build),
        ...(unshared ? ["--import", projectPath("dist/test/bench/engines/without.js")] : []),
      ],
    );
    return {
      build,
      url: `http://127.0.0.1:${portOf("gateway")}`,
      gateway,
      services,
      postmaster: Number(readFileSync(join(directory, "data", "postmaster.pid"), "utf8").split("\n")[0]),
      client,
      async subgraphRequests() {
        const { body } = await request(`http://127.0.0.1:${portOf("admin")}/metrics`);
        const lines = (await body.text()).matchAll(/^govgraph_subgraph_requests_total(?:\{[^}]*\})? ([0-9.e+-]+)/gm);
        return [...lines].reduce((sum, [, value]) => sum + Number(value), 0);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
