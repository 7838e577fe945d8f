"""Gaps that show in a server or a cluster: each test fails once the engine does as the others do.

Then the gap goes from the engine's entry, and with it what stands in its place. Those that show without one are in
``tests/engines/test_gaps.py``.
"""

from __future__ import annotations

from typing import Any

import duckdb
import ibis
import pyarrow as pa
import pytest
from tests.engines.test_gaps import compiled

from valuecast.engines import Warehouse

BEYOND_FLOATING_POINT = 2**60 + 1
WORD = ibis.memtable(pa.table({"text": ["a"]}))


def asked(server: str, expression: str) -> Any:
    """What PostgreSQL makes of an expression."""
    import psycopg

    with psycopg.connect(server) as connection:
        return connection.execute(f"SELECT {expression}").fetchall()[0][0]  # type: ignore[index,arg-type]


def told(spark: Warehouse, statement: str) -> list[tuple[Any, ...]]:
    """Rows of a statement of Spark's."""
    return [tuple(row) for row in spark.connection.raw_sql(statement).collect()]


@pytest.mark.postgres
@pytest.mark.gap("a number with a point", "PostgreSQL")
def test_a_number_with_a_point_is_a_decimal_in_postgresql(server: str) -> None:
    """1.0 is numeric; DuckDB's is a decimal too, which it turns into floating point where one meets the other."""
    assert asked(server, "pg_typeof(1.0)::text") == "numeric"


@pytest.mark.postgres
@pytest.mark.gap("rounding of halves", "PostgreSQL")
def test_halves_are_rounded_to_even_in_postgresql(server: str) -> None:
    """2.5 becomes 2, and 3 in DuckDB."""
    assert asked(server, "round(2.5::double precision)") == 2.0
    assert duckdb.sql("SELECT round(2.5::DOUBLE)").fetchall() == [(3.0,)]


@pytest.mark.postgres
@pytest.mark.gap("a boolean as a number", "PostgreSQL")
@pytest.mark.parametrize("kind", ["bigint", "double precision"])
def test_a_boolean_is_no_number_in_postgresql(server: str, kind: str) -> None:
    """The cast is refused, though there is one to integer."""
    import psycopg

    assert asked(server, "true::integer") == 1
    with pytest.raises(psycopg.errors.CannotCoerce):
        asked(server, f"true::{kind}")


@pytest.mark.gap("the hash of a value", "DuckDB", "PostgreSQL", "Spark")
def test_hashes_differ(engine: str, warehouse: Warehouse, request: pytest.FixtureRequest) -> None:
    """The same text has one number in DuckDB and another elsewhere."""
    there: Warehouse = request.getfixturevalue(engine)
    one, other = (
        opened.connection.to_pyarrow(WORD.select(mark=WORD.text.hash()))["mark"].to_pylist()
        for opened in (warehouse, there)
    )
    assert one != other


@pytest.mark.spark
@pytest.mark.gap("a number with a point", "Spark")
def test_a_number_with_a_point_is_a_decimal_in_spark(spark: Warehouse) -> None:
    """1.0 is a decimal of two digits."""
    assert told(spark, "SELECT typeof(1.0)") == [("decimal(2,1)",)]


@pytest.mark.spark
@pytest.mark.gap("white space in a statement", "Spark")
def test_spark_reads_a_vertical_tab_as_a_letter(spark: Warehouse) -> None:
    """Ibis writes the tab as an escape, and Spark takes it for the letter."""
    assert r"'\v'" in compiled(WORD.filter(WORD.text == "\v"), "pyspark")
    assert told(spark, r"SELECT '\v' = 'v'") == [(True,)]


@pytest.mark.spark
@pytest.mark.gap("temporary tables", "Spark")
def test_spark_has_no_temporary_tables(spark: Warehouse) -> None:
    """The statement is not understood."""
    from pyspark.errors import ParseException

    with pytest.raises(ParseException):
        told(spark, "CREATE TEMPORARY TABLE brief USING parquet AS SELECT 1 AS n")


@pytest.mark.spark
@pytest.mark.gap("whole numbers with a null among them", "Spark")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # the pandas that Ibis and Spark go through
def test_ibis_brings_whole_numbers_out_of_spark_as_floating_point(spark: Warehouse) -> None:
    """A null beside it costs a number of 61 bits its last digit."""
    from ibis.backends.pyspark import Backend

    rows = pa.table({"n": pa.array([BEYOND_FLOATING_POINT, None], pa.int64())})
    kept = spark.materialise("whole_numbers", ibis.memtable(rows))
    assert BEYOND_FLOATING_POINT - 1 in Backend.to_pyarrow(spark.connection, kept)["n"].to_pylist()


@pytest.mark.spark
@pytest.mark.gap("one reading of a common part of a query", "Spark")
def test_spark_reads_a_common_part_twice(spark: Warehouse) -> None:
    """A part that is named once and used twice is read from the files twice."""
    part = "WITH part AS (SELECT account_id, hash(account_id) AS h FROM pendo__account)"
    [(plan,)] = told(spark, f"EXPLAIN {part} SELECT h FROM part UNION ALL SELECT -h FROM part")
    assert plan.count("FileScan") == 2


@pytest.mark.spark
@pytest.mark.gap("swapping several tables in one transaction", "Spark")
def test_spark_has_no_transactions(spark: Warehouse) -> None:
    """The statement is not understood."""
    from pyspark.errors import ParseException

    with pytest.raises(ParseException):
        told(spark, "START TRANSACTION")


@pytest.mark.spark
@pytest.mark.gap("the hash of a value in Ibis", "Spark")
def test_ibis_takes_a_hash_of_32_bits_in_spark(spark: Warehouse) -> None:
    """Ibis asks for Spark's hash and calls it a bigint; Spark gives an int."""
    expression = WORD.select(mark=WORD.text.hash())
    assert "HASH(" in compiled(expression, "pyspark").replace("XXHASH64(", "")
    assert expression.mark.type().is_int64()
    assert told(spark, "SELECT typeof(hash('a'))") == [("int",)]
