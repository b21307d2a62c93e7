"""An organisation's penalties: gql asks, ariadne-codegen's models hold the answer, and what is withheld says why."""

import json
import sys
from decimal import Decimal
from typing import Any

from gql import Client, GraphQLRequest
from gql.transport.httpx import HTTPXTransport

from graph.operations import ORGANIZATION_PAGE_GQL
from graph.organization_page import OrganizationPage

URL = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:4000/graphql"
USCC = sys.argv[2] if len(sys.argv) > 2 else "91990101MA9000011P"


def withheld_at(extensions: dict[str, Any] | None, path: list[str]) -> str | None:
    """The reason for which the value at a path is withheld, by the notices of the answer."""
    notices = (extensions or {}).get("withheld", [])
    return next((notice["reason"] for notice in notices if notice["path"] == path), None)


request = GraphQLRequest(ORGANIZATION_PAGE_GQL, variable_values={"uscc": USCC})
with Client(transport=HTTPXTransport(url=URL, timeout=20)) as session:
    answer = session.execute(request, get_execution_result=True)

organization = OrganizationPage.model_validate(answer.data).organization
nodes = organization.penalties.nodes if organization and organization.penalties else []
fines = sum((node.fine for node in nodes if node and node.fine is not None), Decimal(0))
shown = {
    "name": organization.name if organization else None,
    "fines": f"¥{fines:,.2f}",
    "contact": withheld_at(answer.extensions, ["organization", "contact"]) or "shown",
}
print(json.dumps(shown, ensure_ascii=False, separators=(",", ":")))
