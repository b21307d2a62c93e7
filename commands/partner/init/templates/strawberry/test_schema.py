"""schema.graphql is what the classes print."""

from pathlib import Path

from service import schema


def test_schema_file_is_as_printed():
    assert (Path(__file__).parent / "schema.graphql").read_text(encoding="utf-8").strip() == str(schema).strip()
