#!/usr/bin/env bash
# ariadne 1.1.1 (ariadne.contrib.federation): one of several representations whose reference resolver raises.
#
# Guess: its place in `_entities` is null with an error at [_entities, 1], and the others are there, as in Strawberry and Apollo's library.
# Seen:  that holds where the resolver is `async`. Where it is a plain function the error is that of the whole list: `data` is null, and with it every entity that the gateway asked for in this batch.
# So:    make reference resolvers async, or let them return the exception where they would raise it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ariadne==1.1.1
venv/bin/python - 2>/dev/null <<'PY'
import asyncio
from ariadne import QueryType, graphql
from ariadne.contrib.federation import FederatedObjectType, make_federated_schema

SDL = 'type Query { matter: Matter } type Matter @key(fields: "id") { id: ID! name: String }'
ASKED = {
    "query": "query ($all: [_Any!]!) { _entities(representations: $all) { ... on Matter { name } } }",
    "variables": {"all": [{"__typename": "Matter", "id": str(number)} for number in (1, 2, 3)]},
}

def find(representation):
    if representation["id"] == "2":
        raise ValueError("no such matter")
    return {"id": representation["id"], "name": "matter " + representation["id"]}

def plain(_, _info, representation):
    return find(representation)

async def waited(_, _info, representation):
    return find(representation)

def returned(_, _info, representation):
    try:
        return find(representation)
    except ValueError as error:
        return error

def answer(resolver):
    matter = FederatedObjectType("Matter")
    matter.reference_resolver(resolver)
    _, result = asyncio.run(graphql(make_federated_schema(SDL, [QueryType(), matter]), ASKED))
    return result["data"], [error["path"] for error in result["errors"]]

others = {"_entities": [{"name": "matter 1"}, None, {"name": "matter 3"}]}
assert answer(plain) == (None, [["_entities"]]), answer(plain)
assert answer(waited) == (others, [["_entities", 1]]), answer(waited)
assert answer(returned) == (others, [["_entities", 1]]), answer(returned)
print("plain function: data null for the whole batch; async, or returned exception: null at its place")
PY
