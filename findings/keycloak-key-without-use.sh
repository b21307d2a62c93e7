#!/usr/bin/env bash
# Keycloak 26.7.3: a client's public key that does not say `use` is no key (private_key_jwt, RFC 7523).
#
# RFC 7517 section 4.2: `use` is optional, and most tools that make keys leave it out.
# 1. Two clients with the same public key in `jwks.string`, one with "use":"sig" and one without; each signs an assertion of half a minute.
#    Guess: both are given a token, since a key that says no use may be used for any.
#    Seen:  the one that says it is answered 200; the other 400, invalid_client, "Unable to load public key". Nothing was said when the client was made.
# So:    whoever takes keys for Keycloak writes "use":"sig" into each.
# Needs Java 17 or later, mvn and unzip; the distribution (180 MB) comes from Maven Central.
set -euo pipefail
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; wait; rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error jose@6.2.18 >/dev/null
mvn -q -B dependency:copy -Dartifact=org.keycloak:keycloak-quarkus-dist:26.7.3:zip -DoutputDirectory=. -Dmdep.useBaseVersion=true >/dev/null
unzip -q keycloak-quarkus-dist-26.7.3.zip
home="$folder/keycloak-26.7.3"
mkdir -p "$home/data/import"
cat >make.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { exportJWK, exportPKCS8, generateKeyPair } from "jose";
const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
const key = { ...(await exportJWK(publicKey)), kid: "k1", alg: "ES256" };
const client = (clientId, more) => ({
  clientId,
  enabled: true,
  publicClient: false,
  serviceAccountsEnabled: true,
  clientAuthenticatorType: "client-jwt",
  attributes: { "use.jwks.string": "true", "jwks.string": JSON.stringify({ keys: [{ ...key, ...more }] }) },
});
writeFileSync("private.pem", await exportPKCS8(privateKey));
writeFileSync(process.argv[2], JSON.stringify({ realm: "tried", enabled: true, clients: [client("says-use", { use: "sig" }), client("says-none", {})] }));
JS
node make.mjs "$home/data/import/tried.json"
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
"$home/bin/kc.sh" start-dev --import-realm --http-host=127.0.0.1 --http-port="$port" >server.log 2>&1 &
server=$!
realm="http://127.0.0.1:$port/realms/tried"
for _ in $(seq 240); do curl -sf "$realm" >/dev/null && break; kill -0 "$server" || { tail server.log; exit 1; }; sleep 1; done
cat >ask.mjs <<'JS'
import { readFileSync } from "node:fs";
import { importPKCS8, SignJWT } from "jose";
const issuer = process.argv[2];
const key = await importPKCS8(readFileSync("private.pem", "utf8"), "ES256");
for (const id of ["says-use", "says-none"]) {
  const assertion = await new SignJWT({ jti: crypto.randomUUID() }).setProtectedHeader({ alg: "ES256", kid: "k1" }).setIssuer(id).setSubject(id).setAudience(issuer).setIssuedAt().setExpirationTime("30s").sign(key);
  const body = new URLSearchParams({ grant_type: "client_credentials", client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", client_assertion: assertion });
  const response = await fetch(`${issuer}/protocol/openid-connect/token`, { method: "POST", body });
  const { error = "", error_description: why = "" } = await response.json();
  console.log(id, response.status, error, why);
}
JS
seen=$(node ask.mjs "$realm" | sed 's/ *$//')
echo "$seen"
[ "$seen" = "says-use 200
says-none 400 invalid_client Unable to load public key" ]
