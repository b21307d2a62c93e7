#!/usr/bin/env bash
# @apollo/gateway and @apollo/query-planner 2.14.4: a condition on a field that @requires another one also takes away its neighbours.
#
# Guess: `postage @include(if: $with)` with $with false leaves `stars`, an ordinary field of the same service beside it, alone.
# Seen:  the field that `postage` requires is fetched under the condition of `postage`, while one fetch to the other service needs
#        it for all fields of the object. With $with false that fetch is left out: `stars` is null, and no error says so.
#        With $with true, or without the conditional field, `stars` is 5.
# So:    decide @skip and @include before a document is planned, where the values of the variables are known.
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
import { parse, print } from "graphql";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])`;
const SUBGRAPHS = {
  shops: {
    typeDefs: parse(`${LINK} type Query { shop: Shop } type Shop @key(fields: "id") { id: ID! weight: Int }`),
    resolvers: { Query: { shop: () => ({ id: "1", weight: 7 }) } },
  },
  prices: {
    typeDefs: parse(`${LINK} type Shop @key(fields: "id") { id: ID! weight: Int @external postage: Int @requires(fields: "weight") stars: Int }`),
    resolvers: { Shop: { __resolveReference: (shop) => shop, postage: ({ weight }) => weight * 2, stars: () => 5 } },
  },
};
const { supergraphSdl, errors } = composeServices(
  Object.entries(SUBGRAPHS).map(([name, { typeDefs }]) => ({ name, typeDefs, url: `http://${name}.invalid` })),
);
if (errors) throw new AggregateError(errors);
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const gateway = new ApolloGateway({
  supergraphSdl,
  logger: silent,
  buildService: ({ name }) => new LocalGraphQLDataSource(buildSubgraphSchema(SUBGRAPHS[name])),
});
const { executor } = await gateway.load();
const ask = async (source, variables) => {
  const document = parse(source);
  const { data, errors: found } = await executor({
    document, request: { query: source, variables }, queryHash: source, context: {}, logger: silent, metrics: {}, cache: new Map(),
  });
  return JSON.stringify({ shop: { ...data?.shop }, errors: (found ?? []).length });
};
const CONDITIONAL = "query ($with: Boolean!) { shop { postage @include(if: $with) stars } }";
console.log(`plain ${await ask("{ shop { stars } }", {})}`);
console.log(`true ${await ask(CONDITIONAL, { with: true })}`);
console.log(`false ${await ask(CONDITIONAL, { with: false })}`);
process.exit(0);
JS
expected='plain {"shop":{"stars":5},"errors":0}
true {"shop":{"postage":14,"stars":5},"errors":0}
false {"shop":{"stars":null},"errors":0}'
seen=$(APOLLO_TELEMETRY_DISABLED=1 node run.mjs)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "This is no longer so." >&2; exit 1; }
