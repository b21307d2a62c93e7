"""The dwellings: put your database here."""

from dataclasses import dataclass


@dataclass
class KeptDwelling:
    """A dwelling as it is kept."""

    id: str
    area: float
    keeper_uscc: str
    tenant_name: str


_KEPT = (
    KeptDwelling("1", 62.5, "11990101MB9000015E", "张三"),
    KeptDwelling("2", 48.0, "11990101MB0001310F", "李四"),
)


def find_dwelling(id: str) -> KeptDwelling | None:
    """The dwelling of an id."""
    return next((dwelling for dwelling in _KEPT if dwelling.id == id), None)


def list_dwellings(first: int) -> list[KeptDwelling]:
    """The first dwellings."""
    return list(_KEPT[: min(max(first, 0), 100)])
