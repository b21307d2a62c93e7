#!/usr/bin/env bash
# @apollo/composition 2.14.4, @theguild/federation-composition 0.27.0, @wundergraph/composition 0.55.0: three composers, three graphs.
#
# 1. A shared field has the argument `n: Int = 5` in one subgraph and `n: Int` in another.
#    Guess: all three drop the default (or all refuse).
#    Seen:  Apollo and WunderGraph drop it, The Guild keeps `= 5`: what a client that leaves `n` out gets depends on the composer.
# 2. A shared field has the argument `n: Int! = 5` in one subgraph, and no such argument in another.
#    Guess: all three drop it, for nobody must give an argument that has a default (GraphQL specification, 5.4.2.1).
#    Seen:  Apollo drops it with a hint; The Guild and WunderGraph refuse: required in one subgraph, missing in another.
# So:    where partners compose with other tools, shared fields have the same arguments with the same defaults everywhere.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @apollo/composition@2.14.4 @theguild/federation-composition@0.27.0 @wundergraph/composition@0.55.0 graphql@16.15.0 >/dev/null
cat >run.mjs <<'JS'
import { composeServices as apollo } from "@apollo/composition";
import { composeServices as guild } from "@theguild/federation-composition";
import { federateSubgraphs, ROUTER_COMPATIBILITY_VERSION_ONE as version } from "@wundergraph/composition";
import { parse, print } from "graphql";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@shareable"])`;
const argumentsOf = (document) => {
  const query = document.definitions.find(({ name }) => name?.value === "Query");
  return `x(${query.fields[0].arguments.map(print).join(", ")})`;
};
const composers = {
  apollo: (list) => apollo(list),
  guild: (list) => guild(list),
  wundergraph: (list) => {
    const { success, federatedGraphAST } = federateSubgraphs({
      subgraphs: list.map(({ name, typeDefs, url }) => ({ name, url, definitions: typeDefs })),
      version,
    });
    return success ? { supergraphSdl: print(federatedGraphAST) } : { errors: [] };
  },
};
for (const [one, other] of [
  ["(n: Int = 5)", "(n: Int)"],
  ["(n: Int! = 5)", ""],
]) {
  const list = [one, other].map((args, index) => ({
    name: `s${index}`,
    typeDefs: parse(`${LINK} type Query { x${args}: Int @shareable }`),
    url: `http://s${index}.invalid`,
  }));
  for (const [name, compose] of Object.entries(composers)) {
    const { supergraphSdl, errors } = compose(list);
    console.log(one, "with", other || "none", name, errors ? "refuses" : argumentsOf(parse(supergraphSdl)));
  }
}
JS
seen=$(node run.mjs)
echo "$seen"
[ "$seen" = "(n: Int = 5) with (n: Int) apollo x(n: Int)
(n: Int = 5) with (n: Int) guild x(n: Int = 5)
(n: Int = 5) with (n: Int) wundergraph x(n: Int)
(n: Int! = 5) with none apollo x()
(n: Int! = 5) with none guild refuses
(n: Int! = 5) with none wundergraph refuses" ]
