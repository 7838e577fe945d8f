"""What rules out evidence: too short a history, too few customers, or customers that are copies."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pyarrow as pa

from valuecast.audit.candidates import LEAST_CUSTOMERS, LEAST_POSITIVES
from valuecast.audit.months import Ints, Months
from valuecast.contracts import Finding, finding
from valuecast.contracts.streams import stream
from valuecast.windows import Plan, Window

COPIES = 0.9
"""From this share of customers with a copy on, they all count as copies."""
CROWD = 3
"""Fewest exact copies that make others, alike in all months but one, count too."""
TELLING = 10
"""Fewest active days for which a copy cannot be chance."""


def problems(
    grain: str,
    months: Months,
    counts: Mapping[str, int],
    windows: Sequence[Window],
    today: Window,
    share: float,
    history: int,
    horizon: int,
) -> Iterator[Finding]:
    """Every finding that stops a run at this grain; ``horizon`` is 0 where no windows could be laid."""
    if not months.value.any():
        yield finding(
            "no_value",
            "activity",
            "value",
            count=len(months.days),
            stops=True,
            grain=grain,
        )
    if not horizon or not windows:
        yield finding(
            "history_too_short",
            "activity",
            count=history,
            stops=True,
            grain=grain,
            as_of=today.as_of,
        )
    smallest = min([counts[w.window_id] for w in windows], default=counts[today.window_id])
    positives = _top(share, smallest)
    if _too_few(smallest, positives):
        window = min(windows, key=lambda w: (counts[w.window_id], w.as_of), default=None)
        yield finding(
            "too_few_customers",
            "activity",
            count=smallest,
            stops=True,
            grain=grain,
            customers=smallest,
            positives=positives,
            past_start=window.past_start if window else None,
            as_of=window.as_of if window else today.as_of,
            least_customers=LEAST_CUSTOMERS,
            least_positives=LEAST_POSITIVES,
        )
    copies, of = copied(months)
    if of > 1 and copies >= COPIES * of:
        yield finding(
            "customers_identical",
            "activity",
            count=copies,
            stops=True,
            customers=of,
            grain=grain,
        )


def few_drawn(windows: pa.Table, share: float) -> Iterator[Finding]:
    """A warning where a window (contract ``backtest_windows``) holds fewer of those drawn than evidence needs."""
    counts = windows["customers"].to_pylist()
    if not counts:
        return
    smallest = min(counts)
    positives = _top(share, smallest)
    if _too_few(smallest, positives):
        yield finding(
            "few_drawn",
            "activity",
            count=smallest,
            positives=positives,
            least_customers=LEAST_CUSTOMERS,
            least_positives=LEAST_POSITIVES,
        )


def _top(share: float, customers: int) -> int:
    return math.ceil(share * customers - 1e-9)


def _too_few(customers: int, positives: int) -> bool:
    return customers < LEAST_CUSTOMERS or positives < LEAST_POSITIVES


def copied(months: Months) -> tuple[int, int]:
    """Customers that have a twin in days by month, events and value, and customers judged.

    Only customers with ten active days or more are judged; all of them, where nobody has so many and they are all
    alike.
    """
    total = months.days.sum(axis=1)
    telling = total >= TELLING
    if not telling.any():
        alike = len(total) > 1 and len(np.unique(_signature(months))) == 1
        return (len(total), len(total)) if alike else (0, len(total))
    _, first, place, size = np.unique(
        _signature(months)[telling], return_index=True, return_inverse=True, return_counts=True
    )
    copies = size[place] > 1
    if size.max() >= CROWD:
        # A stray row or two must not hide a copy: of the largest group, one month may differ.
        days = months.days[telling]
        copies |= (days != days[first[size.argmax()]]).sum(axis=1) <= 1
    return int(copies.sum()), int(telling.sum())


def _signature(months: Months) -> Ints:
    """One number for the days by month, the events and the value of each customer."""
    columns = np.column_stack([months.days, months.events, months.value.sum(axis=1)])
    rng = stream("month_weights", 0)
    odd = rng.integers(1, 2**62, columns.shape[1], dtype=np.int64) | 1
    with np.errstate(over="ignore"):
        signature: Ints = (columns * odd).sum(axis=1)
    return signature


def single_account(months: Months) -> Iterator[Finding]:
    """A warning where there is one account."""
    if len(months.days) == 1:
        yield finding("one_customer", "activity", "customer_id", count=1, since=months.start)


def short_trends(plan: Plan, trend_months: Sequence[int], history: int) -> Iterator[Finding]:
    """A warning for each run that cannot test a horizon it was asked for."""
    missing = [h for h in trend_months if h not in plan.trend_horizons]
    if missing and plan.supervised:
        yield finding(
            "horizon_too_long",
            "activity",
            count=len(missing),
            months=history,
            horizons=tuple(missing),
            needed=2 * max(missing),
        )
