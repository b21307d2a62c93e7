#!/usr/bin/env bash
# PyJWT 2.15.1: a JWS whose content is detached as RFC 7515, appendix F, says (header..signature), made by jose 6.2.18.
#
# Guess: `detached_payload` verifies it, since the appendix changes nothing of how the signature is made.
# Seen:  it is refused, whatever the signature is, unless the header has "b64": false of RFC 7797; joserfc 1.8.0 verifies both.
# So:    sign detached content with {"b64": false, "crit": ["b64"]} where verifiers in Python are expected, or put the content back between the points before verifying.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error jose@6.2.18 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check PyJWT==2.15.1 joserfc==1.8.0 cryptography
cat >sign.mjs <<'JS'
import { exportJWK, FlattenedSign, generateKeyPair } from "jose";
const { publicKey, privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
const sign = async (header) => {
  const { protected: head, signature } = await new FlattenedSign(new TextEncoder().encode("receipt")).setProtectedHeader({ alg: "EdDSA", ...header }).sign(privateKey);
  return `${head}..${signature}`;
};
console.log(JSON.stringify({ jwk: await exportJWK(publicKey), appendixF: await sign({}), unencoded: await sign({ b64: false, crit: ["b64"] }) }));
JS
node sign.mjs >signed.json
venv/bin/python -W ignore - <<'PY'
import base64, json, jwt
from joserfc import jws
from joserfc.jwk import OKPKey

given = json.load(open("signed.json"))
key = jwt.PyJWK(given["jwk"], algorithm="EdDSA").key

def pyjwt(token):
    try:
        jwt.api_jws.decode(token, key, algorithms=["EdDSA"], detached_payload=b"receipt")
        return "verified"
    except jwt.DecodeError as error:
        return type(error).__name__

def other(token):
    return jws.deserialize_compact(token, OKPKey.import_key(given["jwk"]), algorithms=["EdDSA"], payload=b"receipt").payload

assert pyjwt(given["unencoded"]) == "verified"
assert pyjwt(given["appendixF"]) == "DecodeError"
assert other(given["unencoded"]) == other(given["appendixF"]) == b"receipt"
head, _, signature = given["appendixF"].split(".")
whole = ".".join([head, base64.urlsafe_b64encode(b"receipt").rstrip(b"=").decode(), signature])
assert jwt.api_jws.decode(whole, key, algorithms=["EdDSA"]) == b"receipt"
print("PyJWT: detached content only with b64 false; joserfc: both; with the content put back PyJWT verifies too")
PY
