"""Which files of a folder are which table: parts of one log are one table, and nothing is passed over in silence."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from valuecast.engines.duckdb import excel, json_lines, text
from valuecast.engines.redaction import first_line
from valuecast.errors import SourceError

TEXT = (".csv", ".tsv", ".txt")
JSON = (".jsonl", ".ndjson")
READABLE = (".parquet", *TEXT, *JSON, *excel.ENDINGS)
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
_COUNTED = re.compile(rf"(?<!\()[0-9]+|(?<![a-z])(?:{_MONTHS}|part|q)(?![a-z])|[^a-z0-9()]+")
"""What differs between the names of parts of one log: numbers, months, the word part, and the marks between.

A number in brackets, as in ``orders (1).csv``, is a second copy of the file and no part.
"""
_MARK = ".valuecast.json"
"""Says of a folder that we wrote, and what: results and state are no source, a simulated company is one."""
_PARTITION = re.compile(r"([^=/]+)=([^/]*)")


@dataclass(frozen=True)
class Part:
    """One file of a table, or one sheet of one: its columns, and how it is written where it is text."""

    file: Path
    columns: tuple[str, ...]
    dialect: text.Dialect | None = None
    sheet: str = ""


@dataclass(frozen=True)
class Table:
    """Files that are read as one table; ``partitions`` names columns that only folders such as ``year=2024`` hold."""

    name: str
    parts: tuple[Part, ...]
    partitions: tuple[str, ...] = ()


def kind_of(file: Path) -> str:
    """The ending that says what a file holds: ``.csv`` of ``log.csv.gz``."""
    return text.kind_of(file)


def tables_of(folder: Path) -> tuple[Table, ...]:
    """The tables of a folder and of all folders below it, by name; folders that we wrote are passed over.

    Files below one partitioned folder are one table. Of files in one folder whose names differ by numbers or months
    alone, those with the same columns are one table; so are files of one name in folders that differ so. A name that
    is there twice otherwise is given with its folder before it, but for the one nearest the top.

    Raises
    ------
    SourceError
        When a file is empty or cannot be read.
    """
    groups: dict[tuple[str, str], list[Path]] = {}
    for file in _below(folder):
        groups.setdefault(_key(file.relative_to(folder)), []).append(file)
    found: list[Table] = []
    for files in groups.values():
        found += _grouped(folder, files)
    return _named_once(folder, found)


def table_of(files: Sequence[Path], name: str) -> tuple[Table, ...]:
    """Files that the user named by a pattern, as one table.

    Raises
    ------
    SourceError
        When one cannot be read, or their columns differ.
    """
    parts = [part for file in files for part in parts_of(file)]
    first = parts[0]
    for part in parts:
        if not _alike(first, part):
            raise SourceError(
                "files named by one pattern have different columns",
                where=str(part.file),
                got=", ".join(part.columns[:12]),
                expected=f"the columns of {first.file.name}: {', '.join(first.columns[:12])}",
                hint="name the files of one table only",
            )
    return (Table(name, tuple(parts)),)


def tables_in(file: Path) -> tuple[Table, ...]:
    """The tables of one file: one, or one a sheet."""
    parts = parts_of(file)
    alone = len(parts) == 1
    return tuple(Table(text.stem_of(file) if alone else part.sheet, (part,)) for part in parts)


def parts_of(file: Path) -> tuple[Part, ...]:
    """A file, or its sheets, with their columns.

    Raises
    ------
    SourceError
        When the file is empty or cannot be read.
    """
    if not file.stat().st_size:
        raise SourceError("the file is empty", where=str(file), got="0 bytes", expected="a header line and rows")
    kind = kind_of(file)
    if kind in TEXT:
        how = text.dialect(file)
        return (Part(file, how.columns, how),)
    if kind in JSON:
        return (Part(file, tuple(json_lines.paths(file))),)
    if kind in excel.ENDINGS:
        return tuple(Part(file, columns, sheet=sheet) for sheet, columns in excel.sheets(file))
    try:
        return (Part(file, tuple(pq.read_schema(file).names)),)
    except (OSError, ValueError) as error:
        raise SourceError(
            "the file cannot be read", where=str(file), got=first_line(error), expected="a readable Parquet file"
        ) from error


def starts_with(path: Path, offset: int, magic: bytes) -> bool:
    """Whether a file has these bytes at a place.

    Raises
    ------
    SourceError
        When it cannot be read.
    """
    try:
        with path.open("rb") as file:
            file.seek(offset)
            return file.read(len(magic)) == magic
    except OSError as error:
        raise SourceError("the file cannot be read", where=str(path), got=error.strerror or str(error)) from error


def partitions_of(file: Path) -> dict[str, str]:
    """Columns that the folders above a file name, such as ``year=2024``."""
    named = (_PARTITION.fullmatch(part) for part in file.parent.parts)
    return {found[1]: found[2] for found in named if found}


def _below(folder: Path) -> Iterator[Path]:
    """Readable files, without those that are hidden, that a writer left beside its parts, or that are our results."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "_", "~$")):
            continue
        if path.is_file() and kind_of(path) in READABLE:
            yield path
        elif path.is_dir() and not path.is_symlink() and not _holds_results(path):
            yield from _below(path)


def _holds_results(folder: Path) -> bool:
    """Whether a folder holds results or state of ours."""
    try:
        facts = json.loads((folder / _MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(facts, dict) and facts.get("kind") in ("results", "state")


def _key(place: Path) -> tuple[str, str]:
    """What parts of one log have in common: their folder, and their names without what counts them."""
    folders = place.parts[:-1]
    cut = next((at for at, each in enumerate(folders) if _PARTITION.fullmatch(each)), None)
    if cut is not None:
        return "/".join(folders[:cut]) + "/=", ""
    if kind_of(place) in excel.ENDINGS:
        return str(place), ""
    return _without_counts("/".join(folders)), f"{_without_counts(text.stem_of(place))}{kind_of(place)}"


def _without_counts(name: str) -> str:
    return _COUNTED.sub(" ", name.lower()).strip()


def _grouped(folder: Path, files: Sequence[Path]) -> Iterator[Table]:
    """Files that could be parts of one log, put together by their columns."""
    if len(files) == 1 and not partitions_of(files[0].relative_to(folder)):
        yield from tables_in(files[0])
        return
    alike: list[list[Part]] = []
    for part in (part for file in files for part in parts_of(file)):
        group_of_part = next((group for group in alike if _alike(group[0], part)), None)
        if group_of_part is None:
            alike.append([part])
        else:
            group_of_part.append(part)
    for group in alike:
        yield _table(folder, group)


def _alike(one: Part, other: Part) -> bool:
    """Whether two files have the same columns, or all of those of the other and fewer than as many again."""
    a, b = ({name.lower() for name in part.columns} for part in (one, other))
    return (a <= b or b <= a) and 2 * min(len(a), len(b)) > max(len(a), len(b))


def _table(folder: Path, parts: Sequence[Part]) -> Table:
    places = [part.file.relative_to(folder) for part in parts]
    inside = {name.lower() for part in parts for name in part.columns}
    outside = list(dict.fromkeys(n for place in places for n in partitions_of(place) if n.lower() not in inside))
    if partitions_of(places[0]):
        above = [each for each in places[0].parts[:-1] if not _PARTITION.fullmatch(each)]
        return Table(above[-1] if above else folder.resolve().name or "log", tuple(parts), tuple(outside))
    if len(parts) == 1:
        return Table(text.stem_of(parts[0].file), tuple(parts))
    return Table(_common([text.stem_of(place) for place in places]) or folder.resolve().name or "log", tuple(parts))


def _common(stems: Sequence[str]) -> str:
    """What all names begin with, without the numbers and marks at its end."""
    first, last = min(stems), max(stems)
    same = next(
        (at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(map(len, (first, last)))
    )
    return re.sub(r"[^A-Za-z]+$", "", first[:same])


def _named_once(folder: Path, found: Sequence[Table]) -> tuple[Table, ...]:
    """Every table under a name of its own: with its folder, or its ending, before or after, where two have one name."""

    def depth(table: Table) -> tuple[int, str]:
        return len(table.parts[0].file.relative_to(folder).parts), str(table.parts[0].file)

    named: dict[str, Table] = {}
    for table in sorted(found, key=depth):
        place = table.parts[0].file.relative_to(folder)
        choices = (table.name, f"{place.parent.as_posix()}/{table.name}", f"{table.name}{place.suffix}", str(place))
        taken = {name.lower() for name in named}
        name = next((each for each in choices if each.lower() not in taken), str(place))
        named[name] = Table(name, table.parts, table.partitions)
    return tuple(named[name] for name in sorted(named))
