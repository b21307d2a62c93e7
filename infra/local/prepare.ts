/** Makes databases ready: schemas, roles, migrations, demonstration data. */
import { createDatabase, migrateUp, provision, restartFeed } from "../../platform/database/index.js";
import type { DemonstrationWorld } from "../../platform/subgraph/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";

/** URL per service, each with its own role. */
export type ServiceUrls = Readonly<Record<string, string>>;

/** Opens a service's database for the work alone, without the limit on statements that requests have. */
export const withDatabaseOf = async <Result>(
  service: string,
  urls: ServiceUrls,
  applicationName: string,
  work: (db: ReturnType<typeof createDatabase>) => Promise<Result>,
): Promise<Result> => {
  const db = createDatabase({ url: urls[service]!, applicationName, schema: service, statementTimeoutMs: 0 });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
};

/** Provisions and migrates every service; running it again changes nothing. */
export const prepareDatabases = async (adminUrl: string, secret: string): Promise<ServiceUrls> => {
  const urls = await provision({ adminUrl, secret, services: SUBGRAPHS.map(({ name }) => name) });
  for (const { name, migrations } of SUBGRAPHS)
    await withDatabaseOf(name, urls, "govgraph-migrate", (db) => migrateUp(db, migrations, name));
  return urls;
};

/** True where no organisation is there: nothing was seeded or imported yet. */
export const isEmpty = async (urls: ServiceUrls): Promise<boolean> => {
  const db = createDatabase({ url: urls["reference"]!, applicationName: "govgraph-seed", schema: "reference" });
  try {
    return (await db("organizations").select("id").limit(1)).length === 0;
  } finally {
    await db.destroy();
  }
};

/** Replaces the data of every service by the demonstration world. */
export const seedDatabases = async (urls: ServiceUrls, world: DemonstrationWorld): Promise<void> => {
  await Promise.all(
    SUBGRAPHS.map(({ name, seed, changes }) =>
      withDatabaseOf(name, urls, "govgraph-seed", async (db) => {
        if (changes) await restartFeed(db, world.today);
        await seed(db, world);
      }),
    ),
  );
};
