"""One small company in three engines: DuckDB, a PostgreSQL server of our own, Spark with two workers."""

from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

from valuecast import pipeline
from valuecast.config import Config, configure
from valuecast.contracts import Canonical
from valuecast.engines import Warehouse, connect
from valuecast.pipeline import Assessment, delivering
from valuecast.pipeline.runner import Board
from valuecast.pipeline.step import until
from valuecast.simulate import Company, Simulated, simulate

from . import ENGINES

_TYPES = {
    pa.int32(): "integer",
    pa.int64(): "bigint",
    pa.float64(): "double precision",
    pa.bool_(): "boolean",
    pa.date32(): "date",
    pa.timestamp("us"): "timestamp",
}


SETTINGS: dict[str, Any] = {"grain": "account", "horizon_months": 1, "trend_months": [1, 3]}
_BRIEF = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


def _programs() -> Path | None:
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return installed[-1].parent if installed else None


def _as_postgres(*command: str) -> list[str]:
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else list(command)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Simulated:
    """As few days and people as allow a backtest by account: what is compared is engines, not customers."""
    return simulate(
        Company(accounts=140, visitors=200, months=14, seed=5), tmp_path_factory.mktemp("parity") / "company"
    )


@pytest.fixture(scope="session")
def warehouse(company: Simulated) -> Iterator[Warehouse]:
    """The same company in the embedded engine."""
    opened = connect(str(company.folder))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of an empty server that ends with the tests."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed: no initdb")
    pytest.importorskip("psycopg", reason="the driver psycopg is not installed")
    home = Path(tempfile.mkdtemp(prefix="valuecast-pg-"))
    if os.geteuid() == 0:
        shutil.chown(home, "postgres", "postgres")
    data, port = str(home / "data"), _free_port()
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": home}
    initdb = [str(programs / "initdb"), "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync"]
    options = f"-p {port} -k {home} -c listen_addresses=127.0.0.1 -c fsync=off -c jit=off"
    control = [str(programs / "pg_ctl"), "-D", data, "-w"]
    try:
        subprocess.run(_as_postgres(*initdb), **quiet, check=True)
        subprocess.run(_as_postgres(*control, "-o", options, "-l", str(home / "log"), "start"), **quiet, check=True)
        yield f"postgres://postgres@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run(_as_postgres(*control, "-m", "immediate", "stop"), **quiet, check=False)
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def loaded(server: str, company: Simulated) -> str:
    """The address of the server, with the small company's tables in it."""
    import psycopg

    with psycopg.connect(server) as connection:
        for name, path in company.paths.items():
            if "truth" in path.parts:
                continue
            table = pq.read_table(path)
            columns = ", ".join(f'"{f.name}" {_TYPES.get(f.type, "text")}' for f in table.schema)
            connection.execute(f'CREATE TABLE "{name}" ({columns})')
            text = io.BytesIO()
            pyarrow.csv.write_csv(table, text)
            with connection.cursor().copy(f'COPY "{name}" FROM STDIN (FORMAT csv, HEADER)') as copy:
                copy.write(text.getvalue())
    return server


@pytest.fixture(scope="session")
def postgres(loaded: str) -> Iterator[Warehouse]:
    """The small company in PostgreSQL, opened as a user would."""
    opened = connect(loaded)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def spark_folder(company: Simulated, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The small company as Parquet in one folder, without the truth."""
    folder = tmp_path_factory.mktemp("spark") / "company"
    folder.mkdir()
    for path in company.paths.values():
        if "truth" not in path.parts:
            shutil.copy(path, folder / path.name)
    return str(folder)


@pytest.fixture(scope="session")
def connect_port() -> int:
    """Where the session of the tests answers as a Spark Connect server too."""
    return _free_port()


def _cluster(folder: str, **more: str) -> str:
    """Tables of a folder, read by a cluster of two workers; little data need little tuning."""
    pytest.importorskip("pyspark", reason="Spark is not installed: the extra valuecast[spark]")
    if shutil.which("java") is None:
        pytest.skip("Java is not installed, and Spark runs on it")
    settings = {
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.adaptive.enabled": "false",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.driver.extraJavaOptions": _BRIEF,
        "spark.executor.extraJavaOptions": _BRIEF,
        "spark.sql.warehouse.dir": str(Path(folder).parent / "saved"),
    }
    return f"spark://local-cluster[2,1,1024]?{urlencode({'folder': folder, **settings, **more})}"


@pytest.fixture(scope="session")
def cluster_address(spark_folder: str) -> str:
    """The small company, read by a cluster that a process of its own starts."""
    return _cluster(spark_folder)


@pytest.fixture(scope="session")
def spark_address(spark_folder: str, connect_port: int) -> str:
    """The small company, read by the cluster that these tests share."""
    served = {
        "spark.plugins": "org.apache.spark.sql.connect.SparkConnectPlugin",
        "spark.connect.grpc.binding.port": str(connect_port),
    }
    return _cluster(spark_folder, **served)


@pytest.fixture(scope="session")
def spark(spark_address: str) -> Iterator[Warehouse]:
    """The small company in Spark: one session for all tests."""
    opened = connect(spark_address)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def emulator() -> str:
    """Python of the environment with the emulator of Snowflake; ``make unit`` says where it has made it."""
    asked = os.environ.get("VALUECAST_EMULATOR")
    python = Path(asked or Path(sys.prefix) / "emulator" / "bin" / "python")
    if not python.is_file():
        missing = f"the emulator of Snowflake is not there: make emulator (looked for {python})"
        pytest.fail(missing) if asked else pytest.skip(missing)
    return str(python)


@dataclass(frozen=True)
class Computed:
    """What a run computes in the engine: the audit, the canonical tables, and what is brought out."""

    audit: Assessment
    canonical: Canonical
    brought: dict[str, pa.Table]
    board: dict[str, Any]


@pytest.fixture(scope="session")
def computed(request: pytest.FixtureRequest) -> Callable[[str], Computed]:
    """The first half of the flow in an engine, computed once."""
    done: dict[str, Computed] = {}

    def compute(engine: str) -> Computed:
        if engine not in done:
            opened: Warehouse = request.getfixturevalue({"duckdb": "warehouse"}.get(engine, engine))
            done[engine] = _computed(opened, configure(source=engine, **SETTINGS))
        return done[engine]

    return compute


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine that is held against DuckDB."""
    return str(request.param)


def _computed(opened: Warehouse, config: Config) -> Computed:
    made = Board(config=config, warehouse=opened)
    for step in until(pipeline.RUN, "customer_tables"):
        made.take(step)
    audited = delivering.assessment(config, made["inspection"], made.results)
    return Computed(audited, made["canonical"], made["customer_tables"], made.values)
