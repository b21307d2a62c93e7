/** `npm run migrate`: schemas, roles and tables of all services, on DATABASE_URL or the local server; running it again changes nothing. */
import "reflect-metadata";
import { runMain } from "../../platform/config/index.js";
import { openDatabaseServer } from "./postgres.js";
import { prepareDatabases } from "./prepare.js";
import { readState, writeState } from "./state.js";

await runMain(async () => {
  const state = readState();
  writeState(state);
  const server = await openDatabaseServer(process.env["DATABASE_URL"]);
  try {
    const urls = await prepareDatabases(server.url, state.secret);
    for (const [name, url] of Object.entries(urls)) {
      const { hostname, port, pathname, username } = new URL(url);
      process.stdout.write(`${name}: schema ready on ${hostname}:${port}${pathname} as ${username}\n`);
    }
  } finally {
    await server.release();
  }
});
