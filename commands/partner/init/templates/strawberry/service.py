"""The schema with its resolvers, in Strawberry."""

from typing import Annotated, Any

import strawberry
from strawberry.asgi import GraphQL
from strawberry.federation.schema_directives import Key
from strawberry.federation.types import FieldSet

from dwellings import KeptDwelling, find_dwelling, list_dwellings


@strawberry.federation.type(
    keys=[Key(fields=FieldSet("id"), resolvable=False)],
    description="A body that another service describes (机构).",
)
class Organization:
    id: strawberry.ID = strawberry.field(description="Id (标识).")


@strawberry.federation.type(keys=["id"], description="A dwelling that is kept as public housing (公租房).")
class Dwelling:
    id: strawberry.ID = strawberry.field(description="Id (标识).")
    area: float | None = strawberry.field(description="Floor area in square metres (建筑面积).")
    keeper_uscc: str | None = strawberry.field(
        description="Credit code of the body that keeps it (管理单位统一社会信用代码)."
    )
    tenant_name: str | None = strawberry.field(description="Name of the tenant (承租人姓名).")

    @strawberry.field(description="Body that keeps it (管理单位).")
    def keeper(self) -> Organization | None:
        # Another service knows its name: the id is all that it takes.
        return Organization(id=strawberry.ID(f"CN-USCC-{self.keeper_uscc}"))

    @classmethod
    def resolve_reference(cls, id: strawberry.ID) -> "Dwelling | None":
        return shown(find_dwelling(id))


def shown(kept: KeptDwelling | None) -> Dwelling | None:
    """A dwelling as the graph shows it."""
    if kept is None:
        return None
    return Dwelling(
        id=strawberry.ID(kept.id), area=kept.area, keeper_uscc=kept.keeper_uscc, tenant_name=kept.tenant_name
    )


Id = Annotated[strawberry.ID, strawberry.argument(description="Id (标识).")]
First = Annotated[int | None, strawberry.argument(description="At most so many, 100 at most (条数).")]


@strawberry.type
class Query:
    @strawberry.field(description="A dwelling by its id (房屋).")
    def dwelling(self, id: Id) -> Dwelling | None:
        return shown(find_dwelling(id))

    @strawberry.field(description="Dwellings in the order of their ids (房屋列表).")
    def dwellings(self, first: First = 20) -> list[Dwelling] | None:
        return [one for kept in list_dwellings(20 if first is None else first) if (one := shown(kept))]


schema = strawberry.federation.Schema(query=Query)


class SignedGraphQL(GraphQL):
    async def get_context(self, request: Any, response: Any) -> dict[str, Any]:
        return {"request": request, "response": response, "told": request.scope["state"]["told"]}


graphql = SignedGraphQL(schema, graphql_ide=None, allow_queries_via_get=False)
