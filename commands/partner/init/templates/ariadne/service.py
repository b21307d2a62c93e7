"""The schema with its resolvers, in Ariadne."""

from pathlib import Path
from typing import Any

from ariadne.asgi import GraphQL
from ariadne.contrib.federation import FederatedObjectType, make_federated_schema
from ariadne import QueryType

from dwellings import KeptDwelling, find_dwelling, list_dwellings

query = QueryType()
dwelling = FederatedObjectType("Dwelling")


@query.field("dwelling")
def resolve_dwelling(_root: Any, _info: Any, id: str) -> KeptDwelling | None:
    return find_dwelling(id)


@query.field("dwellings")
def resolve_dwellings(_root: Any, _info: Any, first: int | None = 20) -> list[KeptDwelling]:
    return list_dwellings(20 if first is None else first)


@dwelling.reference_resolver
def resolve_reference(_root: Any, _info: Any, representation: dict[str, Any]) -> KeptDwelling | None:
    return find_dwelling(representation["id"])


@dwelling.field("keeper")
def resolve_keeper(kept: KeptDwelling, _info: Any) -> dict[str, str]:
    # Another service knows its name: the id is all that it takes.
    return {"__typename": "Organization", "id": f"CN-USCC-{kept.keeper_uscc}"}


dwelling.set_alias("keeperUscc", "keeper_uscc")
dwelling.set_alias("tenantName", "tenant_name")

SDL = (Path(__file__).parent / "schema.graphql").read_text(encoding="utf-8")

graphql = GraphQL(
    make_federated_schema(SDL, query, dwelling),
    explorer=None,
    context_value=lambda request, _data: {"told": request.scope["state"]["told"]},
)
