"""What an engine cannot do, or does in another way, as data: each with its reason and what is done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["executed", "emulated", "compiled"]


@dataclass(frozen=True)
class Engine:
    """An engine and how far it is tested.

    ``executed``: tests run the flow in it and compare every figure with DuckDB's; ``emulated``: its statements are
    written down, and run in an emulator of it; ``compiled``: they are written down and compared, and were not run.
    """

    name: str
    address: str
    tested: Kind
    writes: str


@dataclass(frozen=True)
class Gap:
    """One difference: where, what, why, and what stands in its place; ``open`` when nothing does."""

    engine: str
    what: str
    why: str
    instead: str
    open: bool = False


ENGINES: tuple[Engine, ...] = (
    Engine("DuckDB", "a file, or a folder of Parquet or CSV", "executed", "all or nothing, one transaction"),
    Engine("PostgreSQL", "postgres://user@host/database", "executed", "all or nothing, one transaction"),
    Engine(
        "Spark", "spark://MASTER?database=NAME, sc://host:port?database=NAME", "executed", "all or nothing, one switch"
    ),
    Engine("Snowflake", "snowflake://user@account/database/schema", "emulated", "no"),
    Engine("BigQuery", "bigquery://project/dataset", "compiled", "no"),
    Engine("Databricks", "databricks://…, or Spark Connect: sc://…", "compiled", "through Spark Connect"),
    Engine("Trino", "trino://user@host:port/catalog/schema", "compiled", "no"),
)

GAPS: tuple[Gap, ...] = (
    Gap(
        "Spark",
        "joining bits over rows (bit_or)",
        "Ibis 12 does not know Spark's own function",
        "named in our compiler of Spark",
    ),
    Gap(
        "Spark",
        "a number with a point",
        "1.0 in a statement is a decimal, and so is a column made of it",
        "our compiler of Spark casts it; portable.constant where a column is made of one",
    ),
    Gap(
        "PostgreSQL",
        "a number with a point",
        "1.0 in a statement is a decimal, and so is a column made of it",
        "portable.constant",
    ),
    Gap(
        "Spark",
        "white space in a statement",
        "Ibis 12 writes a vertical tab and a form feed as escapes that Spark reads as the letters v and f, so that ids "
        "of these letters alone would be blank",
        "our dialect of Spark writes them as they are",
    ),
    Gap(
        "Databricks",
        "white space in a statement",
        "as on Spark; and the connection is Ibis' own",
        "connect to it as Spark, by sc://; over databricks:// ids of the letters v and f alone count as blank",
        open=True,
    ),
    Gap(
        "Spark",
        "temporary tables",
        "Spark has views and cached rows, not temporary tables",
        "rows kept by a local checkpoint, or by a checkpoint where spark.checkpoint.dir is set",
    ),
    Gap(
        "Spark",
        "whole numbers with a null among them",
        "Ibis 12 brings rows out through pandas, which makes them floating point",
        "rows come out as Arrow",
    ),
    Gap(
        "Spark",
        "one reading of a common part of a query",
        "Spark computes a part that is used several times as often as it is used",
        "signals and labels are kept; the parts of a score come from one reading of it",
    ),
    Gap(
        "Spark",
        "swapping several tables in one transaction",
        "its catalogue has none",
        "tables are views, and one statement decides which generation of rows all of them show",
    ),
    Gap(
        "PostgreSQL",
        "rounding of halves",
        "it rounds to even, DuckDB away from zero",
        "halves are rounded up everywhere: portable.steps",
    ),
    Gap("PostgreSQL", "a boolean as a number", "it has no such cast to most numbers", "a case: portable.flag_number"),
    Gap(
        "DuckDB",
        "NaN in a Parquet file",
        "its statistics leave NaN out, so that isnan is false where they look finite",
        "a difference that only finite numbers survive: portable.finite",
    ),
    Gap(
        "DuckDB, PostgreSQL, Spark, Snowflake, BigQuery, Databricks, Trino",
        "the hash of a value",
        "each has its own, and may have another in its next version",
        "marks of rows are compared within one version of one engine; with another, refresh computes everything",
    ),
    Gap(
        "Spark",
        "the hash of a value",
        "Ibis 12 takes the one of 32 bits, and takes it for a bigint",
        "our compiler of Spark takes xxhash64",
    ),
    Gap(
        "Trino",
        "the hash of a value",
        "Ibis 12 does not know Trino's own function",
        "valuecast refresh refuses, and valuecast run does the whole",
        open=True,
    ),
    Gap(
        "Snowflake",
        "running",
        "no account to test with",
        "its statements are run in an emulator (fakesnow), which knows its words and computes with DuckDB: how "
        "Snowflake itself rounds, sorts and plans was not seen",
        open=True,
    ),
    Gap(
        "Snowflake",
        "a pattern that may stand anywhere in a text",
        "its REGEXP_LIKE must match the whole text",
        "Ibis puts .* on either side of the pattern, and lets it match line breaks",
    ),
    Gap(
        "BigQuery, Databricks, Trino",
        "running",
        "no account or server to test with",
        "their statements are compared at every change, by the fingerprints in tests/golden",
        open=True,
    ),
    Gap(
        "Snowflake, BigQuery, Trino",
        "writing results back",
        "nothing to test it with",
        "write to a folder, or to one of the engines that can",
        open=True,
    ),
)
