/** The databases of all services, as a command finds them: nothing but `npm run migrate` and `npm start` provisions. */
import { openDatabaseServer, type DatabaseServer } from "./database-server.js";
import { checkUnbroken } from "./demonstration.js";
import { checkPrepared, prepareDatabases, type Prepared } from "./prepare.js";
import { databaseVariable, derivedUrls, givenUrls, type ServiceUrls } from "./service-urls.js";
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

/**
 * Databases for a command that reads or loads: those of `<SERVICE>_DATABASE_URL`, or the roles that this folder made on DATABASE_URL
 * or on the local server. Those of others are never prepared: no role is made, nothing is migrated. Throws a sentence where they
 * are not migrated, or hold half of a load.
 */
export const openDatabases = async ({ half = false, prepare = true }: OpenOptions = {}): Promise<Databases> => {
  const databases = await locate(false);
  return orRelease(databases, async () => {
    if (databases.local && prepare) await prepareDatabases(databases);
    else if (databases.local) await checkLocal(databases);
    else await checkPrepared(databases.urls);
    if (!half) await checkUnbroken(databases.urls);
    return databases;
  });
};

/** A server of ours alone has no roles with other passwords: where they can not enter, they were never made. */
const checkLocal = async ({ urls }: Databases): Promise<void> => {
  try {
    await checkPrepared(urls);
  } catch (cause) {
    throw new Error("The database of this folder is not prepared for this version: run npm run migrate first.", {
      cause,
    });
  }
};

/** Databases for `npm run migrate` and `npm start`: provisioned where DATABASE_URL or the local server allows it, and migrated. */
export const openPreparedDatabases = async (
  options: { exclusive?: boolean; resetPasswords?: boolean; say?: (line: string) => void } = {},
): Promise<Databases & Prepared> => {
  const databases = await locate(options.exclusive ?? false);
  return orRelease(databases, async () => ({
    ...databases,
    ...(await prepareDatabases({ ...options, ...databases })),
  }));
};
