"""What is said of the tables of a schema."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import yaml

from valuecast import store
from valuecast.contracts import OUTPUTS


def test_tables_are_described(tmp_path: Path) -> None:
    """Sources for dbt and a dictionary name every table and column with its meaning."""
    scores = OUTPUTS["value_scores"].empty()
    tables = {"value_scores": scores.append_column("rfm", pa.array([], pa.float64()))}
    store.describe(tmp_path, tables, "results")
    source = yaml.safe_load((tmp_path / "sources.yml").read_text())["sources"][0]
    assert source["schema"] == "results"
    assert [table["name"] for table in source["tables"]] == ["runs", "value_scores"]
    columns = [column["name"] for column in source["tables"][1]["columns"]]
    assert columns == ["run_id", *OUTPUTS["value_scores"].names, "rfm"]
    assert all(column["description"] for column in source["tables"][1]["columns"])
    told = (tmp_path / "dictionary.md").read_text()
    assert all(f"`{name}`" in told for name in columns)
