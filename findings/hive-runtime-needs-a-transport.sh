#!/usr/bin/env bash
# @graphql-hive/gateway-runtime 2.12.1: it takes a supergraph of plain HTTP services, and reaches none of them until a package is added that it names nowhere.
#
# Guess: a runtime for supergraphs brings what it takes to ask a service over HTTP, or refuses the supergraph and says what is missing.
# Seen:  it starts, validates and plans; every field of a service is null with "Unexpected error.", and the service is never asked.
#        @graphql-mesh/transport-http is in neither dependencies nor peerDependencies; once it is installed beside it, the same code answers.
# So:    whoever embeds the runtime, for a comparison or to leave another gateway, adds the transport by name, with a version of its own to keep.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error --ignore-scripts @graphql-hive/gateway-runtime@2.12.1 @apollo/composition@2.14.4 graphql@16.15.0 >/dev/null
cat >run.mjs <<'JS'
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { composeServices } from "@apollo/composition";
import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";
import { parse } from "graphql";

let asked = 0;
const service = createServer((request, response) => {
  asked += 1;
  request.resume();
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ data: { matter: "open" } }));
}).listen(0, "127.0.0.1");
await once(service, "listening");
const url = `http://127.0.0.1:${service.address().port}/graphql`;
const { supergraphSdl } = composeServices([{ name: "matters", url, typeDefs: parse("type Query { matter: String }") }]);
const runtime = createGatewayRuntime({ supergraph: supergraphSdl, logging: false });
const response = await runtime.fetch("http://gateway.invalid/graphql", {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ query: "{ matter }" }),
});
const { data, errors = [] } = await response.json();
const { dependencies, peerDependencies } = JSON.parse(readFileSync("node_modules/@graphql-hive/gateway-runtime/package.json"));
const named = "@graphql-mesh/transport-http" in { ...dependencies, ...peerDependencies };
console.log(response.status, JSON.stringify(data), errors.map(({ message }) => message).join(), `asked ${asked},`, named ? "named" : "named nowhere");
process.exit();
JS
seen=$(node run.mjs)
npm install --no-audit --no-fund --loglevel=error --ignore-scripts @graphql-mesh/transport-http@1.2.1 >/dev/null
seen="$seen
$(node run.mjs)"
echo "$seen"
[ "$seen" = '200 {"matter":null} Unexpected error. asked 0, named nowhere
200 {"matter":"open"}  asked 1, named nowhere' ]
