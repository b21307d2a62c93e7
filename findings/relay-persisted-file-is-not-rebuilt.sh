#!/usr/bin/env bash
# relay-compiler 21.0.1 with `persistConfig.file`: the file of persisted documents is lost, or its hash changes, while the generated artifacts stay.
#
# Guess: the file is an output like the artifacts: the compiler makes it where it is missing, and after a run it holds every operation under the hash that the configuration names.
# Seen:  a missing file refuses the configuration. With `{}` in its place the compiler ends with 0 and leaves `{}`: an operation whose artifact is up to date is not
#        written again. Another `algorithm` changes nothing either: the artifact keeps the id of the old one.
# So:    keep the file in version control beside the artifacts, or delete both before a build that publishes the documents; a build that makes only the file afresh publishes none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error relay-compiler@21.0.1 >/dev/null
echo 'type Query { matter(id: ID!): Matter } type Matter { id: ID! name: String! }' >schema.graphql
mkdir src
cat >src/matter.ts <<'TS'
import { graphql } from "relay-runtime";
export const query = graphql`
  query matterQuery($id: ID!) {
    matter(id: $id) {
      name
    }
  }
`;
TS
configure() {
  echo "{\"src\":\"./src\",\"schema\":\"./schema.graphql\",\"language\":\"typescript\",\"persistConfig\":{\"file\":\"./persisted.json\",\"algorithm\":\"$1\"}}" >relay.config.json
}
configure SHA256
if npx relay-compiler relay.config.json >told.txt 2>&1; then echo "a missing file is made"; exit 1; fi
echo '{}' >persisted.json
npx relay-compiler relay.config.json >/dev/null 2>&1
grep -qE '"[0-9a-f]{64}": "query matterQuery' persisted.json
echo '{}' >persisted.json
npx relay-compiler relay.config.json >/dev/null 2>&1
[ "$(tr -d '[:space:]' <persisted.json)" = '{}' ]
configure MD5
npx relay-compiler relay.config.json >/dev/null 2>&1
[ "$(tr -d '[:space:]' <persisted.json)" = '{}' ]
grep -qE '"id": "[0-9a-f]{64}"' src/__generated__/matterQuery.graphql.ts
# Without the artifact both are made anew, under the new hash.
rm -r src/__generated__
npx relay-compiler relay.config.json >/dev/null 2>&1
grep -qE '"[0-9a-f]{32}": "query matterQuery' persisted.json
echo "a persisted file that was lost stays empty, and an id keeps its old hash, until the artifacts are deleted"
