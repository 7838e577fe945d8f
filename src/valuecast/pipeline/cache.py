"""The cache of a refresh: the state of an earlier run, whether it may be used here, and whether its results stand."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from valuecast import store
from valuecast.config import Config
from valuecast.engines import Warehouse, redacted
from valuecast.errors import SourceError
from valuecast.pipeline import changes
from valuecast.sources import Source
from valuecast.store import State
from valuecast.windows import Window

LIBRARIES = ("duckdb", "ibis-framework", "pyarrow", "numpy")
FREE = frozenset({"source", "as_of", "memory_limit_gb", "lateness_days"})
"""Settings that may differ between a state and the run that takes it over: they say which rows and windows there are,
which is compared by itself, or change no result."""


@dataclass(frozen=True)
class Cache:
    """Where a refresh looks for what an earlier run computed, and where it leaves what the next one can use.

    Parameters
    ----------
    before : Path or None
        Folder of the state of an earlier run; it need not be there. None to take nothing over.
    after : Path
        An empty folder for the new state.
    results : str
        Fingerprint of all files of the results in place; empty when there are none.
    """

    before: Path | None
    after: Path
    results: str = ""


@dataclass(frozen=True)
class Loaded:
    """The state of an earlier run, if it can be used here, and otherwise why not."""

    state: State | None
    reason: str


@dataclass(frozen=True)
class Kept:
    """What a run says of the state that it leaves, and the fingerprints of the files that it took over."""

    facts: Mapping[str, Any]
    fingerprints: Mapping[str, str]


@dataclass(frozen=True)
class Refreshed:
    """How much of a run was taken over from the state.

    Parameters
    ----------
    unchanged : bool
        Whether nothing had changed at all, so that the results in place are those of now.
    supported : bool
        Of unchanged results, whether they hold evidence.
    windows, cached : int
        Backtest windows, and those that were cached.
    labels, labels_cached : int
        Pairs of backtest window and horizon, and those that were cached.
    scores_cached : int
        Backtest windows whose scales of scores were cached.
    messages : tuple of str
        What was found, in sentences.
    """

    unchanged: bool = False
    supported: bool = True
    windows: int = 0
    cached: int = 0
    labels: int = 0
    labels_cached: int = 0
    scores_cached: int = 0
    messages: tuple[str, ...] = ()


def earlier(config: Config, cache: Cache, warehouse: Warehouse) -> Loaded:
    """Read the state, and see whether it was made by this program, in this engine, with these settings.

    Raises
    ------
    SourceError
        When rows cannot be fingerprinted in this engine.
    """
    if not warehouse.hashes_values:
        raise SourceError(
            "this engine cannot tell which rows changed",
            where=warehouse.name,
            got=warehouse.engine,
            hint="use valuecast run",
        )
    if cache.before is None:
        return Loaded(None, "nothing is taken over, as asked")
    state, reason = store.read_state(cache.before)
    if state is None:
        return Loaded(None, reason)
    here = about(config, warehouse)
    differ = [name for name, value in here.items() if state.facts.get("about", {}).get(name) != value]
    if differ:
        return Loaded(None, "the state was made with " + " and ".join(f"another {_WORDS[name]}" for name in differ))
    return Loaded(state, "")


def fingerprints(config: Config, source: Source) -> dict[str, Any]:
    """What all results of a run depend on: the input tables, and every setting."""
    settings = config.model_copy(update={"source": redacted(config.source)}).model_dump_json()
    return {"tables": changes.fingerprints_of(source.inputs()), "config": digest(settings.encode())}


def standing(cache: Cache, earlier: Loaded, fingerprints: Mapping[str, Any]) -> Refreshed | None:
    """The results in place, where they are what this run would give: nothing that they depend on changed."""
    facts = earlier.state.facts if earlier.state else {}
    if not cache.results or facts.get("results") != cache.results or facts.get("inputs") != fingerprints:
        return None
    return Refreshed(unchanged=True, supported=facts["supported"])


def about(config: Config, warehouse: Warehouse) -> dict[str, str]:
    """What a state depends on besides rows: settings, program, libraries, engine."""
    settings = config.model_dump_json(exclude=set(FREE))
    return {
        "settings": digest(settings.encode()),
        "program": _program(),
        "libraries": " ".join(f"{name} {version(name)}" for name in LIBRARIES),
        "engine": warehouse.engine,
    }


_WORDS = {
    "settings": "configuration",
    "program": "version of Valuecast",
    "libraries": "version of a library",
    "engine": "engine or version of it",
}


def windows_of(state: State | None) -> Sequence[Mapping[str, Any]]:
    """What a state says of its windows."""
    found: Sequence[Mapping[str, Any]] = state.facts["windows"] if state else ()
    return found


def dates_of(window: Window) -> tuple[str, str]:
    """What a window is known by in a state: its id changes when older windows fall out."""
    return window.past_start.isoformat(), window.as_of.isoformat()


def digest(data: bytes) -> str:
    """Fingerprint of some bytes: SHA-256, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _program() -> str:
    """Fingerprint of the program itself: a state made by other code is not taken over."""
    root = Path(__file__).parents[1]
    whole = hashlib.sha256(version("valuecast").encode())
    for path in sorted(root.rglob("*.py")):
        whole.update(path.relative_to(root).as_posix().encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()
