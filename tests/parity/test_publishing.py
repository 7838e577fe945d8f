"""Results written to an engine: all or nothing, and never over a table of another's."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from valuecast import engines
from valuecast.cli import main
from valuecast.contracts import OUTPUTS
from valuecast.errors import OutputError

CELLS: dict[str, Any] = {
    "string": 'it\'s; "x" --',
    "date": date(2024, 1, 2),
    "int64": 2**40,
    "float64": 0.5,
    "bool": True,
}
WRITERS = (
    "duckdb",
    pytest.param("postgres", marks=pytest.mark.postgres),
    pytest.param("spark", marks=pytest.mark.spark),
)


def rows_of(name: str, *customers: str, **further: float) -> pa.Table:
    """Rows of an output table, one a customer, with awkward text in them."""
    declared = OUTPUTS[name]
    cells = {c.name: [CELLS[c.type]] * len(customers) for c in declared.columns}
    cells |= {"customer_id": list(customers)} | {key: [value] * len(customers) for key, value in further.items()}
    schema = declared.empty().schema
    for key in further:
        schema = schema.append(pa.field(key, pa.float64()))
    return pa.table(cells, schema=schema)


def manifest(settings: str = "one") -> dict[str, Any]:
    """As much of a manifest as a run needs to be named."""
    return {
        "config_hash": settings,
        "as_of": "2024-11-01",
        "valuecast": "0.1.0",
        "inputs": [{"table": "log", "rows": 3, "fingerprint": "ab"}],
        "grain": "account",
        "kind": "events",
        "source": "postgres://ana:***@h/db",
    }


@pytest.fixture(scope="module")
def spark_writer(spark_address: str, spark: object) -> str:
    """The cluster of the tests, as an address to write to."""
    return "spark://"


@pytest.fixture(params=WRITERS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[engines.Destination]:
    """A schema of its own in each engine that can be written to."""
    kind = request.param
    if kind == "duckdb":
        address = str(tmp_path / "warehouse.duckdb")
    else:
        address = request.getfixturevalue({"postgres": "server", "spark": "spark_writer"}[kind])
    name = "w_" + str(abs(hash(request.node.name)) % 10**8)
    with closing(engines.open_destination(address, name)) as opened:
        yield opened


def read(place: engines.Destination, table: str) -> list[dict[str, Any]]:
    """The rows that are there."""
    found = place.connection.table(table, database=place.schema).to_pyarrow().to_pylist()
    return sorted(found, key=str)


def test_replace_leaves_one_run(place: engines.Destination) -> None:
    """Every cell comes back as it was, the later run alone is there, and its stale tables are gone."""
    engines.check_destination(place, "replace")
    first = engines.publish(
        place,
        {"segments": rows_of("segments", "a"), "value_scores": rows_of("value_scores", "a")},
        manifest(),
        "replace",
    )
    again = engines.publish(
        place, {"value_scores": rows_of("value_scores", "a", "b", rfm=0.25)}, manifest("two"), "replace"
    )
    assert first != again
    assert "valuecast_write_check" not in place.writer.tables()
    written = read(place, "value_scores")
    assert [row["customer_id"] for row in written] == ["a", "b"]
    assert {row["run_id"] for row in written} == {again}
    assert {row["rfm"] for row in written} == {0.25}
    declared = {c.name: CELLS[c.type] for c in OUTPUTS["value_scores"].columns if c.name != "customer_id"}
    assert {name: written[0][name] for name in declared} == declared
    [run] = read(place, "runs")
    assert json.loads(run["tables"]) == ["value_scores", "runs"]
    with pytest.raises(Exception, match=r".*"):
        read(place, "segments")


def test_append_joins_runs(place: engines.Destination) -> None:
    """Runs stand side by side, a new column is null for the older, and a run that is repeated replaces itself."""
    for settings, further in (("one", {}), ("two", {"rfm": 0.25}), ("two", {"rfm": 0.5})):
        engines.publish(place, {"value_scores": rows_of("value_scores", "a", **further)}, manifest(settings), "append")
    one, two = engines.run_id(manifest("one")), engines.run_id(manifest("two"))
    assert {row["run_id"]: row["rfm"] for row in read(place, "value_scores")} == {one: None, two: 0.5}
    assert {row["run_id"] for row in read(place, "runs")} == {one, two}


def test_another_s_table_is_left_alone(place: engines.Destination) -> None:
    """A table of ours in name only is refused, before and at the time of writing, and stays as it was."""
    place.connection.create_database(place.schema, force=True)
    place.connection.create_table("value_scores", pa.table({"mine": [1]}), database=place.schema)
    tables = {"value_scores": rows_of("value_scores", "a")}
    for attempt in (
        lambda: engines.check_destination(place, "append"),
        lambda: engines.publish(place, tables, manifest(), "replace"),
    ):
        with pytest.raises(OutputError) as met:
            attempt()
        assert met.value.what == "a table there is not ours"
        assert "value_scores" in str(met.value.got)
    assert read(place, "value_scores") == [{"mine": 1}]


def test_a_failure_half_way_leaves_what_was_there(place: engines.Destination, monkeypatch: pytest.MonkeyPatch) -> None:
    """When writing breaks off, the earlier run is whole and the same call works afterwards."""
    tables = {"value_scores": rows_of("value_scores", "a"), "segments": rows_of("segments", "a")}
    engines.publish(place, tables, manifest(), "replace")
    before = (read(place, "value_scores"), read(place, "segments"), read(place, "runs"))
    later = {"value_scores": rows_of("value_scores", "b"), "segments": rows_of("segments", "b")}
    with monkeypatch.context() as broken:
        _break(broken)
        with pytest.raises(OutputError) as met:
            engines.publish(place, later, manifest("two"), "replace")
    assert met.value.what == "the results cannot be written to the engine"
    assert "no space left" in str(met.value.got)
    assert (read(place, "value_scores"), read(place, "segments"), read(place, "runs")) == before
    engines.publish(place, later, manifest("two"), "replace")
    assert [row["customer_id"] for row in read(place, "segments")] == ["b"]


def _break(broken: pytest.MonkeyPatch) -> None:
    """The second table that is written meets a full disk."""
    from valuecast.engines.duckdb.writing import DuckDBRows
    from valuecast.engines.postgres import PostgresRows

    seen: list[str] = []

    def failing(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(self: Any, name: str, *more: Any, **options: Any) -> Any:
            seen.append(name)
            if len(seen) == 2:
                raise OSError("no space left on device")
            return real(self, name, *more, **options)

        return call

    kinds: list[tuple[type, str]] = [(DuckDBRows, "fill"), (PostgresRows, "fill")]
    if importlib.util.find_spec("pyspark"):
        from valuecast.engines.spark.backend import SparkBackend

        kinds.append((SparkBackend, "create_table"))
    for kind, method in kinds:
        broken.setattr(kind, method, failing(getattr(kind, method)))


@pytest.mark.spark
def test_spark_that_dies_while_writing(spark_writer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever Spark dies, a reader sees the earlier run in every table or the later in every table; a rerun works."""
    place = engines.open_destination(spark_writer, "w_dying")
    connection = place.connection
    names = ("value_scores", "segments")
    said = _statements(monkeypatch, place, {name: rows_of(name, "a") for name in names}, manifest("0"))
    first = next(n for n, text in enumerate(said) if "VIEW" in text)
    switch = max(n for n, text in enumerate(said) if "`valuecast_generation` AS SELECT" in text)
    assert first < switch < len(said) - 1
    whole = {"value_scores": rows_of("value_scores", "b", rfm=0.5), "segments": rows_of("segments", "b")}
    for n in sorted({first, switch - 1, switch, switch + 1, len(said) - 1}):
        earlier, later = engines.run_id(manifest(str(n - 1))), engines.run_id(manifest(str(n)))
        engines.publish(place, {name: rows_of(name, "a") for name in names}, manifest(str(n - 1)), "replace")
        _dying(monkeypatch, n, lambda n=n: engines.publish(place, whole, manifest(str(n)), "replace"))
        seen = {name: {row["run_id"] for row in read(place, name)} for name in (*names, "runs")}
        assert seen in ({name: {run} for name in seen} for run in (earlier, later)), (n, said[n])
        assert (seen["runs"] == {later}) == (n > switch)
    last = engines.publish(place, {"value_scores": rows_of("value_scores", "c")}, manifest("last"), "replace")
    assert [row["run_id"] for row in read(place, "value_scores")] == [last]
    shown = {row.tableName for row in connection.raw_sql("SHOW TABLES IN w_dying").collect() if not row.isTemporary}
    assert {name for name in shown if "__" not in name} == {"value_scores", "runs", "valuecast_generation"}
    assert len(shown) == 5
    connection.disconnect()


def _statements(
    monkeypatch: pytest.MonkeyPatch, place: engines.Destination, tables: dict[str, pa.Table], made: dict[str, Any]
) -> list[str]:
    """What is said to Spark when there is an earlier run in the place of which a run is written."""
    from valuecast.engines.spark.backend import SparkBackend

    engines.publish(place, tables, made, "replace")
    said: list[str] = []
    real = SparkBackend.raw_sql

    def heard(self: Any, text: Any, **more: Any) -> Any:
        said.append(str(text))
        return real(self, text, **more)

    with monkeypatch.context() as watched:
        watched.setattr(SparkBackend, "raw_sql", heard)
        engines.publish(place, tables, made | {"config_hash": "watched"}, "replace")
    return said


def _dying(monkeypatch: pytest.MonkeyPatch, n: int, act: Callable[[], object]) -> None:
    """Do something in a Spark that takes n statements and then no more."""
    from valuecast.engines.spark.backend import SparkBackend

    real, said = SparkBackend.raw_sql, []

    def dead(self: Any, text: str, **more: Any) -> Any:
        said.append(text)
        if len(said) > n:
            raise ConnectionError("Spark has died")
        return real(self, text, **more)

    with monkeypatch.context() as broken:
        broken.setattr(SparkBackend, "raw_sql", dead)
        with suppress(OutputError):
            act()
    assert len(said) > n


@pytest.mark.postgres
def test_a_role_that_may_only_read(server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A role without the right to write is refused before the run, with exit code 2, and nothing is made."""
    import psycopg

    with psycopg.connect(server) as connection:
        connection.execute("CREATE ROLE reader LOGIN")
        connection.execute("REVOKE CREATE ON DATABASE postgres FROM PUBLIC")
    address = server.replace("postgres@", "reader:s3cret@")
    (tmp_path / "log.csv").write_text("customer_id,day,amount\na,2024-01-01,1\n")
    with pytest.raises(SystemExit) as left:
        main(
            ["run", "--source", str(tmp_path / "log.csv"), "--out", str(tmp_path / "out"), "--write-to", address, "-q"]
        )
    told = capsys.readouterr()
    assert left.value.code == 2
    assert "the results cannot be written to the engine" in told.err
    assert "permission denied" in told.err
    assert "s3cret" not in told.err + told.out
    assert not (tmp_path / "out").exists()


@pytest.mark.postgres
def test_tables_of_another_role(server: str) -> None:
    """Results that another role wrote can be replaced by that role alone: told before the run, and left as they are."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE ROLE guest LOGIN")
        writer = engines.open_destination(server, "w_owned")
        run = engines.publish(writer, {"segments": rows_of("segments", "a")}, manifest(), "replace")
        connection.execute("GRANT USAGE, CREATE ON SCHEMA w_owned TO guest")
        connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA w_owned TO guest")
        guest = engines.open_destination(server.replace("postgres@", "guest@"), "w_owned")
        with pytest.raises(OutputError) as met:
            engines.check_destination(guest, "replace")
        guest.connection.disconnect()
    assert "runs, segments can be replaced by their owner alone" in str(met.value.got)
    engines.check_destination(writer, "replace")
    assert [row["run_id"] for row in read(writer, "segments")] == [run]
    writer.connection.disconnect()
