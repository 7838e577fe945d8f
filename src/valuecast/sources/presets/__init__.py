"""Known exports: one small file each, with the columns by which it is known and what they mean.

A preset is added by a file beside this one: ``name``, ``needs`` (columns that must all be there, in any spelling of
case), perhaps ``tables`` (names that the table may have), ``events`` (the mapping) and ``check`` (what a user should
look at).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True)
class Preset:
    """A known export.

    Parameters
    ----------
    name : str
        What it is an export of.
    needs : tuple of str
        Columns by which it is known.
    events : mapping
        What they mean, as in ``events`` of the settings.
    tables : tuple of str
        Words of which the table's name must hold one; any name will do without.
    check : tuple of str
        What a user should look at.
    """

    name: str
    needs: tuple[str, ...]
    events: Mapping[str, str]
    tables: tuple[str, ...] = ()
    check: tuple[str, ...] = ()

    def fits(self, table: str, columns: Collection[str]) -> bool:
        """Whether a table is this export."""
        there = {column.lower() for column in columns}
        named = not self.tables or any(word in table.lower() for word in self.tables)
        return named and all(column.lower() in there for column in self.needs)

    def mapping(self, columns: Collection[str]) -> dict[str, str]:
        """What the columns mean, without those that this table lacks."""
        there = {column.lower(): column for column in columns}
        found = {}
        for role, column in self.events.items():
            known = there.get(column.lower())
            if known is not None or role in _COMPUTED:
                found[role] = known or column
        return found


_COMPUTED = ("where", "amount", "date_format", "decimal_mark", "time_zone")
"""Roles that are no column alone."""


@cache
def known() -> tuple[Preset, ...]:
    """Every preset, the one that needs most first."""
    found = [
        _preset(file.read_text(encoding="utf-8"))
        for file in files(__package__).iterdir()
        if file.name.endswith(".yaml")
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.needs), one.name)))


def match(tables: Mapping[str, Collection[str]]) -> tuple[Preset, str] | None:
    """The preset that needs most of those that fit a table, and the table; None where none fits."""
    return next(
        ((preset, name) for preset in known() for name in sorted(tables) if preset.fits(name, tables[name])), None
    )


def _preset(text: str) -> Preset:
    written = yaml.safe_load(text)
    return Preset(
        written["name"],
        tuple(written["needs"]),
        dict(written["events"]),
        tuple(written.get("tables", ())),
        tuple(written.get("check", ())),
    )
