"""Files of text as they are: which encoding, which mark between values, which line names the columns.

Every value is read as text, exactly as it is written: what it means is for the source to say, column by column.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

import pyarrow as pa

from valuecast.errors import SourceError

HEAD = 1 << 17
"""Bytes at the beginning of a file from which its dialect is told."""
LINES = 60
"""Lines of them that are looked at."""
ABOVE = 20
"""Most lines that may stand above the line with the names of the columns."""
_CHUNK = 1 << 22
_MARKS = (",", ";", "\t", "|")
_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMPRESSED = {".gz": "gzip", ".zst": "zstd"}


@dataclass(frozen=True)
class Dialect:
    """How a file of text is written.

    Parameters
    ----------
    encoding : str
        ``utf-8`` where nothing has to be done; otherwise as Python calls it.
    guessed : bool
        Whether the encoding is a guess: the file is not UTF-8 and names no other.
    mark : str
        Between values; a blank for columns padded with blanks.
    escape : str
        Before a quotation mark inside quotation marks.
    above : int
        Lines above the one with the names of the columns.
    columns : tuple of str
        The names, as written.
    """

    encoding: str
    guessed: bool
    mark: str
    escape: str
    above: int
    columns: tuple[str, ...]


def dialect(file: Path) -> Dialect:
    """How a file of text is written, by its first lines; its encoding by all of it.

    Raises
    ------
    SourceError
        When it cannot be opened, is broken, or holds nothing but blank lines.
    """
    try:
        with opened(file) as content:
            head = content.read(HEAD)
        encoding, guessed = _encoding(file, head)
    except (OSError, ValueError) as error:
        raise SourceError(
            "the file cannot be read", where=str(file), got=_first(error), expected="a file that was copied whole"
        ) from error
    whole = len(head) < HEAD
    text = codecs.getincrementaldecoder(encoding)(errors="replace").decode(head, final=whole).lstrip("\ufeff")
    if not text.strip():
        raise SourceError("the file is empty", where=str(file), got="blank lines", expected="a header line and rows")
    lines = text if whole else text[: text.rfind("\n") + 1] or text
    mark = _mark(lines, padded=_bare(file).suffix.lower() == ".txt")
    escape = "\\" if '\\"' in lines and '""' not in lines.replace(f'{mark}""', mark) else '"'
    if mark == " ":
        return Dialect(encoding, guessed, mark, escape, 0, tuple(lines.splitlines()[0].split()))
    rows = _rows(lines, mark, escape)
    above = _above([row for _, row in rows])
    return Dialect(encoding, guessed, mark, escape, rows[above][0], tuple(rows[above][1]))


def opened(file: Path) -> BinaryIO:
    """A file for reading, unpacked on the way where its name says that it is packed."""
    packed = _COMPRESSED.get(file.suffix.lower())
    if packed is None:
        return file.open("rb")
    return cast("BinaryIO", pa.CompressedInputStream(pa.OSFile(str(file), "rb"), packed))


def kind_of(file: Path) -> str:
    """The ending of a file's name that says what is in it, without the one that says how it is packed."""
    return _bare(file).suffix.lower()


def stem_of(file: Path) -> str:
    """The name of a file without either ending."""
    return _bare(file).stem


def as_utf8(file: Path, how: Dialect, target: Path) -> Path:
    """A copy in UTF-8, with single line ends and one comma between values, for what the engine itself cannot read."""
    with opened(file) as content, target.open("w", encoding="utf-8", newline="") as out:
        text = io.TextIOWrapper(cast("Any", content), encoding=how.encoding, errors="strict", newline="")
        if how.mark != " ":
            for piece in iter(lambda: text.read(_CHUNK), ""):
                out.write(piece)
            return target
        writer = csv.writer(out, lineterminator="\n")
        writer.writerows(line.split() for line in text if line.strip())
    return target


def broken_line(file: Path, how: Dialect) -> str:
    """The first line that has another number of values than the header has names, in words; empty where none has."""
    wanted = len(how.columns)
    for number, row in _all_rows(file, how):
        if number > how.above + 1 and row and len(row) != wanted:
            return f"line {number:,} has {len(row):,} values, the line of names has {wanted:,}"
    return ""


def _bare(file: Path) -> Path:
    return file.with_suffix("") if file.suffix.lower() in _COMPRESSED else file


def _encoding(file: Path, head: bytes) -> tuple[str, bool]:
    """By the mark at the beginning; by the zeros of UTF-16; else UTF-8 where all of the file is, and else Windows'."""
    for mark, name in _ORDER_MARKS:
        if head.startswith(mark):
            return ("utf-8" if name == "utf-8-sig" else name), False
    if len(head) > 3 and head[1::2].count(0) > 0.4 * len(head[1::2]) and not head[::2].count(0):
        return "utf-16-le", True
    if len(head) > 3 and head[::2].count(0) > 0.4 * len(head[::2]) and not head[1::2].count(0):
        return "utf-16-be", True
    for name in ("utf-8", "cp1252"):
        if _decodes(file, name):
            return name, name != "utf-8"
    return "latin-1", True


def _decodes(file: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with opened(file) as content:
        try:
            for piece in iter(lambda: content.read(_CHUNK), b""):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _mark(text: str, *, padded: bool) -> str:
    """The mark that cuts most lines into the same number of values, more than one; the more values the better."""
    best, chosen = (0.0, 0), ","
    for mark in _MARKS:
        counts = [len(row) for _, row in _rows(text, mark, '"')[:LINES] if row]
        usual = _usual(counts)
        if usual > 1:
            score = (round(counts.count(usual) / len(counts), 2), usual)
            if score > best:
                best, chosen = score, mark
    if best == (0.0, 0) and padded and len(text.splitlines()[0].split()) > 1:
        return " "
    return chosen


def _usual(counts: list[int]) -> int:
    """The most frequent number of values; of equals the larger."""
    return max(counts, key=lambda n: (counts.count(n), n), default=0)


def _above(rows: list[list[str]]) -> int:
    """How many rows stand above the names: those before the first that has as many values as most rows."""
    counts = [_filled(row) for row in rows[:LINES]]
    usual = _usual([n for n in counts if n])
    if usual < 2:
        return next((place for place, row in enumerate(rows) if _filled(row)), 0)
    first = next((place for place, n in enumerate(counts) if n >= usual), 0)
    blank_or_note = all(n <= 1 or n < usual - 1 for n in counts[:first])
    return first if first <= ABOVE and blank_or_note else next(p for p, n in enumerate(counts) if n)


def _filled(row: list[str]) -> int:
    """Values of a row up to the last that is not blank."""
    return max((place + 1 for place, value in enumerate(row) if value.strip()), default=0)


def _rows(text: str, mark: str, escape: str) -> list[tuple[int, list[str]]]:
    """The first rows, each with the number of lines before it."""
    reader = _reader(io.StringIO(text, newline=""), mark, escape)
    rows: list[tuple[int, list[str]]] = []
    try:
        before = 0
        for row in reader:
            rows.append((before, row))
            before = reader.line_num
            if len(rows) > LINES + ABOVE:
                break
    except csv.Error:
        pass
    return rows or [(0, [text.splitlines()[0]])]


def _all_rows(file: Path, how: Dialect) -> Iterator[tuple[int, list[str]]]:
    with opened(file) as content:
        text = io.TextIOWrapper(cast("Any", content), encoding=how.encoding, errors="replace", newline="")
        reader = _reader(text, how.mark, how.escape)
        try:
            for row in reader:
                yield reader.line_num, row
        except csv.Error:
            return


def _reader(text: Any, mark: str, escape: str) -> Any:
    csv.field_size_limit(1 << 30)
    if escape == '"':
        return csv.reader(text, delimiter=mark, quotechar='"', doublequote=True)
    return csv.reader(text, delimiter=mark, quotechar='"', doublequote=False, escapechar=escape)


def _first(error: BaseException) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
