/** A service's database, as a command opens it: with the service's own role. */
import { createDatabase } from "../platform/database/index.js";
import type { ServiceUrls } from "./service-urls.js";

/** Opens a service's database with its own role, without the limit on statements that requests have. */
export const openDatabaseOf = (
  service: string,
  urls: ServiceUrls,
  applicationName: string,
): ReturnType<typeof createDatabase> =>
  createDatabase({ url: urls[service]!, applicationName, schema: service, statementTimeoutMs: 0 });

/** Opens a service's database for the work alone. */
export const withDatabaseOf = async <Result>(
  service: string,
  urls: ServiceUrls,
  applicationName: string,
  work: (db: ReturnType<typeof createDatabase>) => Promise<Result>,
): Promise<Result> => {
  const db = openDatabaseOf(service, urls, applicationName);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
};
