"""Results that no engine can take: refused before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from valuecast import engines
from valuecast.errors import OutputError


@pytest.mark.parametrize(("mode", "schema"), [("overwrite", "ok"), ("replace", 'x"; DROP TABLE y; --')])
def test_requests_that_make_no_sense(tmp_path: Path, mode: str, schema: str) -> None:
    """An unknown mode, or a schema whose name would need care, is refused before anything is written."""
    with pytest.raises(OutputError) as met:
        engines.check_destination(engines.open_destination(str(tmp_path / "w.duckdb"), schema), mode)
    assert str(met.value.where).startswith("--write-")


@pytest.mark.parametrize("address", ["snowflake://u:s3cret@a/db", "{folder}"])
def test_engines_that_are_not_written_to(tmp_path: Path, address: str) -> None:
    """A folder, or an engine that nobody could test, is refused with those that can be written to."""
    with pytest.raises(OutputError) as met:
        engines.open_destination(address.format(folder=tmp_path), "results")
    assert met.value.what == "results cannot be written there"
    assert met.value.expected == "a DuckDB file, or an address of PostgreSQL or Spark"
    assert "s3cret" not in str(met.value)
