/** Makes databases ready: schemas, roles, migrations, demonstration data. */
import { createDatabase, migrateUp, provision } from "../../platform/database/index.js";
import type { DemonstrationWorld } from "../../platform/subgraph/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";

/** URL per service, each with its own role. */
export type ServiceUrls = Readonly<Record<string, string>>;

/** Provisions and migrates every service; running it again changes nothing. */
export const prepareDatabases = async (adminUrl: string, secret: string): Promise<ServiceUrls> => {
  const urls = await provision({ adminUrl, secret, services: SUBGRAPHS.map(({ name }) => name) });
  for (const { name, migrations } of SUBGRAPHS) {
    const db = createDatabase({
      url: urls[name]!,
      applicationName: "govgraph-migrate",
      schema: name,
      statementTimeoutMs: 0,
    });
    try {
      await migrateUp(db, migrations, name);
    } finally {
      await db.destroy();
    }
  }
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
    SUBGRAPHS.map(async ({ name, seed }) => {
      const db = createDatabase({
        url: urls[name]!,
        applicationName: "govgraph-seed",
        schema: name,
        statementTimeoutMs: 0,
      });
      try {
        await seed(db, world);
      } finally {
        await db.destroy();
      }
    }),
  );
};
