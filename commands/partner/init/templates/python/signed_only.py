"""ASGI middleware: answers 401 before anything parses the body, unless the gateway signed it."""

from typing import Any

from signature import Verifier

# Largest body that is read, in bytes.
MOST_BYTES = 1024 * 1024


class SignedOnly:
    """Lets signed requests through, with what the gateway tells in `scope["state"]["told"]`."""

    def __init__(self, app: Any, verifier: Verifier) -> None:
        self._app = app
        self._verifier = verifier

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            # Websockets are not signed; what remains is the server's own start and stop.
            if scope["type"] == "websocket":
                return await send({"type": "websocket.close", "code": 1008})
            return await self._app(scope, receive, send)
        body = await _read_body(receive)
        if body is None:
            return await _refuse(send, 413, b"The body is too long.")
        target = scope["raw_path"].split(b"?")[0]
        if scope["query_string"]:
            target += b"?" + scope["query_string"]
        told = await self._verifier.verify(scope["method"], target.decode("latin-1"), _headers(scope), body)
        if told is None:
            return await _refuse(send, 401, b"The request is not signed by the gateway.")
        is_given = False

        async def replay() -> Any:
            nonlocal is_given
            if is_given:
                return await receive()
            is_given = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self._app({**scope, "state": {**scope.get("state", {}), "told": told}}, replay, send)


async def _read_body(receive: Any) -> bytes | None:
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if len(body) > MOST_BYTES:
            return None
        if not message.get("more_body", False):
            return body


def _headers(scope: Any) -> dict[str, str]:
    """A header that came twice has both values, which no signature covers."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


async def _refuse(send: Any, status: int, sentence: bytes) -> None:
    headers = [(b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b'{"errors":[{"message":"' + sentence + b'"}]}'})
