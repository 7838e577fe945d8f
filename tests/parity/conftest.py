"""A PostgreSQL server of our own, with the small company in it."""

from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

from valuecast.simulate import Company, Simulated, simulate
from valuecast.sources import Warehouse, connect

_TYPES = {
    pa.int32(): "integer",
    pa.int64(): "bigint",
    pa.float64(): "double precision",
    pa.bool_(): "boolean",
    pa.date32(): "date",
    pa.timestamp("us"): "timestamp",
}


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
    """A smaller company than elsewhere: what is compared is engines, not customers."""
    return simulate(Company(accounts=40, visitors=240, months=9, seed=5), tmp_path_factory.mktemp("parity") / "company")


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
