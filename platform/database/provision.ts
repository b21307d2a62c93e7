/** Prepares a database server: one schema and one role per service, so that no service reads another's tables. */
import { createHmac } from "node:crypto";
import pg from "pg";

/** What to provision. */
export interface ProvisionOptions {
  /** URL of a role that may create roles and schemas. */
  readonly adminUrl: string;
  readonly services: readonly string[];
  /** Secret from which the roles' passwords are derived. */
  readonly secret: string;
  /** Put before role names, so that several installations share a server. @default "govgraph" */
  readonly rolePrefix?: string;
}

const LOCK = 7_204_551;

/** Creates or completes schemas, roles and extensions; returns a URL per service. Running it again changes nothing. */
export const provision = async (options: ProvisionOptions): Promise<Record<string, string>> => {
  const client = new pg.Client({ connectionString: options.adminUrl, connectionTimeoutMillis: 3_000 });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query("create schema if not exists extensions");
    for (const extension of ["pg_trgm", "pgcrypto"]) {
      await client.query(`create extension if not exists ${extension} schema extensions`);
    }
    await client.query("revoke all on schema public from public; grant usage on schema extensions to public");
    const urls: Record<string, string> = {};
    for (const service of options.services) {
      const role = `${options.rolePrefix ?? "govgraph"}_${service}`;
      const password = createHmac("sha256", options.secret).update(role).digest("hex");
      await provisionService(client, service, role, password);
      const url = new URL(options.adminUrl);
      url.username = role;
      url.password = password;
      urls[service] = url.href;
    }
    return urls;
  } finally {
    await client.end();
  }
};

const provisionService = async (client: pg.Client, schema: string, role: string, password: string): Promise<void> => {
  const [name, owner, secret] = [pg.escapeIdentifier(schema), pg.escapeIdentifier(role), pg.escapeLiteral(password)];
  const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [role]);
  await client.query(`${rowCount ? "alter" : "create"} role ${owner} login password ${secret}`);
  await client.query(`grant ${owner} to current_user`);
  await client.query(`create schema if not exists ${name} authorization ${owner}`);
  await client.query(`revoke all on schema ${name} from public`);
};
