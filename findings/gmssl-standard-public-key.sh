#!/usr/bin/env bash
# gmssl 3.2.2 (PyPI): a public key in its standard form (04 ∥ X ∥ Y) loses more than its first byte where X begins with the digit 0 or 4.
#
# SM2 keys of electronic licences come as sm-crypto (npm) and others write them: an uncompressed point, GM/T 0009, "04" before X and Y.
# Guess: CryptSM2 takes the key with and without "04".
# Seen:  with a key whose X begins with 0, signing with SM3 raises "Odd-length string" for the standard form; the same key without "04"
#        signs, and verifies what sm-crypto 0.5.8 signed. With a key whose X begins with another digit both forms work.
#        One key in eight begins with 0 or 4.
# So:    cut "04" off before a key is handed over, and test with a key whose X begins with 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check gmssl==3.2.2
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error sm-crypto@0.5.8 >/dev/null
cat >sign.mjs <<'JS'
import crypto from "sm-crypto";
// The smallest private keys whose public keys have an X that begins with 0, and with neither 0 nor 4.
const keys = Array.from({ length: 200 }, (_none, index) => (index + 2).toString(16).padStart(64, "0"));
const publicOf = (key) => crypto.sm2.getPublicKeyFromPrivateKey(key);
for (const first of [/^040[1-9a-f]/, /^04[1235-9a-f]/]) {
  const key = keys.find((candidate) => first.test(publicOf(candidate)));
  console.log(key, publicOf(key), crypto.sm2.doSignature("电子证照", key, { hash: true }));
}
JS
cat >verify.txt <<'PY'
import sys
from gmssl import sm2
text = "电子证照".encode()
for line in sys.stdin:
    private, public, signature = line.split()
    for form in (public, public[2:]):
        key = sm2.CryptSM2(private_key=private, public_key=form)
        try:
            own = key.sign_with_sm3(text)
            print(public[2], len(form), key.verify_with_sm3(own, text), key.verify_with_sm3(signature, text))
        except Exception as error:
            print(public[2], len(form), error)
PY
seen=$(node sign.mjs | venv/bin/python verify.txt)
echo "$seen"
[ "$(cut -d' ' -f2- <<<"$seen")" = "130 Odd-length string
128 True True
130 True True
128 True True" ]
[ "$(head -c 1 <<<"$seen")" = 0 ]
