#!/usr/bin/env bash
# @apollo/gateway 2.14.4: after a mutation whose result may not be null has failed, the next one of another service is still executed.
#
# Guess: `mutation { pay notify }`, both of type Boolean!, one service each: when `pay` fails, the answer is `data: null` and `notify` does
#        not run, as graphql-js does with one schema (fields of a mutation run one after the other, and a null that reaches the root ends
#        the operation; GraphQL specification, 6.2.2 and 6.4.4).
# Seen:  graphql 16.15 stops after `pay`. The gateway answers `data: null` with the error of `pay`, and has executed `notify`: the client
#        is told that nothing was done, while something was.
# So:    give mutations nullable results, or ask for one mutation in a request.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @apollo/composition@2.14.4 @apollo/gateway@2.14.4 @apollo/subgraph@2.14.4 graphql@16.15.0 >/dev/null
cat >run.mjs <<'JS'
import { composeServices } from "@apollo/composition";
import { ApolloGateway, LocalGraphQLDataSource } from "@apollo/gateway";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { buildSchema, graphql, parse } from "graphql";

const query = "mutation { pay notify }";
let done = [];
const pay = () => {
  done.push("pay");
  throw new Error("refused");
};
const notify = () => done.push("notify") > 0;

const whole = buildSchema("type Query { x: Int } type Mutation { pay: Boolean! notify: Boolean! }");
const alone = await graphql({ schema: whole, source: query, rootValue: { pay, notify } });
console.log("graphql", JSON.stringify(alone.data), alone.errors.map(({ message }) => message).join(), "ran", done.join(" "));

done = [];
const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")`;
const services = {
  funds: { typeDefs: parse(`${LINK} type Query { x: Int } type Mutation { pay: Boolean! }`), resolvers: { Mutation: { pay } } },
  post: { typeDefs: parse(`${LINK} type Query { y: Int } type Mutation { notify: Boolean! }`), resolvers: { Mutation: { notify } } },
};
const { supergraphSdl } = composeServices(
  Object.entries(services).map(([name, { typeDefs }]) => ({ name, typeDefs, url: `http://${name}.invalid` })),
);
const logger = { debug() {}, info() {}, warn() {}, error() {} };
const gateway = new ApolloGateway({
  supergraphSdl,
  logger,
  buildService: ({ name }) => new LocalGraphQLDataSource(buildSubgraphSchema(services[name])),
});
const { executor } = await gateway.load();
const { data, errors } = await executor({
  request: { query, variables: {} },
  document: parse(query),
  source: query,
  queryHash: query,
  context: {},
  logger,
  metrics: {},
});
console.log("gateway", JSON.stringify(data), errors.map(({ message }) => message).join(), "ran", done.join(" "));
await gateway.stop();
JS
seen=$(node run.mjs)
echo "$seen"
[ "$seen" = "graphql null refused ran pay
gateway null refused ran pay notify" ]
