"""What a trend method is, and what it answers. A further method is one more object of this shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from valuecast.trends.classes import Codes, Floats, trend_codes
from valuecast.trends.snapshot import Snapshot


@dataclass(frozen=True)
class Outlook:
    """A method's answer for the customers of one snapshot.

    Parameters
    ----------
    forecast : array
        Expected value over the horizon, never NaN [value].
    predicted_score : array
        Value index at the horizon; NaN where there is no value index now [0 to 100].
    left_out : tuple of str
        Parts of the method's formula that had no data at all in this window.
    """

    forecast: Floats
    predicted_score: Floats
    left_out: tuple[str, ...] = ()


class Method(Protocol):
    """A named way to forecast. ``signals`` names the signals that it reads."""

    @property
    def name(self) -> str:
        """Under which its rows are written."""

    @property
    def signals(self) -> tuple[str, ...]:
        """Names of the signals it reads, so that only these are laid out."""

    def predict(self, now: Snapshot, earlier: Sequence[Snapshot]) -> Outlook:
        """Forecast each customer of ``now``.

        ``earlier`` holds the snapshots whose future had ended by then: all that may be learned from. The method
        is not shown the future of ``now``: that is blank (NaN).
        """


@dataclass(frozen=True)
class Case:
    """A snapshot, a method's answer to it, and the classes that follow by the written rule."""

    snapshot: Snapshot
    outlook: Outlook
    predicted: Codes
    actual: Codes


def answer(method: Method, now: Snapshot, earlier: Sequence[Snapshot], *, up: float, down: float) -> Case:
    """Ask a method about one snapshot, with its future hidden."""
    outlook = method.predict(replace(now, future=np.full(now.future.shape, np.nan)), earlier)
    return Case(
        snapshot=now,
        outlook=outlook,
        predicted=trend_codes(now.past, outlook.forecast, up=up, down=down),
        actual=trend_codes(now.past, now.future, up=up, down=down),
    )
