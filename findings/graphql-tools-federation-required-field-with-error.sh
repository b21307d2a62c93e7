#!/usr/bin/env bash
# @graphql-tools/federation 4.5.2: a field that could not be read goes to the service that requires it as an error object, and is not told.
#
# `postage` of one service requires `weight` of another, which answers null for it with an error.
# Guess: the service of `postage` is given `weight: null`, as by @apollo/gateway 2.14.4, and the client is told of the error.
# Seen:  it is given `weight: {message, path}`: an object in the place of a number. The client gets what the service makes of that, and no
#        error at all. @apollo/gateway sends null and tells the error at its place.
# So:    a resolver behind this executor checks the kind of what it is given for required fields.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @apollo/composition@2.14.4 @apollo/gateway@2.14.4 @apollo/subgraph@2.14.4 @graphql-tools/federation@4.5.2 @graphql-tools/executor@2.1.0 graphql@16.15.0 >/dev/null
cat >run.mjs <<'JS'
import { composeServices } from "@apollo/composition";
import { ApolloGateway } from "@apollo/gateway";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { normalizedExecutor } from "@graphql-tools/executor";
import { getStitchedSchemaFromSupergraphSdl } from "@graphql-tools/federation";
import { graphql, parse, print } from "graphql";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])`;
const weight = () => {
  throw new Error("closed");
};
const services = {
  shops: {
    typeDefs: parse(`${LINK} type Query { shop: Shop } type Shop @key(fields: "id") { id: ID! weight: Int }`),
    resolvers: { Query: { shop: () => ({ id: "1" }) }, Shop: { weight } },
  },
  prices: {
    typeDefs: parse(`${LINK} type Shop @key(fields: "id") { id: ID! weight: Int @external postage: Int @requires(fields: "weight") }`),
    resolvers: { Shop: { __resolveReference: (shop) => shop, postage: () => 5 } },
  },
};
const schemas = Object.fromEntries(Object.entries(services).map(([name, service]) => [name, buildSubgraphSchema(service)]));
const { supergraphSdl } = composeServices(
  Object.entries(services).map(([name, { typeDefs }]) => ({ name, typeDefs, url: `http://${name}.invalid` })),
);
const source = "{ shop { postage } }";
const given = [];
const ask = (name, text, variables = {}) => {
  for (const { weight: value } of variables.representations ?? [])
    given.push(value === null ? "null" : `${typeof value} ${Object.keys(value ?? {}).sort().join(" ")}`);
  return graphql({ schema: schemas[name], source: text, variableValues: JSON.parse(JSON.stringify(variables)) });
};

const logger = { debug() {}, info() {}, warn() {}, error() {} };
const gateway = new ApolloGateway({
  supergraphSdl,
  logger,
  buildService: ({ name }) => ({
    process: async ({ request }) => JSON.parse(JSON.stringify(await ask(name, request.query, request.variables))),
  }),
});
const { executor } = await gateway.load();
const one = await executor({ request: { query: source }, document: parse(source), source, queryHash: source, context: {}, logger, metrics: {} });
console.log("apollo", JSON.stringify(one.data), (one.errors ?? []).length, "error, given", given.pop());
await gateway.stop();

const schema = getStitchedSchemaFromSupergraphSdl({
  supergraphSdl,
  onSubschemaConfig(config) {
    config.executor = async ({ document, variables }) =>
      JSON.parse(JSON.stringify(await ask(config.name.toLowerCase(), print(document), variables)));
  },
});
const other = await normalizedExecutor({ schema, document: parse(source), contextValue: {} });
console.log("tools", JSON.stringify(other.data), (other.errors ?? []).length, "errors, given", given.pop());
JS
seen=$(node run.mjs)
echo "$seen"
[ "$(head -n 1 <<<"$seen")" = 'apollo {"shop":{"postage":5}} 1 error, given null' ]
[[ "$(tail -n 1 <<<"$seen")" == 'tools {"shop":{"postage":5}} 0 errors, given object '*message* ]]
