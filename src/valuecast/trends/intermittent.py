"""For customers who come and go: how likely a month with value is, times how much such a month brings.

Teunter, Syntetos and Babai (2011), European Journal of Operational Research 214:606, "TSB", which unlike Croston's
method lets the forecast of a customer who has gone silent fall towards nothing:

    chance ← chance + β · (1 if the month had value, else 0 − chance)      every month
    size   ← size + α · (value − size)                                     in months with value
    forecast = horizon · chance · size

A library would bring 442 MB for these two lines (statsforecast), so they are written out here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from valuecast.trends.classes import Floats
from valuecast.trends.method import Outlook
from valuecast.trends.ranks import on_the_scale_of
from valuecast.trends.snapshot import Snapshot


@dataclass(frozen=True)
class Intermittent:
    """TSB on monthly value, from each customer's first month with value on.

    Parameters
    ----------
    chance, size : float
        Smoothing of the two parts, β and α; set before anything was measured (0 to 1).
    """

    chance: float = 0.2
    size: float = 0.3
    name: str = "intermittent"
    signals: tuple[str, ...] = ()
    learns: bool = False

    def predict(self, now: Snapshot, earlier: Sequence[Snapshot]) -> Outlook | None:
        """Smooth each customer's own months; nothing is learned from others."""
        if not now.monthly.shape[1]:
            return None
        forecast = now.horizon * tsb(now.monthly[:, ::-1], chance=self.chance, size=self.size)
        ranked = np.where(np.isfinite(now.value_index), forecast, np.nan)
        return Outlook(forecast=forecast, predicted_score=on_the_scale_of(now.value_index, ranked))


def tsb(series: Floats, *, chance: float, size: float) -> Floats:
    """Expected value of the next step of each row of ``series`` (n, steps), oldest first.

    Below zero counts as nothing; a row of zeros gives zero. Started at the first step with value: there the chance
    is 1 and the size is that value.

    >>> import numpy as np
    >>> tsb(np.array([[0.0, 10, 10, 10], [10.0, 0, 0, 0], [0.0, 0, 0, 0]]), chance=0.5, size=0.5).tolist()
    [10.0, 1.25, 0.0]
    """
    values = np.maximum(series, 0.0)
    likely, level = np.zeros(len(values)), np.zeros(len(values))
    begun = np.zeros(len(values), dtype=bool)
    for step in values.T:
        here = step > 0
        first = here & ~begun
        likely = np.where(begun, likely + chance * (here - likely), likely)
        level = np.where(begun & here, level + size * (step - level), level)
        likely, level = np.where(first, 1.0, likely), np.where(first, step, level)
        begun |= here
    expected: Floats = likely * level
    return expected
