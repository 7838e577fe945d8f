"""Results that no engine can take: refused before anything is written."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pytest

from valuecast import engines
from valuecast.contracts import OUTPUTS
from valuecast.engines import open_destination, publish, run_id
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


@pytest.mark.parametrize("name", ["Value_Scores", "value_scores", "RUNS"])
def test_a_name_in_other_case_and_a_table_made_again_are_not_ours(tmp_path: Path, name: str) -> None:
    """DuckDB takes names without case and would drop another's table; one that was made again has not our columns."""
    tables = {"value_scores": OUTPUTS["value_scores"].empty()}
    manifest = {"config_hash": "c", "as_of": "2024-01-01", "valuecast": "1", "inputs": [], "grain": "account"}
    manifest |= {"kind": "events", "source": "x"}
    with closing(open_destination(str(tmp_path / "w.duckdb"), "results")) as place:
        publish(place, tables, manifest, "replace")
        place.connection.drop_table(name.lower(), database="results")
        place.connection.create_table(name, pa.table({"theirs": [1]}), database="results")
        with pytest.raises(OutputError, match="a table there is not ours"):
            publish(place, tables, manifest, "replace")
        assert place.connection.table(name, database="results").to_pyarrow().to_pylist() == [{"theirs": 1}]


def test_inputs_that_only_look_alike_are_two_runs() -> None:
    """What was measured of every customer is a part of the name of a run."""
    manifest = {"config_hash": "c", "as_of": "2024-01-01", "valuecast": "1", "inputs": []}
    assert run_id(manifest | {"contents": "a"}) != run_id(manifest | {"contents": "b"})
    assert run_id(manifest | {"contents": "a"}) == run_id(dict(manifest, contents="a"))
