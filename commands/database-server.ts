/** The database server of a command: that of DATABASE_URL, or the local one, which runs as long as somebody uses it. */
import { join } from "node:path";
import pg from "pg";
import { checkServer } from "./check-server.js";
import { startPostgres, type LocalPostgres } from "../infra/local/postgres.js";
import { isPostgresUrl } from "./service-urls.js";
import { stateDirectory } from "../infra/local/state.js";

/** A server that we may use. */
export interface DatabaseServer {
  readonly url: string;
  /** True for the server of this folder, which is ours alone. */
  readonly local: boolean;
  /** Ends the use; the local server stops with its last user. */
  release(): Promise<void>;
}

/** Advisory locks of the local server: one that every user shares, one of `npm start` alone. */
const IN_USE = 7_204_552;
const STARTED = 7_204_553;

/** Opens the server of DATABASE_URL, or the local one; `exclusive` for `npm start`, of which one runs at a time. */
export const openDatabaseServer = async (
  databaseUrl: string | undefined,
  { exclusive = false }: { readonly exclusive?: boolean } = {},
): Promise<DatabaseServer> => {
  if (databaseUrl) {
    if (!isPostgresUrl(databaseUrl))
      throw new Error("DATABASE_URL is no PostgreSQL URL: write postgresql://user:password@host:port/database.");
    await checkServer("DATABASE_URL", databaseUrl);
    return { url: databaseUrl, local: false, release: async () => undefined };
  }
  const directory = join(stateDirectory(), "postgres");
  for (let attempt = 1; ; attempt++) {
    const server = await startPostgres({ directory });
    const session = await openSession(server);
    if (session !== undefined) return useServer(server, session, exclusive);
    // Its last user stopped it just now.
    if (attempt === 5)
      throw new Error(`The local PostgreSQL in ${directory} stops again and again: see its log there.`);
  }
};

/** A session that says that the server is in use; ends with our process, however that ends. */
const openSession = async (server: LocalPostgres): Promise<pg.Client | undefined> => {
  const session = new pg.Client({
    connectionString: server.url,
    application_name: "govgraph-use",
    connectionTimeoutMillis: 60_000,
    keepAlive: true,
  });
  session.on("error", () => undefined);
  try {
    await session.connect();
    await session.query("select pg_advisory_lock_shared($1)", [IN_USE]);
    return session;
  } catch {
    await session.end().catch(() => undefined);
    return undefined;
  }
};

const useServer = async (server: LocalPostgres, session: pg.Client, exclusive: boolean): Promise<DatabaseServer> => {
  const release = async (): Promise<void> => {
    const last = await isLast(session);
    await session.end().catch(() => undefined);
    if (last) await server.stop();
  };
  if (exclusive && !(await holds(session, STARTED))) {
    await release();
    throw new Error(
      `govgraph runs already with the data of ${stateDirectory()}: stop it first, or choose another folder with GOVGRAPH_DIRECTORY.`,
    );
  }
  return { url: server.url, local: true, release };
};

const holds = async (session: pg.Client, lock: number): Promise<boolean> => {
  const { rows } = await session.query("select pg_try_advisory_lock($1) as held", [lock]);
  return (rows[0] as { held: boolean }).held;
};

/** True where nobody else uses the server, and from then on nobody begins to. */
const isLast = async (session: pg.Client): Promise<boolean> => {
  try {
    await session.query("select pg_advisory_unlock_shared($1)", [IN_USE]);
    return await holds(session, IN_USE);
  } catch {
    // The session is gone, and the server most likely with it.
    return true;
  }
};
