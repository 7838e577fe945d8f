"""A results folder as the report reads it: the manifest and the declared output tables, absent ones empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from valuecast import store
from valuecast.contracts import OUTPUTS, Method, Note, methods_of
from valuecast.wording import Claim, Sentence, names, say
from valuecast.wording.notes import sentence

UNREAD = frozenset({"hv_scores_today"})
"""A row for everybody, however many there are: what the report says of it stands in other tables."""


@dataclass(frozen=True)
class Results:
    """What a run left behind.

    Parameters
    ----------
    manifest : mapping
        ``manifest.json``; any key may be missing or None.
    tables : mapping of str to pyarrow.Table
        Every declared output table; one that was not written is empty.
    absent : frozenset of str
        The declared tables that were not written.
    """

    manifest: Mapping[str, Any]
    tables: Mapping[str, pa.Table]
    absent: frozenset[str] = frozenset()

    def table(self, name: str) -> pa.Table:
        """One declared output table, perhaps empty."""
        return self.tables[name]

    def rows(self, name: str) -> list[dict[str, Any]]:
        """One declared output table as a list of rows; for small tables."""
        found: list[dict[str, Any]] = self.tables[name].to_pylist()
        return found

    def has(self, name: str) -> bool:
        """Whether a table has rows."""
        return bool(self.tables[name].num_rows)

    def get(self, part: str, key: str, default: Any = None) -> Any:
        """``manifest[part][key]``, or the default where either is missing or None."""
        value = (self.manifest.get(part) or {}).get(key)
        return default if value is None else value

    def setting(self, part: str, key: str, default: Any = None) -> Claim:
        """The same with where it was found, for a sentence."""
        return Claim(self.get(part, key, default), "manifest", f"{part}.{key}")

    def say(self, template: str, /, **figures: object) -> Sentence:
        """Fill a template of ``wording`` with figures, and with the settings of the run where it asks for them."""
        return say(template, **{**self.settings, **figures})

    @cached_property
    def settings(self) -> dict[str, object]:
        """What sentences ask for again and again: who is assessed, what value is, which share counts as high-value."""
        return {
            "who": self.grain,
            "value": self.value_name,
            "share": Claim(self.share, "manifest", "config.high_value_share"),
            "horizon": Claim(self.horizon, "manifest", "plan.horizon"),
            "target": Claim(self.target, "manifest", "config.target_precision"),
            "as_of": Claim(self.as_of, "manifest", "as_of"),
        }

    def count(self, table: str, number: float, **where: Any) -> Claim:
        """How many rows of a table there are where its columns have these values."""
        return Claim(number, table, where=where, rule="count")

    def claims(self, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row of an output table whose figures say where they came from; what is no column of it stays as it is."""
        declared = OUTPUTS[table]
        where = {name: row[name] for name in declared.key if name in row}
        return {
            name: Claim(value, table, name, where)
            if name in declared.types and not isinstance(value, Claim | Sentence)
            else value
            for name, value in row.items()
        }

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of sentences in the manifest."""
        return tuple(str(text) for text in self.manifest.get(key) or ())

    @property
    def grain(self) -> str:
        """Who is assessed: account, visitor, or customer where the manifest does not say."""
        return str(self.manifest.get("grain") or "customer")

    @property
    def value_name(self) -> str:
        """What counts as value in this run."""
        return str(self.manifest.get("value_name") or "value")

    @property
    def as_of(self) -> date | None:
        """The day before which data were used."""
        written = self.manifest.get("as_of")
        return date.fromisoformat(str(written)[:10]) if written else None

    @property
    def horizon(self) -> int:
        """Months over which high-value is defined."""
        return int(self.get("plan", "horizon") or self.get("config", "horizon_months") or 3)

    @property
    def share(self) -> float:
        """High-value is this top share of future value."""
        return float(self.get("config", "high_value_share", 0.2))

    @property
    def target(self) -> float:
        """The target precision."""
        return float(self.get("config", "target_precision", 0.85))

    @property
    def model(self) -> str | None:
        """The model chosen on validation windows, where there is one."""
        chosen = self.get("choices", "model")
        return str(chosen) if chosen else None

    @cached_property
    def methods(self) -> Mapping[str, Method]:
        """Every method of the run, scores of other packages included."""
        return methods_of(self.rows("methods"))

    def name_of(self, method: str) -> str:
        """What a method is called in charts and tables."""
        return names.name_of(method, self.methods)

    def named(self, method: str) -> str:
        """The same inside a sentence, with its article."""
        return names.named(method, self.methods)

    @property
    def ceiling(self) -> tuple[float, float | None, float | None] | None:
        """The noise ceiling with its 95 % interval, where it was measured [0 to 1]."""
        found = self.manifest.get("noise_ceiling") or {}
        top = found.get("ceiling", found.get("r_precision"))
        return None if top is None else (float(top), found.get("low"), found.get("high"))

    def trend_method(self, horizon: int) -> str | None:
        """The trend method chosen at a horizon, where there is one."""
        method = (self.get("choices", "trend_method") or {}).get(str(horizon))
        return None if method is None else str(method)

    @property
    def investigation(self) -> tuple[str, ...]:
        """What the search for leaks found, in sentences."""
        return self.texts("leakage")

    @property
    def notes(self) -> tuple[tuple[Note, Sentence], ...]:
        """What steps noted, each with its sentence."""
        message = (
            Note(each["code"], each["figures"], each.get("template", ""))
            for each in self.manifest.get("notes_as_data") or ()
        )
        return tuple((note, sentence(note)) for note in message)

    @property
    def trends_name(self) -> str:
        """The trend table at the grain that was assessed."""
        names = ["value_trends_all_accounts", "value_trends_all_visitors"]
        ordered = reversed(names) if self.grain == "visitor" else names
        return next((name for name in ordered if self.has(name)), names[0])

    @property
    def trends(self) -> pa.Table:
        """The same with its rows."""
        return self.tables[self.trends_name]

    @property
    def trend_bounds(self) -> dict[str, Claim]:
        """From which ratio on a trend is Up, and up to which it is Down."""
        bounds = self.get("config", "trend", {})
        given = {"up": bounds.get("up") or 1.2, "down": bounds.get("down") or 0.9}
        return {name: Claim(float(at), "manifest", f"config.trend.{name}") for name, at in given.items()}

    def chosen_trends(self, horizon: int) -> pa.Table:
        """Today's trends at one horizon by the method chosen for it (the first there is, where none was)."""
        table = self.trends.filter(pc.equal(self.trends["horizon_months"], horizon))
        methods = sorted(set(table["method"].to_pylist()))
        chosen = self.trend_method(horizon)
        method = chosen if chosen in methods else next(iter(methods), None)
        return table.filter(pc.equal(table["method"], method)) if method else table

    @property
    def trend_horizons(self) -> tuple[int, ...]:
        """Horizons for which there are trends today."""
        return tuple(sorted(set(self.trends["horizon_months"].to_pylist())))


def months_ahead(horizon: int) -> Claim:
    """A horizon of the trend, for a sentence."""
    return Claim(horizon, "manifest", "config.trend_months", rule="one of them")


def read(folder: Path) -> Results:
    """Read a results folder; a table that the run did not write is empty.

    Raises
    ------
    SourceError
        When the manifest is missing or is not JSON, or a table cannot be read.
    """
    stored = store.read(folder, without=UNREAD)
    tables = {name: stored.tables.get(name, OUTPUTS[name].empty()) for name in OUTPUTS}
    return Results(stored.manifest, tables, frozenset(OUTPUTS) - frozenset(stored.tables) - UNREAD)


def beside(left: pa.Table, right: pa.Table, columns: list[str], key: str = "customer_id") -> pa.Table:
    """Look up columns of ``right`` for each row of ``left``, keeping its order; null where there is no match.

    >>> import pyarrow as pa
    >>> beside(pa.table({"id": ["b", "c"]}), pa.table({"id": ["a", "b"], "x": [1, 2]}), ["x"], "id").to_pydict()
    {'id': ['b', 'c'], 'x': [2, None]}
    """
    places = pc.index_in(left[key], value_set=right[key].combine_chunks())
    for column in columns:
        left = left.append_column(column, right[column].take(places))
    return left
