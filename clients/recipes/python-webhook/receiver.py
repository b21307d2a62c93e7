"""Takes changes that are pushed to an app: `python receiver.py KEYS APP PORT`, where KEYS is the gateway's set of keys. It prints what it took."""

import base64
import datetime
import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver, algorithms
from http_message_signatures.exceptions import HTTPMessageSignaturesException

COVERED = ('"@method"', '"@path"', '"@query"', '"content-type"', '"content-digest"', '"govgraph-audience"', '"govgraph-request-id"')
LONGEST = 4 * 1024 * 1024
MAX_AGE = datetime.timedelta(seconds=60)


class Keys(HTTPSignatureKeyResolver):
    """The public keys by their ids."""

    def __init__(self, file: str) -> None:
        with open(file, encoding="utf-8") as text:
            self.keys = {key["kid"]: key["x"] for key in json.load(text)["keys"]}

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey | None:
        x = self.keys.get(key_id)
        return x and Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(x + "="))


class Receiver(BaseHTTPRequestHandler):
    """Refuses what is not signed for this app, or was taken before; a real one writes cursor and changes down before it answers 204."""

    # Who sends nothing holds a thread no longer than that, in seconds.
    timeout = 10
    verifier: HTTPMessageVerifier
    app: str
    nonces: dict[str, float] = {}
    turn = threading.Lock()

    def do_POST(self) -> None:
        said = self.headers.get("content-length", "")
        # No sign, no other digits: of a length below nothing all would be read that ever comes.
        if not (said.isascii() and said.isdigit()):
            return self.answer(411)
        if len(said) > 9 or int(said) > LONGEST:
            return self.answer(413)
        body = self.rfile.read(int(said))
        message = SimpleNamespace(method="POST", url=f"https://any.example{self.path}", headers=self.headers)
        try:
            (signed,) = self.verifier.verify(
                message, max_age=MAX_AGE, expect_tag="govgraph", require_components=COVERED, body=body
            )
        except (HTTPMessageSignaturesException, ValueError):
            return self.answer(401)
        if self.headers["govgraph-audience"] != self.app or not self.is_new(signed.nonce):
            return self.answer(401)
        pushed = json.loads(body)
        print(json.dumps({"cursor": pushed["cursor"], "changes": len(pushed["changes"])}), flush=True)
        return self.answer(204)

    def is_new(self, nonce: str | None) -> bool:
        """True once for each nonce, for longer than a signature lives."""
        now = time.monotonic()
        with self.turn:
            for old in [known for known, at in self.nonces.items() if now - at > 70]:
                del self.nonces[old]
            if nonce is None or nonce in self.nonces:
                return False
            self.nonces[nonce] = now
            return True

    def answer(self, status: int) -> None:
        # What was not read of a body is no next request.
        self.close_connection = True
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing of requests."""


def main(keys: str, app: str, port: str) -> None:
    Receiver.app = app
    Receiver.verifier = HTTPMessageVerifier(signature_algorithm=algorithms.ED25519, key_resolver=Keys(keys))
    # Behind a proxy that ends TLS.
    server = ThreadingHTTPServer(("127.0.0.1", int(port)), Receiver)
    print(f"listening at {server.server_port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
