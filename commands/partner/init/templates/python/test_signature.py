"""The verifier takes what the gateway signs and refuses what was changed (vectors.json)."""

import asyncio
import json
from datetime import datetime
from pathlib import Path

import pytest

from keys import KeyFinder, public_key
from signature import Told, Verifier

GIVEN = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
KEYS = {name: public_key(jwk) for name, jwk in GIVEN["keys"].items() if jwk["kty"] == "OKP"}
VECTORS = GIVEN["vectors"]
SIGNED_AT = datetime.fromisoformat("2026-12-01T00:00:00+00:00").timestamp()


async def key_of(key_id):
    return KEYS.get(key_id)


def verifier_at(now: float, since: float = SIGNED_AT) -> Verifier:
    return Verifier("heating", key_of, now=lambda: now, since=since)


def verify(verifier: Verifier, vector: dict) -> Told | None:
    return asyncio.run(
        verifier.verify(vector["method"], vector["target"], vector["headers"], vector["body"].encode())
    )


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_takes_what_is_signed_for_partners(vector):
    assert (verify(verifier_at(SIGNED_AT), vector) is not None) == (vector["keyId"] in KEYS)


@pytest.mark.parametrize("refused", GIVEN["refused"], ids=lambda refused: refused["name"])
def test_refuses_what_was_changed(refused):
    change = dict(refused["change"])
    now = datetime.fromisoformat(change.pop("now", "2026-12-01T00:00:00Z")).timestamp()
    times = change.pop("times", 1)
    headers = {**VECTORS[0]["headers"], **change.pop("headers", {})}
    verifier = verifier_at(now, since=0)
    for _ in range(times - 1):
        assert verify(verifier, {**VECTORS[0], **change, "headers": headers}) is not None
    assert verify(verifier, {**VECTORS[0], **change, "headers": headers}) is None


def test_refuses_what_was_signed_before_the_process_began():
    assert verify(verifier_at(SIGNED_AT + 1, since=SIGNED_AT + 1), VECTORS[0]) is None


def test_tells_what_the_gateway_tells():
    told = verify(verifier_at(SIGNED_AT), VECTORS[0])
    assert told is not None
    assert told.viewer["tiers"] == ["OWNER"]
    assert told.as_of == "2026-12-01T00:00:00.000Z"


def test_keys_are_kept_and_fetched_at_most_once_a_minute_for_an_unknown_id():
    now = 0.0
    fetched = 0
    key = KEYS["vectors-ed25519"]

    def load(_gateway):
        nonlocal fetched
        fetched += 1
        return {"known": key}

    async def asked():
        nonlocal now
        find = KeyFinder("http://localhost", load=load, now=lambda: now)
        assert await asyncio.gather(find("known"), find("known")) == [key, key]
        assert await find("unknown") is None
        assert fetched == 1
        now = 61
        assert await find("unknown") is None
        assert await find("unknown") is None
        assert fetched == 2
        now += 301
        assert await find("known") == key
        assert fetched == 3

    asyncio.run(asked())
