"""What in the series themselves weakens a trend: customers of a single day, series of zeros, a step of everybody.

A gap in which nobody was active, and a horizon longer than the history allows, are findings of the audit.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from valuecast.contracts import Finding, finding
from valuecast.trends.classes import Floats
from valuecast.windows import TODAY, months_after

STEP = 1.5
SAME_WAY = 0.8
LEAST = 20


def interruptions(months: pa.Table, signals: pa.Table, *, as_of: date) -> Iterator[Finding]:
    """Findings on the series that trends are made from.

    Parameters
    ----------
    months, signals : pyarrow.Table
        MONTHS and SIGNALS; today's rows are read.

    Notes
    -----
    ``customers_of_one_day``: active today with one active day ever in the past window. ``value_of_zero``: active
    without value. ``step_change``: from one month to the next the median customer's value rose or fell by a factor of
    `STEP` or more, and `SAME_WAY` of the `LEAST` or more customers with value in both went the same way.
    """
    today = signals.filter(pc.and_(pc.equal(signals["window_id"], TODAY), signals["active"]))
    single = _counted(today, "active_days", 1.0)
    if single:
        yield finding(
            "customers_of_one_day",
            "activity",
            count=single,
            customers=today.num_rows,
        )
    zeros = _counted(today, "value", 0.0)
    if zeros:
        yield finding(
            "value_of_zero",
            "activity",
            count=zeros,
            customers=today.num_rows,
        )
    for ago, factor, share, n in steps(_grid(months)):
        yield finding(
            "step_change",
            "activity",
            "value",
            count=n,
            month=months_after(as_of, -ago - 1),
            factor=factor,
            share=share,
        )


def steps(values: Floats) -> Iterator[tuple[int, float, float, int]]:
    """Months that begin a step: how long ago the month ends, factor of the median customer, share alike, customers.

    >>> import numpy as np
    >>> [step[0] for step in steps(np.tile([20.0, 20.0, 10.0, 10.0], (30, 1)))]
    [1]
    """
    for ago in range(values.shape[1] - 1):
        now, before = values[:, ago], values[:, ago + 1]
        both = (now > 0) & (before > 0)
        if both.sum() < LEAST:
            continue
        moved = np.log(now[both] / before[both])
        factor = float(np.exp(np.median(moved)))
        share = float(max((moved > 0).mean(), (moved < 0).mean()))
        if max(factor, 1 / factor) >= STEP and share >= SAME_WAY:
            yield ago, factor, share, int(both.sum())


def _counted(table: pa.Table, name: str, figure: float) -> int:
    if name not in table.column_names:
        return 0
    return int(pc.sum(pc.equal(table[name], figure)).as_py() or 0)


def _grid(months: pa.Table) -> Floats:
    """Customers × months, the last month first; months without a row are 0."""
    if not months.num_rows:
        return np.zeros((0, 0))
    customers = months["customer_id"].combine_chunks().dictionary_encode().indices.to_numpy()
    ages = months["months_ago"].to_numpy()
    laid = np.zeros((int(customers.max()) + 1, int(ages.max()) + 1))
    laid[customers, ages] = months["value"].to_numpy()
    return laid
