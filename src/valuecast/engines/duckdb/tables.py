"""Files as tables of the embedded engine: text as it is written, Parquet as it is typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.datatypes as dt
import pyarrow as pa
import pyarrow.parquet as pq

from valuecast.contracts import Finding, finding
from valuecast.engines.duckdb import excel, json_lines, text
from valuecast.engines.duckdb.files import JSON, TEXT, Part, Table, kind_of, partitions_of
from valuecast.engines.duckdb.warehouse import MATERIALISED
from valuecast.engines.redaction import first_line
from valuecast.errors import SourceError, ValuecastError

_FILE = "__file"
"""Column with the path of the file that a row comes from, where folders name columns."""
_BATCH = 50_000
_TAKEN = frozenset({"tables", "databases", "schemas", "variables"})
"""Names that the engine takes for a question about itself."""


class Reader:
    """Makes tables of files; what the engine cannot read as it lies is written into ``scratch`` first."""

    def __init__(self, connection: Any, scratch: Path) -> None:
        self._connection = connection
        self._scratch = scratch
        self._number = count()
        self.text: set[str] = set()
        self.findings: list[Finding] = []

    def read(self, table: Table) -> ibis.Table:
        """All rows of a table's files.

        Raises
        ------
        SourceError
            When a file cannot be read.
        """
        self.findings += _remarks(table)
        name = f"{table.name}_rows" if table.name.lower() in _TAKEN else table.name
        pieces = [self._same_kind(table, parts) for parts in _by_writing(table.parts)]
        whole = pieces[0] if len(pieces) == 1 else ibis.union(*_of_equal_columns(pieces))
        if all(kind_of(part.file) == ".parquet" for part in table.parts):
            return self._connection.create_view(name, whole, overwrite=True)
        self.text.add(name)
        try:
            return self._connection.create_table(name, whole, overwrite=True, database=(MATERIALISED, "main"))
        except MemoryError:
            raise
        except Exception as error:
            raise self._unreadable(table.parts, error) from error

    def _same_kind(self, table: Table, parts: Sequence[Part]) -> ibis.Table:
        """Files written in one way."""
        kind = kind_of(parts[0].file)
        named = {_FILE: True} if table.partitions else {}
        try:
            if kind in TEXT:
                rows = self._text(parts, named)
            elif kind == ".parquet":
                rows = self._parquet([part.file for part in parts], named)
            else:
                rows = self._parquet([self._as_parquet(part) for part in parts], {})
        except (ValuecastError, MemoryError):
            raise
        except Exception as error:
            raise self._unreadable(parts, error) from error
        if not named or _FILE not in rows.columns:
            return rows
        outside = {name: rows[_FILE].re_extract(rf"[/\\]{name}=([^/\\]*)[/\\]", 1) for name in table.partitions}
        return rows.mutate(**outside).drop(_FILE)

    def _text(self, parts: Sequence[Part], named: dict[str, Any]) -> ibis.Table:
        how = parts[0].dialect
        assert how is not None
        files = [part.file for part in parts]
        mark = how.mark
        if how.encoding != "utf-8" or mark == " ":
            files = [text.as_utf8(part.file, part.dialect or how, self._place(".csv")) for part in parts]
            mark = "," if mark == " " else mark
        return self._connection.read_csv(
            [_literal(self._named(file)) for file in files],
            table_name=self._name(),
            all_varchar=True,
            header=True,
            delim=mark,
            quote='"',
            escape=how.escape,
            comment="",
            skip=how.above,
            null_padding=False,
            union_by_name=len(files) > 1,
            hive_partitioning=False,
            **({"filename": _FILE} if named else {}),
        )

    def _parquet(self, files: Sequence[Path], named: dict[str, Any]) -> ibis.Table:
        return self._connection.read_parquet(
            [_literal(self._named(file)) for file in files],
            table_name=self._name(),
            union_by_name=len(files) > 1,
            hive_partitioning=False,
            **({"filename": _FILE} if named else {}),
        )

    def _as_parquet(self, part: Part) -> Path:
        """JSON lines, or a sheet, as a file of text columns."""
        target = self._place(".parquet")
        shape = pa.schema([(name, pa.string()) for name in part.columns])
        with pq.ParquetWriter(target, shape) as writer:
            for rows in _batches(part):
                writer.write_table(pa.table([pa.array(each, pa.string()) for each in rows], schema=shape))
        return target

    def _unreadable(self, parts: Sequence[Part], error: Exception) -> SourceError:
        for part in parts:
            broken = text.broken_line(part.file, part.dialect) if part.dialect else ""
            if broken or len(parts) == 1:
                parquet = kind_of(part.file) == ".parquet"
                return SourceError(
                    "the file cannot be read",
                    where=str(part.file),
                    got=broken or first_line(error),
                    expected="a readable Parquet file" if parquet else "as many values in every line as names",
                    hint=_hint(part, broken),
                )
        return SourceError("the files cannot be read", where=str(parts[0].file.parent), got=first_line(error))

    def _named(self, file: Path) -> Path:
        """A file by a name that the engine can read: one that is no text in any encoding goes by a link."""
        try:
            str(file).encode()
        except UnicodeEncodeError:
            link = self._place("".join(file.suffixes[-2:]))
            link.symlink_to(file.absolute())
            return link
        return file

    def _place(self, ending: str) -> Path:
        return self._scratch / f"file{next(self._number)}{ending}"

    def _name(self) -> str:
        return f"valuecast__file_{next(self._number)}"


def _by_writing(parts: Sequence[Part]) -> list[list[Part]]:
    """Files that one statement reads: of one kind, and written alike."""
    groups: dict[object, list[Part]] = {}
    for part in parts:
        how = part.dialect
        kind = kind_of(part.file)
        written = (how.mark, how.escape, how.above, how.encoding == "utf-8") if how else None
        groups.setdefault(("text" if kind in TEXT else kind, written), []).append(part)
    return list(groups.values())


def _of_equal_columns(pieces: Sequence[ibis.Table]) -> Iterator[ibis.Table]:
    """Tables with all columns of any, spelt as in the first that has them; types that differ become text."""
    names: dict[str, str] = {}
    types: dict[str, set[dt.DataType]] = {}
    for piece in pieces:
        for name, kind in piece.schema().items():
            names.setdefault(name.lower(), name)
            types.setdefault(name.lower(), set()).add(kind)
    for piece in pieces:
        own = {name.lower(): piece[name] for name in piece.columns}
        columns = {}
        for key, name in names.items():
            kind = next(iter(types[key])) if len(types[key]) == 1 else dt.string
            value = own.get(key)
            columns[name] = ibis.null(kind) if value is None else value.cast(kind)
        yield piece.select(**columns)


def _batches(part: Part) -> Iterator[list[list[str | None]]]:
    """The rows of JSON lines or a sheet, column by column."""
    if kind_of(part.file) in JSON:
        paths = list(json_lines.paths(part.file).values())
        rows = ([json_lines.value_of(row, path) for path in paths] for row in json_lines.rows(part.file))
    else:
        width = len(part.columns)
        rows = ((row + [None] * width)[:width] for row in excel.rows_of(part.file, part.sheet))
    batch: list[list[str | None]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            yield [list(column) for column in zip(*batch, strict=True)]
            batch = []
    if batch:
        yield [list(column) for column in zip(*batch, strict=True)]


def _literal(path: Path) -> str:
    """A path that the engine takes for a path: not for a pattern, whatever marks are in it."""
    return "".join(f"[{mark}]" if mark in "*?[" else mark for mark in str(path))


def _hint(part: Part, broken: str) -> str | None:
    if broken:
        return "mend or delete that line; a mark inside a value needs quotation marks around the value"
    if part.dialect is None:
        return None
    with text.opened(part.file) as opened:
        head = opened.read(1 << 20)
    windows = head.count(b"\r\n")
    if not 0 < windows < head.count(b"\n"):
        return None
    return r"some lines end in \r\n and some in \n alone: make them one, for example with dos2unix"


def _remarks(table: Table) -> Iterator[Finding]:
    """What was decided about files that a reader may have meant otherwise."""
    parts = table.parts
    if len(parts) > 1:
        places = [part.file.name for part in parts]
        inside = sorted({name for part in parts for name in partitions_of(part.file)})
        yield finding(
            "files_as_one_table",
            table.name,
            count=len(parts),
            first=places[0],
            last=places[-1],
            partitions=tuple(inside),
        )
    above = [part for part in parts if part.dialect and part.dialect.above]
    if above:
        how = above[0].dialect
        assert how is not None
        yield finding(
            "lines_above_names",
            table.name,
            count=how.above,
            file=above[0].file.name,
            columns=how.columns[:6],
        )
    guessed = [part for part in parts if part.dialect and part.dialect.guessed]
    if guessed:
        how = guessed[0].dialect
        assert how is not None
        yield finding(
            "encoding_guessed", table.name, count=len(guessed), file=guessed[0].file.name, encoding=how.encoding
        )
