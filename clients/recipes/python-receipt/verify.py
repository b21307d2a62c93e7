"""Verifies receipts: `python verify.py KEYS FILE...`, where KEYS is the gateway's set of keys and FILE is {"request": ..., "answer": ...}."""

import base64
import hashlib
import json
import sys
import time
from typing import Any

import rfc8785
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

KIND = "govgraph-receipt+jws"
REQUEST = {"query", "documentId", "variables", "operationName", "extensions"}
SKEW_S = 300


class Refused(Exception):
    """What does not hold, as a sentence."""


def json_hash(value: Any) -> str:
    """SHA-256 over the canonical form of RFC 8785."""
    return "sha256:" + hashlib.sha256(rfc8785.dumps(value)).hexdigest()


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which no name stands twice: readers would see the first or the last, as they like."""
    read = dict(pairs)
    if len(read) != len(pairs):
        raise Refused("A name stands twice in one object.")
    return read


def is_plain(part: str) -> bool:
    """Base64url in the one form that the signer writes."""
    decoded = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    return base64.urlsafe_b64encode(decoded).decode().rstrip("=") == part


def signed_receipt(signed: str, keys: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The payload, once its signature and its key's time hold."""
    if signed.count(".") != 2 or not all(is_plain(part) for part in signed.split(".")):
        raise Refused("The receipt is not written as it was signed.")
    named = jws.extract_compact(signed.encode()).headers().get("kid")
    if named not in keys:
        raise Refused("Its key is not in the set.")
    key = keys[named]
    found = jws.deserialize_compact(signed, OKPKey.import_key(key), algorithms=["Ed25519"])
    if found.headers().get("typ") != KIND:
        raise Refused("It is signed as something else.")
    receipt: dict[str, Any] = json.loads(found.payload)
    if receipt["iat"] > key.get("exp", time.time() + SKEW_S):
        raise Refused("It was signed after the last second of its key.")
    return receipt


def document_hash(request: dict[str, Any]) -> str:
    """Of the text, or the name of a document that is its hash; where there are both, they agree."""
    named = str(request.get("documentId"))
    if not request.get("query"):
        return named
    found = "sha256:" + hashlib.sha256(request["query"].encode()).hexdigest()
    if named.startswith("sha256:") and named != found:
        raise Refused("The document has another hash than the request names.")
    return found


def verify(text: str, keys: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """What the receipt says. Raises where anything is otherwise than it was signed."""
    kept = json.loads(text, object_pairs_hook=once)
    if set(kept) != {"request", "answer"} or not set(kept["request"]) <= REQUEST:
        raise Refused("The file is a request and its answer.")
    request, answer = kept["request"], dict(kept["answer"])
    extensions = dict(answer.pop("extensions"))
    receipt = signed_receipt(extensions.pop("receipt"), keys)
    if extensions:
        answer["extensions"] = extensions
    variables = request.get("variables")
    found = {
        "document": document_hash(request),
        "variables": json_hash({} if variables is None else variables),
        "answer": json_hash(answer),
    }
    for name, value in found.items():
        if receipt[name] != value:
            raise Refused(f"The {name} is another.")
    return receipt


def main(keys_file: str, *files: str) -> int:
    """A line for each file; 1 where one is refused."""
    with open(keys_file, encoding="utf-8") as keys_text:
        keys = {key["kid"]: key for key in json.load(keys_text)["keys"]}
    refused = 0
    for file in files:
        try:
            with open(file, encoding="utf-8") as kept:
                receipt = verify(kept.read(), keys)
            print(f"{file} holds: {json.dumps(receipt, ensure_ascii=False)}")
        except (Refused, JoseError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            refused = 1
            print(f"{file} is refused: {error!r}")
    return refused


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
