"""A table too long for memory: sorted on disk, and read like one in memory."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from valuecast import engines, store


def _shuffled(rows: int) -> Iterator[pa.RecordBatch]:
    """Scores of customers in an order of chance, in batches of uneven length."""
    order = np.random.default_rng(0).permutation(rows)
    for part in np.array_split(order, 7):
        yield pa.record_batch(
            {
                "customer_id": pa.array([f"c{n:06d}" for n in part]),
                "probability": pa.array(part / rows / 3),
                "high_value": pa.array(part % 5 == 0),
                "tier": pa.array(["not listed"] * len(part)),
            }
        )


def test_a_table_on_disk_is_written_as_one_in_memory(tmp_path: Path) -> None:
    """What was sorted to disk gives the same files, in order and rounded, however it was cut into batches."""
    batches = list(_shuffled(250_001))
    long = engines.sort_to_disk(iter(batches), batches[0].schema, "customer_id", memory_limit_gb=0.5)
    for name, rows in (("disk", long), ("memory", pa.Table.from_batches(batches))):
        (tmp_path / name).mkdir()
        store.write(tmp_path / name, {"hv_scores_today": rows}, {})
    one, other = (tmp_path / name / "tables" / "hv_scores_today.csv" for name in ("disk", "memory"))
    assert one.read_bytes() == other.read_bytes()
    assert pq.read_table(one.with_suffix(".parquet")).equals(pq.read_table(other.with_suffix(".parquet")))
    manifests = [json.loads((tmp_path / name / "manifest.json").read_text()) for name in ("disk", "memory")]
    assert manifests[0] == manifests[1]
    assert manifests[0]["outputs"]["hv_scores_today"]["rows"] == 250_001


def test_what_lies_on_disk_goes_with_its_last_user() -> None:
    """The file on disk is removed when nobody refers to it, changed copies included."""
    batches = list(_shuffled(100))
    long = engines.sort_to_disk(iter(batches), batches[0].schema, "customer_id", memory_limit_gb=0.5)
    copy = long.changed(lambda piece: piece.select(["customer_id"]))
    place = long.folder.path
    assert copy.column_names == ["customer_id"] and copy.num_rows == 100
    assert engines.in_memory(copy)["customer_id"].to_pylist() == [f"c{n:06d}" for n in range(100)]
    del long
    assert place.exists()
    del copy
    gc.collect()
    assert not place.exists()


def test_a_table_on_disk_goes_to_a_schema_like_any_other(tmp_path: Path) -> None:
    """Publishing reads the rows on disk piece by piece, each with its run."""
    batches = list(_shuffled(120_000))
    long = engines.sort_to_disk(iter(batches), batches[0].schema, "customer_id", memory_limit_gb=0.5)
    manifest = {"config_hash": "h", "as_of": "2024-11-01", "valuecast": "0", "inputs": [], "grain": "account"}
    manifest |= {"kind": "pendo", "source": "s"}
    with closing(engines.open_destination(f"duckdb://{tmp_path / 'out.duckdb'}", "valuecast")) as place:
        key = engines.publish(place, {"hv_scores_today": long}, manifest, "replace")
        found = place.connection.table("hv_scores_today", database="valuecast").to_pyarrow()
    assert found.num_rows == 120_000
    assert set(found["run_id"].to_pylist()) == {key}
    table = pa.Table.from_batches(batches).sort_by("customer_id")
    np.testing.assert_allclose(found.sort_by("customer_id")["probability"], table["probability"], rtol=0, atol=5e-7)
