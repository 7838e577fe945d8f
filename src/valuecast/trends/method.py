"""What a trend method is, and what it answers. A further method is one more object of this shape."""

from __future__ import annotations

from collections.abc import Collection, Sequence
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
    low, high : array, optional
        The method's own 10 % and 90 % quantiles; NaN where it has none [value].
    odds : array of shape (n, 3), optional
        The method's own probabilities, in the order of ``CLASSES``; NaN where it has none.
    called : array of int, optional
        The class that the method calls each customer with odds of its own; the others are called by the written
        rule on the forecast.
    prior_adjustment : float
        How far those calls lean towards rare classes: 0 calls the most probable.
    """

    forecast: Floats
    predicted_score: Floats
    left_out: tuple[str, ...] = ()
    low: Floats | None = None
    high: Floats | None = None
    odds: Floats | None = None
    called: Codes | None = None
    prior_adjustment: float = 0.0


class Method(Protocol):
    """A named way to forecast. ``signals`` names the signals that it reads."""

    @property
    def name(self) -> str:
        """Under which its rows are written."""

    @property
    def signals(self) -> tuple[str, ...]:
        """Names of the signals it reads, so that only these are laid out."""

    @property
    def learns(self) -> bool:
        """Whether it learns from earlier windows, which takes time: it is asked about few windows only."""

    def predict(self, now: Snapshot, earlier: Sequence[Snapshot]) -> Outlook | None:
        """Forecast each customer of ``now``; None when there is too little to learn from.

        ``earlier`` holds the snapshots before ``now``. Their future is shown where it had ended by then, and blank
        (NaN) where not, as is that of ``now``. What had happened by then over shorter stretches is in
        ``now.ended``, which holds nothing from its as_of on.
        """


@dataclass(frozen=True)
class Case:
    """A snapshot, a method's answer to it, and the classes that follow by the written rule."""

    snapshot: Snapshot
    outlook: Outlook
    predicted: Codes
    actual: Codes


def answer(
    method: Method, now: Snapshot, earlier: Sequence[Snapshot], *, ended: Collection[str] = (), up: float, down: float
) -> Case | None:
    """Ask a method about one snapshot, with all futures hidden but those of the windows that had ``ended``."""
    shown = [snapshot if snapshot.window_id in ended else _blank(snapshot) for snapshot in earlier]
    outlook = method.predict(_blank(now), shown)
    if outlook is None:
        return None
    predicted = trend_codes(now.past, outlook.forecast, up=up, down=down)
    if outlook.odds is not None and outlook.called is not None:
        known = np.isfinite(outlook.odds[:, 0])
        predicted[known] = outlook.called[known]
    return Case(
        snapshot=now,
        outlook=outlook,
        predicted=predicted,
        actual=trend_codes(now.past, now.future, up=up, down=down),
    )


def _blank(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, future=np.full(snapshot.future.shape, np.nan))
