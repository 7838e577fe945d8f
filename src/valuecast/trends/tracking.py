"""Value tracked month by month: place and tier of every customer, moves between tiers, and how the best fared since.

At the end of every whole month that has a full past window before it, a customer's place is the percentile of its
value in that window among the active. Tiers: High from the top share on, Medium from the median on, Low below, Dormant
without value. A tier changes only once the place is `MARGIN` points beyond the edge, so that nobody flips at it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from valuecast.contracts import OUTPUTS
from valuecast.trends.classes import Floats
from valuecast.trends.ranks import percentile
from valuecast.windows import months_after

TIERS = ("High", "Medium", "Low", "Dormant")
MARGIN = 2.0
MEDIAN = 50.0
APART = (1, 3, 6)


def value_history(
    months: pa.Table, *, as_of: date, past_months: int, share: float, value_index: Mapping[date, Mapping[str, float]]
) -> pa.Table:
    """Place and tier of every customer at the end of every month.

    Parameters
    ----------
    months : pyarrow.Table
        MONTHS.
    as_of : date
        End of the month that is 0 months ago.
    past_months : int
        Length of the past window [months].
    share : float
        Top share that is High, in (0, 1).
    value_index : mapping
        Value index by day and customer, for the days on which scores were given.

    Returns
    -------
    pyarrow.Table
        ``value_history``. A customer's first row is the first month-end by which it had had value.
    """
    grid = months.to_pandas().pivot_table(index="customer_id", columns="months_ago", values="value", aggfunc="sum")
    customers = grid.index.to_numpy(dtype=object)
    length = 0 if grid.empty else int(grid.columns.max()) + 1
    values = grid.reindex(columns=range(length)).fillna(0.0).to_numpy(np.float64)
    parts, tier = [OUTPUTS["value_history"].empty()], np.full(len(customers), 3)
    for ago in range(length - past_months, -1, -1):
        trailing = np.maximum(values[:, ago : ago + past_months].sum(axis=1), 0.0)
        place = 100 * percentile(np.where(trailing > 0, trailing, np.nan))
        tier = _tiers(place, tier, 100 * (1 - share))
        seen = (values[:, ago:] != 0).any(axis=1)
        day = months_after(as_of, -ago)
        index = value_index.get(day, {})
        parts.append(
            pa.table(
                {
                    "customer_id": pa.array(customers[seen], pa.string()),
                    "as_of": pa.array([day] * int(seen.sum()), pa.date32()),
                    "month_value": pa.array(values[seen, ago], pa.float64()),
                    "past_value": pa.array(trailing[seen], pa.float64()),
                    "place": pa.array(place[seen], pa.float64(), from_pandas=True),
                    "value_index": pa.array([index.get(name) for name in customers[seen]], pa.float64()),
                    "tier": pa.array(np.array(TIERS, dtype=object)[tier[seen]], pa.string()),
                }
            )
        )
    return OUTPUTS["value_history"].conform(pa.concat_tables(parts))


def tier_migration(history: pa.Table, *, as_of: date) -> pa.Table:
    """How many customers moved from which tier to which, up to ``as_of``, over each of `APART` months."""
    frame = history.select(["customer_id", "as_of", "tier"]).to_pandas()
    now = frame[frame["as_of"] == as_of].set_index("customer_id")["tier"]
    rows = []
    for months in APART:
        then = frame[frame["as_of"] == months_after(as_of, -months)].set_index("customer_id")["tier"]
        both = pd.DataFrame({"before": then, "after": now}).dropna()
        for before in TIERS:
            subset = both.loc[both["before"] == before, "after"]
            rows += [
                {
                    "months": months,
                    "from_tier": before,
                    "to_tier": after,
                    "customers": int((subset == after).sum()),
                    "share": float((subset == after).mean()),
                }
                for after in TIERS
                if len(subset)
            ]
    contract = OUTPUTS["tier_migration"]
    return contract.conform(pa.Table.from_pylist(rows, schema=contract.empty().schema))


def cohorts(history: pa.Table) -> pa.Table:
    """How those who were High at each month-end fared at every later one."""
    frame = history.to_pandas()
    rows = []
    for began, cohort in frame[frame["tier"] == "High"].groupby("as_of"):
        later = frame[frame["customer_id"].isin(cohort["customer_id"]) & (frame["as_of"] >= began)]
        first = float(cohort["past_value"].sum())
        for day, subset in later.groupby("as_of"):
            rows.append(
                {
                    "cohort": began,
                    "as_of": day,
                    "customers": len(cohort),
                    "still_high": float((subset["tier"] == "High").mean()),
                    "dormant": float((subset["tier"] == "Dormant").mean()),
                    "value_kept": float(subset["past_value"].sum()) / first,
                }
            )
    contract = OUTPUTS["high_value_cohorts"]
    return contract.conform(pa.Table.from_pylist(rows, schema=contract.empty().schema))


def _tiers(place: Floats, before: NDArray[np.int64], high: float) -> NDArray[np.int64]:
    """Tier by place; an edge is `MARGIN` points further away for those on its other side."""
    was_high, was_low = before == 0, before == 2
    high_edge = np.where(was_high, high - MARGIN, np.where(before == 3, high, high + MARGIN))
    low_edge = np.where(was_low, MEDIAN + MARGIN, np.where(before == 3, MEDIAN, MEDIAN - MARGIN))
    known = np.isfinite(place)
    at = np.where(known, place, -1.0)
    tier: NDArray[np.int64] = np.where(~known, 3, np.where(at >= high_edge, 0, np.where(at >= low_edge, 1, 2)))
    return tier
