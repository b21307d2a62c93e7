/** Where each service's database is: given by its own variable, or as provisioned from this folder. */
import { createHmac } from "node:crypto";
import { ConfigError, registeredServices } from "../platform/config/index.js";

/** URL per service, each with its own role. */
export type ServiceUrls = Readonly<Record<string, string>>;

/** Variable of a service's database. */
export const databaseVariable = (service: string): string => `${service.toUpperCase()}_DATABASE_URL`;

/** The role and password that we give to the owner of a schema where none is given: derived from the folder's secret, so that nothing more must be kept. */
export const derivedUrl = (serverUrl: string, secret: string, schema: string): string => {
  const role = `govgraph_${schema}`;
  const url = new URL(serverUrl);
  url.username = role;
  url.password = createHmac("sha256", secret).update(role).digest("hex");
  return url.href;
};

/** Those of all services. */
export const derivedUrls = (serverUrl: string, secret: string): ServiceUrls =>
  Object.fromEntries(registeredServices().map((name) => [name, derivedUrl(serverUrl, secret, name)]));

/** The URLs of the environment; undefined where there is none. Throws where some are given and some are not. */
export const givenUrls = (environment: NodeJS.ProcessEnv): ServiceUrls | undefined => {
  const names = registeredServices();
  const given = names.filter((name) => environment[databaseVariable(name)]);
  if (given.length === 0) return undefined;
  const missing = names
    .filter((name) => !given.includes(name))
    .map(
      (name) =>
        `${databaseVariable(name)} is not set, though ${databaseVariable(given[0]!)} is: give all of them or none.`,
    );
  return checkedUrls(Object.fromEntries(given.map((name) => [name, environment[databaseVariable(name)]!])), missing);
};

/** URLs as they were given. Throws ConfigError with what is missing, and what is no URL of a database with a role. */
export const checkedUrls = (urls: ServiceUrls, missing: readonly string[] = []): ServiceUrls => {
  const malformed = Object.entries(urls)
    .filter(([, text]) => !isPostgresUrl(text) || new URL(text).username === "")
    .map(
      ([name]) =>
        `${databaseVariable(name)} is no PostgreSQL URL: write postgresql://user:password@host:port/database.`,
    );
  if (missing.length + malformed.length > 0) throw new ConfigError([...missing, ...malformed]);
  return urls;
};

/** True for a PostgreSQL URL. */
export const isPostgresUrl = (text: string): boolean => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);

/** Where a database is, without its password. */
export const describeUrl = (url: string): string => {
  const { hostname, port, pathname, username } = new URL(url);
  return `${hostname}${port === "" ? "" : `:${port}`}${pathname} as ${decodeURIComponent(username)}`;
};
