// What a run of tests begins with: everything is compiled, and one PostgreSQL is started, migrated and seeded, cloned by each test file.
/* global process, URL */
import { execFileSync } from "node:child_process";
import { mkdtempSync, chmodSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";

/** Tests are what the compiler made of them (decision 34): it works off what changed since it ran last. */
const compile = (root) =>
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], {
    cwd: root,
    stdio: "inherit",
  });

/** A database that somebody is connected to can not be copied: tests are refused the original, and use copies. */
const closeToTests = async (adminUrl) => {
  const admin = new pg.Client({ connectionString: new URL("template1", adminUrl).href });
  await admin.connect();
  await admin.query("alter database postgres with allow_connections false");
  await admin.end();
};

export default async () => {
  compile(fileURLToPath(new URL("../..", import.meta.url)));
  const { startPostgres } = await import("../../dist/infra/local/postgres.js");
  const { prepareDatabases } = await import("../../dist/commands/prepare.js");
  const { loadDemonstration } = await import("../../dist/commands/demonstration.js");
  const { derivedUrls } = await import("../../dist/commands/service-urls.js");
  const { DEFAULT_SEED, createWorld } = await import("../../dist/infra/local/world.js");
  const directory = mkdtempSync(join(tmpdir(), "govgraph-test-"));
  chmodSync(directory, 0o755);
  const server = await startPostgres({ directory, volatile: true });
  globalThis.__govgraphPostgres = { server, directory };
  const world = createWorld("small");
  globalThis.__govgraphPersons = world.persons;
  try {
    const urls = derivedUrls(server.url, "test");
    await prepareDatabases({ adminUrl: server.url, urls });
    await loadDemonstration(urls, "small", DEFAULT_SEED);
    await closeToTests(server.url);
    process.env.GOVGRAPH_TEST_DATABASE = JSON.stringify({ adminUrl: server.url, urls });
    process.env.GOVGRAPH_TEST_POSTGRES_LOG = join(directory, "postgres.log");
  } catch (error) {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
};
