"""The forecast of a ruler: the straight line through the last months, drawn further."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from valuecast.trends.method import Outlook
from valuecast.trends.ranks import on_the_scale_of
from valuecast.trends.snapshot import Snapshot


@dataclass(frozen=True)
class LastPeriodSlope:
    """Forecast = the least-squares line through the months of the last period, summed over the coming ones.

    The period is as long as the horizon, two months at least. The forecast is kept between
    ``least_ratio`` and ``greatest_ratio`` times the past value, because a line knows no bounds. Without two whole
    months of history the method gives no answer.
    """

    least_ratio: float = 0.0
    greatest_ratio: float = 2.0
    name: str = "last_period_slope"
    signals: tuple[str, ...] = ()
    learns: bool = False

    def predict(self, now: Snapshot, earlier: Sequence[Snapshot]) -> Outlook | None:
        """Draw the line on; nothing is learned."""
        months = min(max(now.horizon, 2), now.monthly.shape[1])
        if months < 2:
            return None
        seen = now.monthly[:, :months][:, ::-1]
        t = np.arange(months) - (months - 1) / 2
        slope = seen @ t / (t @ t)
        ahead = (months - 1) / 2 + (now.horizon + 1) / 2
        past = np.maximum(now.past, 0.0)
        drawn = now.horizon * (seen.mean(axis=1) + slope * ahead)
        forecast = np.clip(drawn, self.least_ratio * past, self.greatest_ratio * past)
        ranked = np.where(np.isfinite(now.value_index), forecast, np.nan)
        return Outlook(forecast=forecast, predicted_score=on_the_scale_of(now.value_index, ranked))
