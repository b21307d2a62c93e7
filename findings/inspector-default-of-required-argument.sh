#!/usr/bin/env bash
# @graphql-inspector/core 8.0.0: a required argument or input field that loses its default is no breaking change to it.
#
# Guess: `x(n: Int! = 5)` to `x(n: Int!)` is BREAKING: every document that left `n` out was valid and no longer is.
# Seen:  DANGEROUS, as a change of the value from 5 to 6 is; of an input field likewise. Nothing in the result tells the two apart but
#        the word "undefined" in the message.
# So:    who refuses breaking changes looks at lost defaults of required arguments and input fields on their own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @graphql-inspector/core@8.0.0 graphql@16.15.0 >/dev/null
cat >run.mjs <<'JS'
import { diff } from "@graphql-inspector/core";
import { buildSchema, parse, validate } from "graphql";
const pairs = {
  "argument": ["type Query { x(n: Int! = 5): Int }", "type Query { x(n: Int!): Int }", "{ x }"],
  "input field": [
    "input I { n: Int! = 5 } type Query { x(i: I): Int }",
    "input I { n: Int! } type Query { x(i: I): Int }",
    "{ x(i: {}) }",
  ],
  "other value": ["type Query { x(n: Int! = 5): Int }", "type Query { x(n: Int! = 6): Int }", "{ x }"],
};
for (const [name, [before, after, document]] of Object.entries(pairs)) {
  const [old, next] = [buildSchema(before), buildSchema(after)];
  const errors = [old, next].map((schema) => validate(schema, parse(document)).length);
  const levels = (await diff(old, next)).map(({ criticality }) => criticality.level);
  console.log(name, "errors before and after:", errors.join(" "), levels.join(" "));
}
JS
seen=$(node run.mjs)
echo "$seen"
[ "$seen" = "argument errors before and after: 0 1 DANGEROUS
input field errors before and after: 0 1 DANGEROUS
other value errors before and after: 0 0 DANGEROUS" ]
