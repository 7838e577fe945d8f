"""Results as tables of an engine: all of a run or nothing of it, and no table touched that is not ours."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pyarrow as pa
import pyarrow.compute

from valuecast.contracts import OUTPUTS
from valuecast.contracts.published import RUN_ID, RUNS
from valuecast.engines.disk_table import DiskTable
from valuecast.engines.redaction import first_line
from valuecast.engines.writing import Destination, Writer
from valuecast.errors import OutputError

MODES = ("replace", "append")
_DECIMALS = 6
"""Digits kept after the point."""


def run_id(manifest: Mapping[str, Any]) -> str:
    """Sixteen hexadecimal digits of settings, day, input and what the run measured of every customer.

    The same run has the same name, whenever it is made; two inputs that only look alike have two.
    """
    known = ("config_hash", "as_of", "valuecast", "inputs")
    facts = [*(manifest[name] for name in known), manifest.get("contents", "")]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:16]


def check_destination(destination: Destination, mode: str) -> None:
    """Refuse early: before a run that could not be written.

    Raises
    ------
    OutputError
        When a table of ours would take the place of another's, the mode is unknown, or the role may not write.
    """
    _check_mode(mode)
    writer = destination.writer
    with _translated(destination):
        writer.check_writes(_ours(writer, destination, OUTPUTS))


def publish(destination: Destination, tables: Mapping[str, pa.Table], manifest: Mapping[str, Any], mode: str) -> str:
    """Write the tables of one run; the name of the run.

    ``replace`` leaves this run alone in the schema; ``append`` adds it to the runs that are there, or takes the
    place of the same run. Each table begins with the column ``run_id``; the table ``runs`` has a row a run.

    Raises
    ------
    OutputError
        When a table is not ours, or the engine refuses; what was there before is then still there.
    """
    _check_mode(mode)
    key = run_id(manifest)
    made = {name: _labelled(as_written(name, tables[name]), key) for name in OUTPUTS if name in tables}
    made[RUNS.name] = RUNS.conform(_run(key, manifest, list(made)))
    writer = destination.writer
    with _translated(destination):
        ours = _ours(writer, destination, made)
        if mode == "replace":
            writer.replace(made, sorted(ours - set(made)))
        else:
            writer.append(made, key, ours)
    return key


def as_written(name: str, rows: pa.Table | DiskTable) -> pa.Table | DiskTable:
    """A table as it is written: in its declared shape, numbers rounded; what lies on disk when it is read."""

    def shape(table: pa.Table) -> pa.Table:
        return _rounded(OUTPUTS[name].conform(table))

    return rows.changed(shape) if isinstance(rows, DiskTable) else shape(rows)


def _rounded(table: pa.Table) -> pa.Table:
    """Floating-point columns to six decimals, and no negative zero."""
    columns = []
    for field in table.schema:
        column = table[field.name]
        if pa.types.is_floating(field.type):
            column = pa.compute.round(column, _DECIMALS)
            column = pa.compute.add(column, 0.0)
        columns.append(column)
    return pa.table(columns, names=table.column_names)


def _check_mode(mode: str) -> None:
    if mode not in MODES:
        raise OutputError("the mode is unknown", where="--write-mode", got=mode, expected="one of " + ", ".join(MODES))


def _ours(writer: Writer, destination: Destination, wanted: Mapping[str, Any]) -> set[str]:
    """The tables there that earlier runs wrote; refuses a schema in which a wanted name is somebody else's."""
    there = writer.tables()
    known = set(RUNS.names)
    ours: set[str] = set()
    if RUNS.name in there and known <= set(there[RUNS.name]):
        ours = {RUNS.name} | {name for row in writer.column(RUNS.name, "tables") for name in json.loads(row)}
    names = {name.lower() for name in (*wanted, RUNS.name)}
    foreign = sorted(name for name in there if name.lower() in names and name not in ours)
    foreign += sorted(name for name in ours & set(there) if not _as_we_write(name, there[name]))
    if foreign:
        raise OutputError(
            "a table there is not ours",
            where=f"{destination.name}, schema {destination.schema}",
            got=", ".join(foreign),
            expected="a schema that is new, empty of these names, or written by earlier runs",
            hint="name another with --write-schema",
        )
    return ours & set(there)


def _as_we_write(name: str, columns: Sequence[str]) -> bool:
    """Whether a table that is listed as ours has our first column and, where this version writes it, others of ours."""
    if name == RUNS.name:
        return True
    shared = not _columns_of(name) or bool(_columns_of(name) & set(columns))
    return bool(columns) and columns[0] == RUN_ID and shared


def _columns_of(name: str) -> set[str]:
    """Columns that this version writes into a table; none where it does not write it."""
    return {column.name for column in OUTPUTS[name].columns} if name in OUTPUTS else set()


def _labelled(table: pa.Table | DiskTable, key: str) -> pa.Table | DiskTable:
    if isinstance(table, DiskTable):
        return table.changed(lambda piece: _labelled(piece, key))
    return table.add_column(0, RUN_ID, pa.array([key] * table.num_rows, pa.string()))


def _run(key: str, manifest: Mapping[str, Any], names: list[str]) -> pa.Table:
    row = {
        "run_id": key,
        "as_of": manifest["as_of"],
        "grain": manifest["grain"],
        "kind": manifest["kind"],
        "source": manifest["source"],
        "config_hash": manifest["config_hash"],
        "version": manifest["valuecast"],
        "inputs": json.dumps(manifest["inputs"], sort_keys=True),
        "tables": json.dumps([*names, RUNS.name]),
    }
    return pa.table({name: pa.array([row[name]], pa.string()) for name in RUNS.names})


@contextmanager
def _translated(destination: Destination) -> Iterator[None]:
    """What an engine refuses is said in our words, without its address's secrets."""
    try:
        yield
    except OutputError:
        raise
    except Exception as error:
        message = first_line(error)
        full = "no space left" in message.lower() or "disk full" in message.lower()
        remedy = "make room there" if full else "the role needs the right to create tables there"
        raise OutputError(
            "the results cannot be written to the engine",
            where=f"{destination.name}, schema {destination.schema}",
            got=message,
            hint=f"{remedy}; what was there before is unchanged",
        ) from None
