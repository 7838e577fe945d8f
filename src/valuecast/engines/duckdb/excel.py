"""Workbooks of a spreadsheet: one table a sheet, every value as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from valuecast.errors import SourceError

ENDINGS = (".xlsx", ".xlsm", ".ods")
_WHOLE = 2**53


def sheets(file: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Name and columns of every sheet that has any.

    Raises
    ------
    SourceError
        When it cannot be read, or the extra that reads it is not installed.
    """
    for name, rows in _sheets(file):
        if rows:
            yield name, _names(rows[0])


def rows_of(file: Path, sheet: str) -> list[list[str | None]]:
    """The rows of a sheet below its first that is not blank."""
    rows = dict(_sheets(file))[sheet]
    return [[_text(value) for value in row] for row in rows[1:] if any(value not in ("", None) for value in row)]


def _sheets(file: Path) -> list[tuple[str, list[list[Any]]]]:
    try:
        import python_calamine  # noqa: PLC0415
    except ImportError:
        raise SourceError(
            "the file is a workbook of a spreadsheet",
            where=str(file),
            got=file.suffix,
            expected="a file of text or Parquet, or the extra that reads workbooks",
            hint="pip install 'valuecast[excel]', or save the sheet as CSV UTF-8",
        ) from None
    try:
        book = python_calamine.CalamineWorkbook.from_path(str(file))
        found = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=True)) for name in book.sheet_names]
    except Exception as error:
        raise SourceError(
            "the file cannot be read",
            where=str(file),
            got=(str(error).splitlines() or [type(error).__name__])[0],
            expected="a workbook",
            hint="save the sheet as CSV UTF-8",
        ) from error
    return [(name, list(_below_notes(rows))) for name, rows in found]


def _below_notes(rows: Sequence[list[Any]]) -> Iterator[list[Any]]:
    """The rows from the first that fills as many cells as most do."""
    counts = [sum(value not in ("", None) for value in row) for row in rows]
    usual = max((n for n in counts if n), key=lambda n: (counts.count(n), n), default=0)
    start = next((at for at, n in enumerate(counts) if n >= usual > 0), len(rows))
    yield from rows[start:]


def _names(header: Sequence[Any]) -> tuple[str, ...]:
    """Names of columns, each once: a blank one is called by its place."""
    names: list[str] = []
    for place, value in enumerate(header, start=1):
        name = (_text(value) or "").strip() or f"column{place}"
        taken = {each.lower() for each in names}
        names.append(name if name.lower() not in taken else f"{name}_{place}")
    return tuple(names)


def _text(value: Any) -> str | None:
    """A cell as text: days in ISO, whole numbers without a point."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _WHOLE else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)
