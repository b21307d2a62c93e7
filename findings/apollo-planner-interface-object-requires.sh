#!/usr/bin/env bash
# @apollo/query-planner 2.14.4: a field that an @interfaceObject requires is fetched for some of its types and required of all.
#
# Guess: `{ cases { ... on Appeal { sign } grade } }`, where `sign` requires `title` and `grade` requires nothing, asks the second service for
#        `grade` of every case, and for `sign` of the appeals, whose titles were fetched.
# Seen:  both are one fetch, which requires `title` of every Case, though the first fetch asked it of appeals alone. An executor that sends no
#        representation with a missing field never asks for the grade of a complaint; one that sends it without the title gets what the service makes of that.
#        Asked for every case, `{ cases { sign grade } }`, the title is fetched for all.
# So:    give such a field to the types that implement the interface, or let the second service require nothing of an interface object.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @apollo/composition@2.14.4 @apollo/query-planner@2.14.4 @apollo/federation-internals@2.14.4 graphql@16.15.0 >/dev/null
cat >run.mjs <<'JS'
import composition from "@apollo/composition";
import internals from "@apollo/federation-internals";
import planning from "@apollo/query-planner";
import { parse } from "graphql";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@interfaceObject"])`;
const SERVICES = {
  cases: `type Query { cases: [Case!]! } interface Case @key(fields: "id") { id: ID! title: String }
    type Complaint implements Case @key(fields: "id") { id: ID! title: String } type Appeal implements Case @key(fields: "id") { id: ID! title: String }`,
  grades: `type Case @key(fields: "id") @interfaceObject { id: ID! title: String @external grade: Int sign: String @requires(fields: "title") }`,
};
const { supergraphSdl } = composition.composeServices(
  Object.entries(SERVICES).map(([name, sdl]) => ({ name, url: "", typeDefs: parse(`${LINK} ${sdl}`) })),
);
const supergraph = internals.Supergraph.build(supergraphSdl);
const planner = new planning.QueryPlanner(supergraph);
const names = (parts) => parts.map(({ name, typeCondition, selections }) => name ?? `... on ${typeCondition} { ${names(selections)} }`).join(" ");
for (const query of ["{ cases { ... on Appeal { sign } grade } }", "{ cases { sign grade } }"]) {
  const { node } = planner.buildQueryPlan(internals.operationFromDocument(supergraph.apiSchema(), parse(query)));
  const [first, second] = node.nodes;
  console.log(query);
  console.log("  asked:", first.operation.replace(/\s+/g, " "));
  console.log("  required:", names(second.node.requires));
}
JS
seen=$(node run.mjs)
echo "$seen"
[ "$seen" = '{ cases { ... on Appeal { sign } grade } }
  asked: {cases{__typename id ...on Appeal{__typename id title}}}
  required: ... on Case { __typename id title } ... on Appeal { __typename id }
{ cases { sign grade } }
  asked: {cases{__typename id title}}
  required: ... on Case { __typename id title }' ]
