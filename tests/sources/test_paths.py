"""Columns by name, and parts of them by a path."""

from __future__ import annotations

import ibis
import pytest

from valuecast.sources import paths


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ID", "a"),
        ("object.plan", "pro"),
        ("object.deep.seats", 5),
        ("text.plan", "pro"),
        ("text.deep.seats", "5"),
        ("text.gone", None),
        ("with.point", 1),
    ],
)
def test_a_part_of_a_column(name: str, value: object) -> None:
    """Objects keep their types; what lies in JSON is text; a name with a point is a name first."""
    connection = ibis.duckdb.connect()
    connection.raw_sql(
        "CREATE TABLE t AS SELECT 'a' AS id, {'plan': 'pro', 'deep': {'seats': 5}} AS object,"
        """ '{"plan": "pro", "deep": {"seats": "5"}}' AS text, 1 AS "with.point" """
    )
    table = connection.table("t")
    found = paths.find(table, name)
    assert found is not None
    assert table.select(x=found).to_pyarrow()["x"].to_pylist() == [value]
    connection.disconnect()


@pytest.mark.parametrize("name", ["gone", "gone.too", "id2.x"])
def test_what_is_not_there(name: str) -> None:
    """Nothing is made up."""
    assert paths.find(ibis.table({"id": "string", "object": "struct<plan: string>"}, name="t"), name) is None
