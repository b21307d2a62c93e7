#!/usr/bin/env bash
# @apollo/gateway 2.14.4 and @graphql-tools/federation 4.5.2: a value of an enumeration that the graph does not know yet is null, and no error says so.
#
# A service is released before the graph that is composed of it, which is the usual order: it answers with a value that its own newer
# schema has and the composed one has not.
# Guess: null, with an error at its place in `errors`, as graphql-js does for a value that an enumeration does not have (Enum "State" cannot
#        represent value).
# Seen:  null and no `errors`, from both. @apollo/gateway says it in `extensions.valueCompletion` alone; @graphql-tools/federation nowhere.
#        Clients that look at `errors` take the null for an answer.
# So:    compose and release the graph first, or make an error of what is null without one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @apollo/composition@2.14.4 @apollo/gateway@2.14.4 @graphql-tools/federation@4.5.2 @graphql-tools/executor@2.1.0 graphql@16.15.0 >/dev/null
cat >run.mjs <<'JS'
import { composeServices } from "@apollo/composition";
import { ApolloGateway } from "@apollo/gateway";
import { normalizedExecutor } from "@graphql-tools/executor";
import { getStitchedSchemaFromSupergraphSdl } from "@graphql-tools/federation";
import { buildSchema, graphql, parse, print } from "graphql";

const schemaOf = (states) => `enum State { ${states} } type Query { state: State }`;
const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")`;
const { supergraphSdl } = composeServices([
  { name: "cases", typeDefs: parse(`${LINK} ${schemaOf("OPEN CLOSED")}`), url: "http://cases.invalid" },
]);
const released = buildSchema(schemaOf("OPEN CLOSED SUSPENDED"));
const ask = async (source) =>
  JSON.parse(JSON.stringify(await graphql({ schema: released, source, rootValue: { state: "SUSPENDED" } })));
const source = "{ state }";
const say = (name, { data, errors, extensions }) =>
  console.log(name, JSON.stringify(data), (errors ?? []).length, "errors", Object.keys(extensions ?? {}).join() || "no extensions");

say("graphql", await graphql({ schema: buildSchema(schemaOf("OPEN CLOSED")), source, rootValue: { state: "SUSPENDED" } }));
const logger = { debug() {}, info() {}, warn() {}, error() {} };
const gateway = new ApolloGateway({ supergraphSdl, logger, buildService: () => ({ process: ({ request }) => ask(request.query) }) });
const { executor } = await gateway.load();
say("apollo", await executor({ request: { query: source }, document: parse(source), source, queryHash: source, context: {}, logger, metrics: {} }));
await gateway.stop();
const schema = getStitchedSchemaFromSupergraphSdl({
  supergraphSdl,
  onSubschemaConfig(config) {
    config.executor = ({ document }) => ask(print(document));
  },
});
say("tools", await normalizedExecutor({ schema, document: parse(source), contextValue: {} }));
JS
seen=$(node run.mjs)
echo "$seen"
[ "$seen" = 'graphql {"state":null} 1 errors no extensions
apollo {"state":null} 0 errors valueCompletion
tools {"state":null} 0 errors no extensions' ]
