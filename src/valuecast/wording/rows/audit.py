"""What the class of a column rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from valuecast.wording.numbers import percent

DECLARED = {
    "key": "an identifier",
    "dated": "the row carries its day",
    "as of build": "true when the table was built; nothing says since when",
}
"""Why a column has the class that the source declares."""


def dated_as_declared(timing: str) -> str:
    """A class that the source declares."""
    return DECLARED[timing]


def dated_by_proof(reason: str, share: float | None) -> str:
    """A class that rows prove, and how many of them do where that was counted.

    >>> dated_by_proof("unchanged since", 0.9931).replace("\u00a0", " ")
    'unchanged since: true of 99.3 % of the rows'
    """
    return reason if share is None else f"{reason}: true of {percent(share, 1)} of the rows"


SENTENCES: Mapping[str, Callable[..., str]] = {
    "dated_as_declared": dated_as_declared,
    "dated_by_proof": dated_by_proof,
}
