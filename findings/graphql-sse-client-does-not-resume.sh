#!/usr/bin/env bash
# graphql-sse 2.6.1: its client, distinct connections, after a stream with `id:` lines breaks.
#
# Guess: since the events have ids, the client asks again with Last-Event-ID, as an EventSource does (HTML Living Standard, section 9.2).
# Seen:  it connects again with the same document and without that header, and hands no id to the sink: an event between two connections is missed, and nothing tells so.
# So:    a client that must miss nothing reads the stream itself, or asks for the present state by a query each time that it is connected.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error graphql-sse@2.6.1 graphql@16.15.0 >/dev/null
cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { createClient } from "graphql-sse";

const asked = [];
const server = createServer((request, response) => {
  asked.push(request.headers["last-event-id"]);
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(`id: ${asked.length}\nevent: next\ndata: {"data":{"step":${asked.length}}}\n\n`);
  if (asked.length === 1) setImmediate(() => response.destroy());
  else response.end("event: complete\n\n");
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const client = createClient({ url: `http://127.0.0.1:${server.address().port}/`, retryAttempts: 3, retry: () => Promise.resolve() });
const got = [];
for await (const result of client.iterate({ query: "subscription { step }" })) got.push(Object.keys(result).join());
client.dispose();
server.closeAllConnections();
server.close();
assert.ok(asked.length >= 2, "it connects again");
assert.ok(asked.every((id) => id === undefined), "never with Last-Event-ID");
assert.ok(got.every((keys) => keys === "data"), "results have no id");
console.log("connected again without Last-Event-ID; results have `data` alone");
JS
node run.mjs
