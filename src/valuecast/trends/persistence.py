"""The forecast to beat: the coming months bring what the last ones did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from valuecast.trends.method import Outlook
from valuecast.trends.snapshot import Snapshot


@dataclass(frozen=True)
class Persistence:
    """Forecast = value over the same length of time before as_of; the class is therefore always Flat.

    Below zero (refunds beyond sales) counts as nothing.
    """

    name: str = "persistence"
    signals: tuple[str, ...] = ()
    learns: bool = False

    def predict(self, now: Snapshot, earlier: Sequence[Snapshot]) -> Outlook:
        """The past value and the score as they are; nothing is learned."""
        return Outlook(forecast=np.maximum(now.past, 0.0), predicted_score=now.value_index)
