/** Prepares a database server: one schema and one role per service, so that no service reads another's tables. */
import pg from "pg";

/** What to provision. */
export interface ProvisionOptions {
  /** URL of a role that may create what is missing; its database is the one that is prepared. */
  readonly adminUrl: string;
  /** URL per service; its user becomes the service's role, with its password. */
  readonly urls: Readonly<Record<string, string>>;
  /** True to give roles that exist the passwords of the URLs; services that run with other ones are shut out. @default false */
  readonly resetPasswords?: boolean;
}

const LOCK = 7_204_551;
const OLDEST_VERSION = 15;
const EXTENSIONS = ["pg_trgm", "pgcrypto"];

/**
 * Creates schemas, roles and extensions that are missing and leaves alone what is there, passwords above all; answers with the
 * services whose role is new. Throws a sentence that says which right is missing.
 */
export const provision = async ({
  adminUrl,
  urls,
  resetPasswords = false,
}: ProvisionOptions): Promise<readonly string[]> => {
  const client = new pg.Client({
    connectionString: adminUrl,
    connectionTimeoutMillis: 30_000,
    application_name: "govgraph-provision",
  });
  await client.connect();
  try {
    await checkVersion(client);
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await provisionExtensions(client);
    const created: string[] = [];
    for (const [service, url] of Object.entries(urls)) {
      const { username, password } = new URL(url);
      const role = { name: decodeURIComponent(username), password: decodeURIComponent(password) };
      if (await provisionRole(client, role, resetPasswords)) created.push(service);
      await provisionSchema(client, service, role.name);
    }
    return created;
  } finally {
    await client.end();
  }
};

const exists = async (client: pg.Client, sql: string, ...values: unknown[]): Promise<boolean> =>
  ((await client.query(sql, values)).rowCount ?? 0) > 0;

/** Runs what needs a right; says which one where it is missing. */
const permitted = async (client: pg.Client, sql: string, need: string): Promise<void> => {
  try {
    await client.query(sql);
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    const { rows } = await client.query("select current_user as name");
    throw new Error(
      `The role ${(rows[0] as { name: string }).name} of DATABASE_URL may not ${need}: give it the right, or let an administrator do it, and run this again.`,
      { cause: error },
    );
  }
};

const checkVersion = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query("show server_version_num");
  const version = Math.floor(Number((rows[0] as { server_version_num: string }).server_version_num) / 10_000);
  if (version < OLDEST_VERSION)
    throw new Error(`The server is PostgreSQL ${version}: ${OLDEST_VERSION} or newer is needed.`);
};

const provisionExtensions = async (client: pg.Client): Promise<void> => {
  if (!(await exists(client, "select from pg_namespace where nspname = 'extensions'")))
    await permitted(client, "create schema extensions", "create the schema extensions");
  for (const extension of EXTENSIONS) {
    const { rows } = await client.query(
      "select nspname as schema from pg_extension e join pg_namespace n on n.oid = extnamespace where extname = $1",
      [extension],
    );
    const schema = (rows[0] as { schema: string } | undefined)?.schema;
    if (schema === undefined)
      await permitted(
        client,
        `create extension ${extension} schema extensions`,
        `create the extension ${extension} in the schema extensions`,
      );
    else if (schema !== "extensions")
      throw new Error(
        `The extension ${extension} is in the schema ${schema}, where services do not look: run "alter extension ${extension} set schema extensions", or choose another database.`,
      );
  }
  if (!(await exists(client, "select where has_schema_privilege('public', 'extensions', 'usage')")))
    await permitted(
      client,
      "grant usage on schema extensions to public",
      "grant the use of the schema extensions to all roles",
    );
  // Nothing of ours is in the schema public. In a database that belongs to somebody else it is not ours to close.
  if (
    await exists(
      client,
      "select from pg_namespace where nspname = 'public' and has_schema_privilege('public', 'public', 'usage') and pg_has_role(nspowner, 'usage')",
    )
  )
    await client.query("revoke all on schema public from public");
};

/** True where the role was created. */
const provisionRole = async (
  client: pg.Client,
  role: { readonly name: string; readonly password: string },
  resetPassword: boolean,
): Promise<boolean> => {
  const known = await exists(client, "select from pg_roles where rolname = $1", role.name);
  if (known && !resetPassword) return false;
  await permitted(
    client,
    `${known ? "alter" : "create"} role ${pg.escapeIdentifier(role.name)} login password ${pg.escapeLiteral(role.password)}`,
    `${known ? "change the password of" : "create"} the role ${role.name}`,
  );
  return !known;
};

const provisionSchema = async (client: pg.Client, schema: string, role: string): Promise<void> => {
  const { rows } = await client.query(
    "select pg_get_userbyid(nspowner) as owner from pg_namespace where nspname = $1",
    [schema],
  );
  const owner = (rows[0] as { owner: string } | undefined)?.owner;
  if (owner === role) return;
  if (owner !== undefined)
    throw new Error(
      `The schema ${schema} belongs to the role ${owner}, not to ${role}: choose another database, or the role that owns it.`,
    );
  const [name, to] = [pg.escapeIdentifier(schema), pg.escapeIdentifier(role)];
  // A schema is made for a role by one that may become it.
  if (!(await exists(client, "select where pg_has_role($1, 'set')", role).catch(() => false)))
    await permitted(client, `grant ${to} to current_user`, `act for the role ${role}`);
  await permitted(client, `create schema ${name} authorization ${to}`, `create the schema ${schema}`);
  await permitted(client, `revoke all on schema ${name} from public`, `close the schema ${schema} to others`);
};
