"""The service: GraphQL behind a check of the gateway's signature, and a health check."""

import os

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from keys import KeyFinder
from service import graphql
from signature import Verifier
from signed_only import SignedOnly


async def health(_request: Request) -> JSONResponse:
    return JSONResponse({"status": "ok"})


def create_app(gateway: str) -> Starlette:
    """The application; `gateway` is the address at which the gateway serves its public keys."""
    verifier = Verifier("{{name}}", KeyFinder(gateway))
    return Starlette(
        routes=[
            Route("/healthz", health),
            Route("/graphql", SignedOnly(graphql, verifier), methods=["POST"]),
        ]
    )


if __name__ == "__main__":
    uvicorn.run(
        create_app(os.environ["GATEWAY_URL"]),
        host=os.environ.get("HOST", "127.0.0.1"),
        port=int(os.environ.get("PORT", "4100")),
        access_log=False,
    )
