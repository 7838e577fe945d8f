"""Gaps that show without a server: each test fails once Ibis or the engine does as the others do.

Then the gap goes from the engine's entry, and with it what stands in its place. Those that need a server are in
``tests/parity/test_gaps.py``.
"""

from __future__ import annotations

import importlib
from pathlib import Path

import duckdb
import ibis
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from ibis.common.exceptions import OperationNotDefinedError

from valuecast.engines import open_destination
from valuecast.errors import OutputError

TABLE = ibis.table({"n": "int64", "text": "string"}, "t")


def compiled(expression: ibis.Table, dialect: str) -> str:
    """The statement that Ibis itself makes."""
    compiler = importlib.import_module(f"ibis.backends.sql.compilers.{dialect}").compiler
    text: str = compiler.to_sqlglot(expression).sql(dialect=compiler.dialect)
    return text


@pytest.mark.gap("NaN in a Parquet file", "DuckDB")
def test_duckdb_overlooks_nan_in_a_file(tmp_path: Path) -> None:
    """Of the two numbers in the file one is NaN, and isnan finds none; in a table of its own it finds it."""
    pq.write_table(pa.table({"x": [1.0, float("nan")]}), tmp_path / "x.parquet")
    with duckdb.connect() as engine:
        asked = "SELECT count(*) FROM {} WHERE isnan(x)"
        assert engine.sql(asked.format(f"'{tmp_path / 'x.parquet'}'")).fetchall() == [(0,)]
        engine.sql("CREATE TABLE here AS VALUES (1.0::DOUBLE), ('nan'::DOUBLE)")
        assert engine.sql("SELECT count(*) FROM here WHERE isnan(col0)").fetchall() == [(1,)]


@pytest.mark.gap("joining bits over rows (bit_or)", "Spark")
def test_ibis_does_not_know_bit_or_of_spark() -> None:
    """Spark has bit_or; Ibis has no rule for it."""
    with pytest.raises(OperationNotDefinedError):
        compiled(TABLE.aggregate(bits=TABLE.n.bit_or()), "pyspark")


@pytest.mark.gap("white space in a statement", "Databricks")
def test_databricks_reads_a_vertical_tab_as_a_letter() -> None:
    r"""The statement holds ``\v``, which Databricks' SQL, being Spark's, reads as the letter."""
    assert r"'\v'" in compiled(TABLE.filter(TABLE.text == "\v"), "databricks")


@pytest.mark.gap("the hash of a value in Ibis", "Trino")
def test_ibis_does_not_know_a_hash_of_trino() -> None:
    """Trino has xxhash64; Ibis has no rule for it."""
    with pytest.raises(OperationNotDefinedError):
        compiled(TABLE.select(mark=TABLE.text.hash()), "trino")


@pytest.mark.gap("a pattern that may stand anywhere in a text", "Snowflake")
def test_snowflake_is_asked_for_whole_texts() -> None:
    """Ibis puts something on either side of the pattern, which it would not if Snowflake looked inside the text."""
    assert "REGEXP_LIKE(\"t0\".\"text\", CONCAT('.*', 'a', '.*'), 'cs')" in compiled(
        TABLE.select(found=TABLE.text.re_search("a")), "snowflake"
    )


@pytest.mark.gap("writing results back", "Snowflake", "BigQuery", "Trino")
@pytest.mark.parametrize("address", ["snowflake://u@a/db", "bigquery://project/data", "trino://u@h:8080/c/s"])
def test_engines_that_results_cannot_be_written_to(address: str) -> None:
    """An address of theirs is refused before anything is opened."""
    with pytest.raises(OutputError) as met:
        open_destination(address, "results")
    assert met.value.what == "results cannot be written there"
