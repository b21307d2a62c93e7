/** `npm run migrate`: roles, schemas, tables and real data of all services; running it again changes nothing. */
import "reflect-metadata";
import { createCommand, runCommand, say } from "./command.js";
import { readConfig } from "../platform/config/index.js";
import { DATABASE_VARIABLES, LOADS_VARIABLES } from "./command-variables.js";
import { openPreparedDatabases } from "./databases.js";
import { provisionLoads } from "./provision-loads.js";
import { databaseVariable, describeUrl } from "./service-urls.js";

const run = async ({ resetPasswords = false }: { resetPasswords?: boolean }): Promise<void> => {
  const { urls, given, local, adminUrl, newRoles, release } = await openPreparedDatabases({ resetPasswords, say });
  try {
    if (adminUrl === undefined) say("No roles or schemas were made: DATABASE_URL is not set.");
    const made = resetPasswords ? Object.keys(urls) : newRoles;
    if (!given && !local && made.length > 0) {
      say("\nThe passwords of these roles are shown once; keep them for the services:");
      for (const service of made) say(`${databaseVariable(service)}=${urls[service]}`);
      say("");
    }
    const store = readConfig(LOADS_VARIABLES, process.env).GATEWAY_LOADS_STORE;
    if (store !== "" && adminUrl !== undefined)
      say(`loads: ready on ${await provisionLoads(adminUrl, store, resetPasswords)}`);
    for (const [service, url] of Object.entries(urls)) say(`${service}: ready on ${describeUrl(url)}`);
  } finally {
    await release();
  }
};

await runCommand(
  createCommand(
    "npm run migrate --",
    "Makes roles, schemas and tables that are missing, and loads real data (divisions, laws, measures). With DATABASE_URL, roles that are missing are made with the passwords of <SERVICE>_DATABASE_URL, or with new ones, which are shown once. What is there stays as it is.",
    { ...DATABASE_VARIABLES, ...LOADS_VARIABLES },
  )
    .option(
      "--reset-passwords",
      "give roles that are there these passwords too; services that run with others are shut out",
    )
    .action(run),
);
