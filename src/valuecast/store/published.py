"""Results as tables of an engine: all of a run or nothing of it, and no table touched that is not ours."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from valuecast.contracts import OUTPUTS
from valuecast.contracts.published import RUN_ID, RUNS
from valuecast.errors import OutputError
from valuecast.store.results import shaped
from valuecast.store.spool import Spooled
from valuecast.store.writers import Writer, writer_of

MODES = ("replace", "append")
_NAME = re.compile(r"^[a-z_][a-z0-9_]{0,62}$")


@dataclass(frozen=True)
class Place:
    """Where results go.

    Parameters
    ----------
    connection : ibis backend
        Open for writing.
    name : str
        Its address, without secrets.
    schema : str
        Schema or database in it; made where it is missing.
    """

    connection: Any
    name: str
    schema: str

    def __post_init__(self) -> None:
        if not _NAME.match(self.schema):
            raise OutputError(
                "the schema's name cannot be used",
                where="--write-schema",
                got=self.schema,
                expected="small letters, digits and underscores, a letter first",
            )


def run_id(manifest: Mapping[str, Any]) -> str:
    """Sixteen hexadecimal digits of settings, day and input: the same run has the same name, whenever it is made."""
    told = [manifest["config_hash"], manifest["as_of"], manifest["valuecast"], manifest["inputs"]]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


def check_place(place: Place, mode: str) -> None:
    """Refuse early: before a run that could not be written.

    Raises
    ------
    OutputError
        When a table of ours would take the place of another's, the mode is unknown, or the role may not write.
    """
    _check_mode(mode)
    writer = writer_of(place.connection, place.schema)
    with _told(place):
        writer.rehearse(_ours(writer, place, OUTPUTS))


def publish(place: Place, tables: Mapping[str, pa.Table], manifest: Mapping[str, Any], mode: str) -> str:
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
    made = {name: _labelled(shaped(name, tables[name]), key) for name in OUTPUTS if name in tables}
    made[RUNS.name] = RUNS.conform(_run(key, manifest, list(made)))
    writer = writer_of(place.connection, place.schema)
    with _told(place):
        ours = _ours(writer, place, made)
        if mode == "replace":
            writer.replace(made, sorted(ours - set(made)))
        else:
            writer.append(made, key, ours)
    return key


def _check_mode(mode: str) -> None:
    if mode not in MODES:
        raise OutputError("the mode is unknown", where="--write-mode", got=mode, expected="one of " + ", ".join(MODES))


def _ours(writer: Writer, place: Place, wanted: Mapping[str, Any]) -> set[str]:
    """The tables there that earlier runs wrote; refuses a schema in which a wanted name is somebody else's."""
    there = writer.tables()
    known = set(RUNS.names)
    ours: set[str] = set()
    if RUNS.name in there and known <= set(there[RUNS.name]):
        ours = {RUNS.name} | {name for row in writer.column(RUNS.name, "tables") for name in json.loads(row)}
    foreign = sorted((set(wanted) | {RUNS.name}) & (set(there) - ours))
    if foreign:
        raise OutputError(
            "a table there is not ours",
            where=f"{place.name}, schema {place.schema}",
            got=", ".join(foreign),
            expected="a schema that is new, empty of these names, or written by earlier runs",
            hint="name another with --write-schema",
        )
    return ours & set(there)


def _labelled(table: pa.Table | Spooled, key: str) -> pa.Table | Spooled:
    if isinstance(table, Spooled):
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


class _told:  # noqa: N801  (reads as a word)
    """What an engine refuses is told in our words, without its address's secrets."""

    def __init__(self, place: Place) -> None:
        self.place = place

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if error is None or isinstance(error, OutputError) or not isinstance(error, Exception):
            return
        told = (str(error).strip().splitlines() or [type(error).__name__])[0][:300]
        full = "no space left" in told.lower() or "disk full" in told.lower()
        remedy = "make room there" if full else "the role needs the right to create tables there"
        raise OutputError(
            "the results cannot be written to the engine",
            where=f"{self.place.name}, schema {self.place.schema}",
            got=told,
            hint=f"{remedy}; what was there before is unchanged",
        ) from None
