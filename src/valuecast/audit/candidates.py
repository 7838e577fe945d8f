"""Every pair of past and future that the history allows, and what it holds."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from valuecast.audit.months import Months
from valuecast.audit.power import detectable_gain
from valuecast.contracts import OUTPUTS
from valuecast.engines.portable import RESOLUTION
from valuecast.windows import months_after

LEAST_CUSTOMERS = 100
"""Fewest active customers in a window for which evidence is worth having."""
LEAST_POSITIVES = 20
"""Fewest high-value customers in a window."""
PAST_CHOICES = (6, 4, 3, 2, 1)
"""Lengths of past window to try, longest first [months]."""


@dataclass(frozen=True)
class Candidate:
    """One pair of windows: who was active before and after, and who would be high-value."""

    past_months: int
    back: int
    past_active: int
    future_active: int
    returning: int
    positives: int
    future_value: float

    @property
    def enough(self) -> bool:
        """Whether it holds enough customers and high-value ones."""
        return self.past_active >= LEAST_CUSTOMERS and self.positives >= LEAST_POSITIVES


def candidate(months: Months, past: int, back: int, horizon: int, share: float) -> Candidate:
    """What a past of so many months holds, ``back`` months before ``as_of``, with a future of ``horizon`` months.

    Positives are those of the past-active whose future value is above zero and among the top share, ties included.
    """
    before = months.active(back, past)
    after = slice(max(back - horizon, 0), back)
    future_active = months.days[:, after].any(axis=1)
    worth = months.value[:, after].sum(axis=1)[before]
    most = math.ceil(share * len(worth) - 1e-9)
    cut = max(int(np.partition(worth, -most)[-most]), 1) if most else 1
    return Candidate(
        past,
        back,
        int(before.sum()),
        int(future_active.sum()),
        int((before & future_active).sum()),
        int((worth >= cut).sum()),
        float(worth.sum() / RESOLUTION),
    )


def candidates(months: Months, horizon: int, share: float, past_months: int | None) -> tuple[Candidate, ...]:
    """Every candidate whose past and future lie within the data, the longest past first, the latest first."""
    length = months.days.shape[1]
    choices = (past_months,) if past_months else PAST_CHOICES
    return tuple(
        candidate(months, past, back, horizon, share)
        for past in choices
        for back in range(horizon, length)
        if months_after(months.as_of, -back - past) >= months.start
    )


def candidate_table(
    grain: str, months: Months, found: Collection[Candidate], horizon: int, chosen: Collection[tuple[int, date]]
) -> pa.Table:
    """Contract ``candidate_windows``; ``chosen`` holds past length and as_of of the plan's own windows."""
    return OUTPUTS["candidate_windows"].conform(
        pa.Table.from_pylist(
            list(_rows(grain, months, found, horizon, chosen)), schema=OUTPUTS["candidate_windows"].empty().schema
        )
    )


def _rows(
    grain: str, months: Months, found: Collection[Candidate], horizon: int, chosen: Collection[tuple[int, date]]
) -> Iterator[dict[str, object]]:
    for c in found:
        as_of = months_after(months.as_of, -c.back)
        yield {
            "grain": grain,
            "past_months": c.past_months,
            "as_of": as_of,
            "past_start": months_after(months.as_of, -c.back - c.past_months),
            "future_end": months_after(as_of, horizon),
            "past_active": c.past_active,
            "future_active": c.future_active,
            "returning": c.returning,
            "positives": c.positives,
            "future_value": c.future_value,
            "detectable": detectable_gain(c.positives),
            "enough": c.enough,
            "chosen": (c.past_months, as_of) in chosen,
        }
