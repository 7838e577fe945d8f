"""Addresses of Spark: how they are read, and what is said when nothing answers."""

from __future__ import annotations

import sys

import pytest

from valuecast.engines import connect, redacted
from valuecast.engines.redaction import first_line
from valuecast.engines.spark.address import parsed
from valuecast.errors import SourceError


@pytest.mark.parametrize(
    ("source", "master", "database", "folder"),
    [
        ("spark://", "", None, None),
        ("spark://local[2]", "local[2]", None, None),
        ("spark://local-cluster[2,1,1024]?database=usage", "local-cluster[2,1,1024]", "usage", None),
        ("spark://yarn?folder=hdfs:///data/usage", "yarn", None, "hdfs:///data/usage"),
        ("spark://cluster.example:7077?database=lake.usage", "spark://cluster.example:7077", "lake.usage", None),
        ("sc://h:15002/;use_ssl=true?database=usage", "sc://h:15002/;use_ssl=true", "usage", None),
    ],
)
def test_addresses(source: str, master: str, database: str | None, folder: str | None) -> None:
    """The cluster is named as Spark names it; the place follows the question mark."""
    address = parsed(source)
    assert (address.master, address.database, address.folder) == (master, database, folder)
    assert address.remote == source.startswith("sc://")


def test_settings_of_the_session() -> None:
    """Whatever begins with spark. is a setting, percent signs decoded."""
    address = parsed("spark://local[1]?spark.executor.memory=4g&spark.driver.extraJavaOptions=-Da%3Db")
    assert address.settings == {"spark.executor.memory": "4g", "spark.driver.extraJavaOptions": "-Da=b"}


@pytest.mark.parametrize("query", ["databse=usage", "database=usage&folder=/data", "s3cret"])
def test_an_address_that_is_not_understood(query: str) -> None:
    """A word that nobody knows, or two places at once, is told with what may stand there."""
    with pytest.raises(SourceError) as met:
        connect(f"spark://local[1]?{query}")
    assert met.value.what == "the address of Spark is not understood"
    assert "database=NAME" in str(met.value.expected)


def test_spark_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the extra and Java are named."""
    monkeypatch.setitem(sys.modules, "valuecast.engines.spark.backend", None)
    with pytest.raises(SourceError) as met:
        connect("spark://local[1]")
    assert met.value.what == "Spark is not installed"
    assert "valuecast[spark]" in str(met.value.hint)
    assert "Java 17" in str(met.value.hint)


@pytest.mark.parametrize("source", ["spark://127.0.0.1:1", "sc://127.0.0.1:1/;token=s3cret"])
def test_nobody_answers(source: str) -> None:
    """A server that is down is told at once, without its token."""
    pytest.importorskip("pyspark", reason="Spark is not installed: the extra valuecast[spark]")
    with pytest.raises(SourceError) as met:
        connect(source)
    assert met.value.what == "nobody answers at the address of Spark"
    assert "s3cret" not in str(met.value)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("sc://h:15002/;token=s3cret;use_ssl=true?database=u", "sc://h:15002?database=u"),
        ("spark://local[2]?folder=/data&spark.hadoop.fs.s3a.secret.key=s3cret", "spark://local[2]?folder=/data"),
        ("postgres://ana:s3cret@h/db?password=s3cret", "postgres://ana:***@h/db"),
    ],
)
def test_what_is_shown_of_an_address(source: str, shown: str) -> None:
    """The place is shown, for the configuration that init writes must run; secrets are not."""
    assert redacted(source) == shown
    told = first_line(RuntimeError(f"cannot use s3cret at {source}"), source)
    assert "s3cret" not in told
