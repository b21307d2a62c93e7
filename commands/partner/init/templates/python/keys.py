"""Public keys of the gateway: kept for five minutes, and fetched again, at most once a minute, when one is missing."""

import asyncio
import base64
import json
import logging
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Mapping

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FRESH_S = 5 * 60
# A list that can not be fetched again is good for so long.
LONGEST_S = 60 * 60
RETRY_S = 60
# Before there is any list.
FIRST_RETRY_S = 1

Keys = Mapping[str, Ed25519PublicKey]


def public_key(jwk: Mapping[str, str]) -> Ed25519PublicKey:
    """The key of a JWK (RFC 8037)."""
    return Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(jwk["x"] + "=" * (-len(jwk["x"]) % 4)))


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_given: object) -> None:
        return None


def fetch_keys(gateway: str) -> Keys:
    """Reads the gateway's list."""
    address = urllib.parse.urljoin(gateway, "/.well-known/http-message-signatures-directory")
    with urllib.request.build_opener(_NoRedirect).open(address, timeout=3) as reply:
        return {jwk["kid"]: public_key(jwk) for jwk in json.load(reply)["keys"] if jwk.get("crv") == "Ed25519"}


class KeyFinder:
    """Finds a key by its id; of many requests at once one fetches."""

    def __init__(
        self,
        gateway: str,
        *,
        load: Callable[[str], Keys] = fetch_keys,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._gateway = gateway
        self._load = load
        self._now = now
        self._keys: Keys = {}
        self._loaded_at = self._tried_at = float("-inf")
        self._lock = asyncio.Lock()

    async def __call__(self, key_id: str) -> Ed25519PublicKey | None:
        async with self._lock:
            now = self._now()
            is_wanted = now - self._loaded_at > FRESH_S or key_id not in self._keys
            if is_wanted and now - self._tried_at > (RETRY_S if self._keys else FIRST_RETRY_S):
                self._tried_at = now
                await self._refresh()
        return None if self._now() - self._loaded_at > LONGEST_S else self._keys.get(key_id)

    async def _refresh(self) -> None:
        try:
            self._keys = await asyncio.to_thread(self._load, self._gateway)
            self._loaded_at = self._now()
        except (OSError, ValueError, KeyError) as error:
            logging.getLogger(__name__).error("The gateway's keys can not be fetched: %s", error)
