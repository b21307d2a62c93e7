#!/usr/bin/env bash
# jose 6.2.18 (npm), jwcrypto 1.6.1, joserfc 1.8.0 and PyJWT 2.15.1: a token signed under the name of 2025 for Ed25519 is read by two of three.
#
# RFC 9864 section 2.2 gives Ed25519 a name of its own in `alg` and deprecates EdDSA, which said no curve. Signature and key are the same.
# 1. jose signs one JWT with `alg` Ed25519, and one with EdDSA, by the same key; each Python library verifies both.
#    Guess: all three know both, a year after the RFC.
#    Seen:  jwcrypto and joserfc take both; PyJWT takes EdDSA, and has no algorithm of the name Ed25519.
# So:    who signs for readers unknown and means to be read by PyJWT writes EdDSA, or says which libraries read what it signs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error jose@6.2.18 >/dev/null
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check "PyJWT[crypto]==2.15.1" jwcrypto==1.6.1 joserfc==1.8.0
cat >sign.mjs <<'JS'
import { exportJWK, generateKeyPair, SignJWT } from "jose";
const { publicKey, privateKey } = await generateKeyPair("Ed25519", { extractable: true });
const sign = (alg) => new SignJWT({ sub: "somebody" }).setProtectedHeader({ alg }).sign(privateKey);
const { kty, crv, x } = await exportJWK(publicKey);
console.log(JSON.stringify({ key: { kty, crv, x }, tokens: [await sign("EdDSA"), await sign("Ed25519")] }));
JS
cat >verify.py <<'PY'
import json, sys
import jwt
from joserfc import jwk as joserfc_jwk, jwt as joserfc_jwt
from jwcrypto import jwk, jwt as jwcrypto_jwt

given = json.load(sys.stdin)
NAMES = ["EdDSA", "Ed25519"]

def pyjwt(token, name):
    return jwt.decode(token, jwt.PyJWK({**given["key"], "alg": "EdDSA"}).key, algorithms=[name])["sub"]

def joserfc(token, name):
    return joserfc_jwt.decode(token, joserfc_jwk.import_key(given["key"]), algorithms=[name]).claims["sub"]

def jwcrypto(token, name):
    read = jwcrypto_jwt.JWT(jwt=token, key=jwk.JWK(**given["key"]), algs=[name])
    return json.loads(read.claims)["sub"]

for library in (jwcrypto, joserfc, pyjwt):
    for name, token in zip(NAMES, given["tokens"]):
        try:
            print(library.__name__, name, library(token, name))
        except Exception as error:
            print(library.__name__, name, type(error).__name__)
PY
seen=$(node sign.mjs | python/bin/python -W ignore verify.py)
echo "$seen"
[ "$seen" = "jwcrypto EdDSA somebody
jwcrypto Ed25519 somebody
joserfc EdDSA somebody
joserfc Ed25519 somebody
pyjwt EdDSA somebody
pyjwt Ed25519 InvalidAlgorithmError" ]
