#!/usr/bin/env bash
# @apollo/composition 2.14.4: @oneOf of the GraphQL specification (September 2025) is unknown, and where a subgraph declares it, lost.
#
# Guess: `input By @oneOf { id: ID code: String }` composes and stays what it is, as graphql 16.15 beside it knows the directive.
# Seen:  the subgraph is refused: Unknown directive "@oneOf". With `directive @oneOf on INPUT_OBJECT` in the subgraph it composes, without
#        a hint, to an ordinary input: clients and gateway allow none or both of its fields, and the subgraph alone refuses them.
#        @theguild/federation-composition 0.27.0 keeps it in both cases.
# So:    a subgraph behind this composer checks the rule itself, or has an argument per key.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @apollo/composition@2.14.4 @theguild/federation-composition@0.27.0 graphql@16.15.0 >/dev/null
cat >run.mjs <<'JS'
import { composeServices as apollo } from "@apollo/composition";
import { composeServices as guild } from "@theguild/federation-composition";
import { parse, validate, buildASTSchema } from "graphql";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")`;
const PLAIN = "input By @oneOf { id: ID code: String } type Query { matter(by: By!): Int }";
// Valid by the specification: graphql itself has nothing to say against it.
console.log("graphql", validate(buildASTSchema(parse(PLAIN)), parse(`{ matter(by: { id: "1", code: "2" }) }`)).length, "error for two fields");
for (const declared of ["", "directive @oneOf on INPUT_OBJECT "]) {
  for (const [name, compose] of Object.entries({ apollo, guild })) {
    const { supergraphSdl, errors, hints } = compose([{ name: "matters", typeDefs: parse(`${LINK} ${declared}${PLAIN}`), url: "http://matters.invalid" }]);
    const input = supergraphSdl && parse(supergraphSdl).definitions.find(({ name: of }) => of?.value === "By");
    const kept = input?.directives.some(({ name: of }) => of.value === "oneOf");
    console.log(declared ? "declared" : "built in", name, errors?.[0].message ?? (kept ? "kept" : `lost, ${hints.length} hints`));
  }
}
JS
seen=$(node run.mjs)
echo "$seen"
[ "$seen" = 'graphql 1 error for two fields
built in apollo [matters] Unknown directive "@oneOf".
built in guild kept
declared apollo lost, 0 hints
declared guild kept' ]
