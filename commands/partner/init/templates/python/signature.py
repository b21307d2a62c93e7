"""Verifies that a request comes from the gateway: HTTP Message Signatures (RFC 9421, RFC 9530) in the one form in which it signs."""

import base64
import hashlib
import json
import re
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FIELDS = (
    "content-type",
    "content-digest",
    "govgraph-audience",
    "govgraph-viewer",
    "govgraph-request-id",
    "govgraph-as-of",
    "govgraph-policy",
    "govgraph-deadline",
    "govgraph-language",
)
COVERED = " ".join(f'"{name}"' for name in ("@method", "@path", "@query", *FIELDS))
INPUT = re.compile(
    r"sig1=(\(([^)]*)\);created=([0-9]{10});expires=([0-9]{10});"
    r'nonce="([A-Za-z0-9_-]{12,64})";keyid="([a-z0-9-]{1,64})";tag="govgraph")'
)
SIGNATURE = re.compile(r"sig1=:([A-Za-z0-9+/]{86}==):")

# Longest life of a signature, how far the gateway's clock may run ahead, how long a nonce is kept: seconds.
LIFETIME_S = 60
SKEW_S = 5
NONCE_S = 66
# More nonces than this are not remembered, and then none is taken.
MOST_NONCES = 500_000


@dataclass(frozen=True)
class Told:
    """What the gateway tells with a request; it is signed."""

    viewer: Mapping[str, object]
    """What may be known of the viewer: nothing, or audiences of closed fields and a name that only you hear."""
    request_id: str
    """Log under it; the gateway does too."""
    as_of: str
    """Day and time for rules of the domain, ISO 8601."""


class Verifier:
    """Verifies requests for one subgraph. What was signed before `since`, the start of the process, is refused: a process before it may have taken it."""

    def __init__(
        self,
        audience: str,
        key_of: Callable[[str], Awaitable[Ed25519PublicKey | None]],
        *,
        now: Callable[[], float] = time.time,
        since: float | None = None,
    ) -> None:
        self._audience = audience
        self._key_of = key_of
        self._now = now
        self._first_second = int(now() if since is None else since)
        self._seen: dict[str, float] = {}

    async def verify(
        self, method: str, target: str, headers: Mapping[str, str], body: bytes
    ) -> Told | None:
        """What the gateway tells, or None where the answer is 401. `headers` have small letters, each one value."""
        given = INPUT.fullmatch(headers.get("signature-input", ""))
        signature = SIGNATURE.fullmatch(headers.get("signature", ""))
        if given is None or signature is None:
            return None
        params, covered, created, expires, nonce, key_id = given.groups()
        if covered != COVERED or not self._is_in_time(int(created), int(expires)):
            return None
        if any(name not in headers for name in FIELDS) or headers["govgraph-audience"] != self._audience:
            return None
        digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
        if headers["content-digest"] != f"sha-256=:{digest}:":
            return None
        key = await self._key_of(key_id)
        path, mark, query = target.partition("?")
        lines = [f'"@method": {method}', f'"@path": {path}', f'"@query": ?{query}']
        lines += [f'"{name}": {headers[name]}' for name in FIELDS]
        lines.append(f'"@signature-params": {params}')
        if key is None or not _is_signed_by(key, base64.b64decode(signature[1]), "\n".join(lines)):
            return None
        # The wait for a key may have outlived the signature.
        if not self._is_in_time(int(created), int(expires)) or not self._is_new(nonce):
            return None
        viewer = headers["govgraph-viewer"]
        return Told(
            viewer=json.loads(base64.urlsafe_b64decode(viewer + "=" * (-len(viewer) % 4))),
            request_id=headers["govgraph-request-id"],
            as_of=headers["govgraph-as-of"],
        )

    def _is_in_time(self, created: int, expires: int) -> bool:
        now = self._now()
        return self._first_second <= created <= now + SKEW_S and now <= expires and expires - created <= LIFETIME_S

    def _is_new(self, nonce: str) -> bool:
        now = self._now()
        while self._seen:
            old, at = next(iter(self._seen.items()))
            if now - at <= NONCE_S:
                break
            del self._seen[old]
        if nonce in self._seen or len(self._seen) >= MOST_NONCES:
            return False
        self._seen[nonce] = now
        return True


def _is_signed_by(key: Ed25519PublicKey, signature: bytes, base: str) -> bool:
    try:
        key.verify(signature, base.encode())
    except InvalidSignature:
        return False
    return True
