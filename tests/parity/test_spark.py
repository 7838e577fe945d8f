"""Spark as a source: databases, folders, sessions, Spark Connect."""

from __future__ import annotations

import json
import subprocess
import sys

import ibis
import pyarrow as pa
import pytest

from valuecast.engines import Warehouse, connect
from valuecast.errors import SourceError

pytestmark = pytest.mark.spark

OVER_CONNECT = """
import json, sys
import ibis, pyarrow as pa
from valuecast.engines import connect
opened = connect(sys.argv[1])
kept = opened.materialise("accounts", opened.require("pendo__account"))
rows = opened.materialise("memory", ibis.memtable(pa.table({"n": pa.array([1, None, 2**60 + 1], pa.int64())})))
print(json.dumps([opened.name, kept.count().to_pyarrow().as_py(), rows.to_pyarrow()["n"].to_pylist()]))
opened.close()
"""


def test_a_database(spark: Warehouse) -> None:
    """The tables of a database are found by its name, with its catalog or without; of another there are none."""
    spark.connection.create_database("usage", force=True)
    spark.connection.create_table("accounts", spark.require("pendo__account"), database="usage", overwrite=True)
    for place in ("usage", "spark_catalog.usage"):
        opened = connect(f"spark://?database={place}")
        assert list(opened.tables) == ["accounts"]
        assert opened.require("accounts").count().to_pyarrow().as_py() > 0
        opened.close()
    with pytest.raises(SourceError) as met:
        connect("spark://?database=default")
    assert met.value.what == "the source holds no table"


@pytest.mark.parametrize("place", ["database=nosuch", "folder=/nosuch"])
def test_a_place_that_is_not_there(spark: Warehouse, place: str) -> None:
    """A database or folder that does not exist is told in one line."""
    with pytest.raises(SourceError) as met:
        connect(f"spark://?{place}")
    assert met.value.what == "the tables cannot be listed"
    assert "nosuch" in str(met.value)


def test_another_session_is_left_alone(spark: Warehouse) -> None:
    """A second cluster in one process is refused, and closing a connection ends no session of another's."""
    with pytest.raises(SourceError) as met:
        connect("spark://local[1]")
    assert met.value.what == "another Spark session runs in this process"
    assert spark.require("pendo__account").count().to_pyarrow().as_py() > 0


def test_keep_is_computed_once(spark: Warehouse) -> None:
    """What is kept is rows, not a view: a random column is the same whenever it is looked at."""
    drawn = spark.require("pendo__account").mutate(chance=ibis.random()).select("chance")
    kept = spark.materialise("chance", drawn)
    first, again = (sorted(kept.to_pyarrow()["chance"].to_pylist()) for _ in range(2))
    assert first == again
    assert len(set(first)) > 1


def test_whole_numbers_stay_whole(spark: Warehouse) -> None:
    """A null among whole numbers does not make them floating point, where the last digits would go."""
    numbers = pa.array([2**60 + 1, None], pa.int64())
    kept = spark.materialise("numbers", ibis.memtable(pa.table({"n": numbers})))
    assert set(kept.to_pyarrow()["n"].to_pylist()) == {2**60 + 1, None}


def test_spark_connect(spark: Warehouse, connect_port: int, spark_folder: str) -> None:
    """A Spark Connect server is a source like any other."""
    address = f"sc://127.0.0.1:{connect_port}?folder={spark_folder}"
    ran = subprocess.run(
        [sys.executable, "-c", OVER_CONNECT, address], capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    name, accounts, numbers = json.loads(ran.stdout.splitlines()[-1])
    assert name == address
    assert accounts == spark.require("pendo__account").count().to_pyarrow().as_py()
    assert numbers == [1, None, 2**60 + 1]
