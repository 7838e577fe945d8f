"""What an engine is: an entry that says how it is opened, what it can do, and what it does differently."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from valuecast.engines.warehouse import Warehouse
from valuecast.engines.writing import Writer

Tested = Literal["executed", "emulated", "compiled"]
Trouble = Literal["rights", "disk", "memory", "time", "connection", "missing"]
"""What can go wrong in an engine; `valuecast.engines.trouble` says each in our words."""


@dataclass(frozen=True)
class Gap:
    """One thing that an engine cannot do, or does in another way: what, why, and what stands in its place.

    Parameters
    ----------
    what, why, instead : str
        For the reference.
    open : bool
        Whether nothing stands in its place.
    untested : str
        Why no test can show it. Any other gap has a test (``pytest.mark.gap``) that fails once the engine does as the
        others do, so that the gap and what stands in its place can go.
    """

    what: str
    why: str
    instead: str
    open: bool = False
    untested: str = ""


@dataclass(frozen=True)
class Writing:
    """How results are written to an engine.

    Parameters
    ----------
    open : callable
        Takes an address and gives a connection that may write; raises ``OutputError`` for a place that takes none.
    writer : callable
        Takes the connection and the name of a schema.
    """

    open: Callable[[str], Any]
    writer: Callable[[Any, str], Writer]


@dataclass(frozen=True)
class Engine:
    """One engine.

    Parameters
    ----------
    name : str
        What it is called.
    address : str
        How it is addressed, for people.
    schemes : tuple of str
        What its addresses begin with, before ``://``; the empty one stands for a path.
    tested : str
        ``executed``: tests run the flow in it and compare every figure with DuckDB's; ``emulated``: its statements are
        written down, and run in an emulator of it; ``compiled``: they are written down and compared, and were not run.
    read : callable
        Takes an address and how much memory it may take [GB], if it runs in this process; gives the open tables.
    writes : str
        What is promised of writing results, for people.
    writing : Writing or None
        How; None where results cannot be written to it.
    drivers : tuple of str
        Packages in which the errors are defined that it raises.
    messages : mapping of str to tuple of str
        By which words, in small letters, an error of it is known for which trouble.
    gaps : tuple of Gap
        What it does differently.
    """

    name: str
    address: str
    schemes: tuple[str, ...]
    tested: Tested
    read: Callable[[str, float], Warehouse]
    writes: str = "no"
    writing: Writing | None = None
    drivers: tuple[str, ...] = ()
    messages: Mapping[Trouble, tuple[str, ...]] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()


OWN_HASH = Gap(
    "the hash of a value",
    "each has its own, and may have another in its next version",
    "fingerprints of rows are compared within one version of one engine; with another, refresh computes everything",
)
NEVER_RUN = Gap(
    "running",
    "no account or server to test with",
    "their statements are compared at every change, by the fingerprints in tests/golden",
    open=True,
    untested="nothing to run it with",
)
OWN_HASH_UNSEEN = replace(OWN_HASH, untested="nothing to ask it with")
READ_ONLY = Gap(
    "writing results back",
    "nothing to test it with",
    "write to a folder, or to one of the engines that can",
    open=True,
)
