/** The databases of all services, as a command finds them: nothing but `npm run migrate` and `npm start` provisions. */
import { openDatabaseServer, type DatabaseServer } from "./database-server.js";
import { checkUnbroken, readMarks, type Marks } from "./contents.js";
import { isPrepared, rememberPrepared } from "./prepared-mark.js";
import type { Prepared } from "./prepare.js";
import { checkedUrls, databaseVariable, derivedUrls, givenUrls, type ServiceUrls } from "./service-urls.js";
import { loadState, type LocalState } from "../infra/local/state.js";

/** Databases in use. */
export interface Databases {
  readonly urls: ServiceUrls;
  /** The server's own URL, where it is known. */
  readonly adminUrl?: string | undefined;
  /** True where names and passwords of roles are given, not ours. */
  readonly given: boolean;
  /** True for the server of this folder. */
  readonly local: boolean;
  release(): Promise<void>;
}

/** The state of this folder, where the databases are its own; undefined where they are given: then nothing in it is about them. */
export const findOwnState = (): LocalState | undefined =>
  givenUrls(process.env) === undefined ? loadState() : undefined;

const NOTHING_TO_RELEASE = async (): Promise<void> => undefined;

const locate = async (exclusive: boolean): Promise<Databases> => {
  const given = givenUrls(process.env);
  const databaseUrl = process.env["DATABASE_URL"];
  if (given !== undefined && !databaseUrl)
    return { urls: given, given: true, local: false, release: NOTHING_TO_RELEASE };
  const server: DatabaseServer = await openDatabaseServer(databaseUrl, { exclusive });
  if (given !== undefined) checkSameDatabase(server.url, given);
  const urls = given ?? derivedUrls(server.url, loadState().secret);
  return { urls, adminUrl: server.url, given: given !== undefined, local: server.local, release: server.release };
};

/** What would be provisioned in one database and looked for in another. */
const checkSameDatabase = (adminUrl: string, urls: ServiceUrls): void => {
  const { pathname } = new URL(adminUrl);
  for (const [service, url] of Object.entries(urls))
    if (new URL(url).pathname !== pathname)
      throw new Error(
        `${databaseVariable(service)} names the database ${new URL(url).pathname.slice(1)}, DATABASE_URL ${pathname.slice(1)}: write the same one.`,
      );
};

const orRelease = async <Result>(databases: Databases, work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    await databases.release();
    throw error;
  }
};

/** What a command needs of the databases. */
export interface OpenOptions {
  /** True where half of a load may be there. @default false */
  readonly half?: boolean;
  /** True where those of this folder's own server are prepared if they are not yet. @default true */
  readonly prepare?: boolean;
}

/** Databases in use, and what was loaded into them. */
export type OpenDatabases = Databases & { readonly marks: Marks };

/**
 * Databases for a command that reads or loads: those of `<SERVICE>_DATABASE_URL`, or the roles that this folder made on DATABASE_URL
 * or on the local server. Those of others are never prepared: no role is made, nothing is migrated. Throws a sentence where they
 * are not migrated, or hold half of a load. Those that this build prepared are not looked at again, so that a short command is short.
 */
export const openDatabases = async ({ half = false, prepare = true }: OpenOptions = {}): Promise<OpenDatabases> => {
  const databases = await locate(false);
  return orRelease(databases, async () => {
    const marks = (await findMarks(databases)) ?? (await lookAtAll(databases, prepare));
    if (!half) checkUnbroken(marks);
    return { ...databases, marks };
  });
};

/** The marks of databases that this build prepared; undefined where it is to be looked at them first, and for whatever reason they do not answer. */
const findMarks = async ({ urls, local }: Databases): Promise<Marks | undefined> => {
  try {
    const marks = await readMarks(urls);
    return isPrepared(marks, { today: local }) ? marks : undefined;
  } catch {
    return undefined;
  }
};

/** Prepares those of this folder, and checks others. */
const lookAtAll = async (databases: Databases, prepare: boolean): Promise<Marks> => {
  const { checkPrepared, prepareDatabases } = await import("./prepare.js");
  if (databases.local && prepare) {
    await prepareDatabases(databases);
    await rememberPrepared(databases.urls);
  } else if (databases.local) await checkLocal(databases.urls, checkPrepared);
  else await checkPrepared(databases.urls);
  return readMarks(databases.urls);
};

/** A server of ours alone has no roles with other passwords: where they can not enter, they were never made. */
const checkLocal = async (urls: ServiceUrls, check: (urls: ServiceUrls) => Promise<void>): Promise<void> => {
  try {
    await check(urls);
  } catch (cause) {
    throw new Error("The database of this folder is not prepared for this version: run npm run migrate first.", {
      cause,
    });
  }
};

/** The database of one service for a process that needs no other's password: as its own variable gives it, else as openDatabases finds it. Throws as that does. */
export const openDatabaseUrl = async (service: string): Promise<Pick<Databases, "urls" | "release">> => {
  const url = process.env[databaseVariable(service)];
  if (!url) return openDatabases({ prepare: false });
  return { urls: checkedUrls({ [service]: url }), release: NOTHING_TO_RELEASE };
};

/** Databases for `npm run migrate` and `npm start`: provisioned where DATABASE_URL or the local server allows it, and migrated. */
export const openPreparedDatabases = async (
  options: { exclusive?: boolean; resetPasswords?: boolean; say?: (line: string) => void } = {},
): Promise<Databases & Prepared> => {
  const databases = await locate(options.exclusive ?? false);
  return orRelease(databases, async () => {
    const { prepareDatabases } = await import("./prepare.js");
    const prepared = await prepareDatabases({ ...options, ...databases });
    await rememberPrepared(databases.urls);
    return { ...databases, ...prepared };
  });
};
