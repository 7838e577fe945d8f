"""Signals on a common scale, within a window, in the engine.

Every function takes a column that is null for whoever does not count (the inactive and the unknown) and the
column to group by, and returns a column that is null in the same places. Only comparisons, counts, minima and
sums of whole numbers are used, so that the order of rows and the engine cannot show in the result.
"""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from valuecast import portable
from valuecast.scores.score import Scaling

NANO = 10**9
"""Scaled numbers are added up in whole billionths, and scores are rounded to them."""

MIDDLE: dict[Scaling, float] = {"min_max": 0.5, "percentile": 0.5, "quintile": 3.0, "standard": 0.0}
"""Stands in for a part that nobody in the window has a value for: the same for all, so that it ranks nobody."""


def scaled(values: Any, by: Any, scaling: Scaling, *, higher_is_better: bool) -> ir.FloatingColumn:
    """Put a column on the named scale, best at the top; ``standard`` begins as min-max and ends in ``standardised``."""
    rule = {"min_max": min_max, "percentile": percentile, "quintile": quintile, "standard": min_max}[scaling]
    return rule(values, by, higher_is_better=higher_is_better)


def settled(values: Any, by: Any, scaling: Scaling) -> Any:
    """Fill the unknown with the group's mean (the middle of the scale where nobody is known); ``standard``: centre."""
    average = mean(values, by)
    if scaling == "standard":
        return values - average
    return ibis.coalesce(values, average, ibis.literal(MIDDLE[scaling], "float64"))


def standardised(centred: Any, by: Any) -> Any:
    """Distance from the group's mean in standard deviations; 0 for the unknown, and for all where all are equal.

    Starting from the min-max scale changes nothing and keeps the sums of squares small.
    """
    spread = mean(centred * centred, by).sqrt()
    return ibis.coalesce(ibis.ifelse(spread > 0, centred / spread.nullif(0), 0.0), 0.0)


def min_max(values: Any, by: Any, *, higher_is_better: bool = True) -> ir.FloatingColumn:
    """0 for the worst, 1 for the best of the group: (x − min) / (max − min); 0 for all where all are equal."""
    low, high = values.min().over(group_by=by), values.max().over(group_by=by)
    distance = values - low if higher_is_better else high - values
    return _where_known(values, ibis.ifelse(high > low, distance / (high - low).nullif(0), 0.0))


def percentile(values: Any, by: Any, *, higher_is_better: bool = True) -> ir.FloatingColumn:
    """Mid-rank percentile, 0 to 1: the share below plus half the share of equals, oneself included.

    Equal values share one percentile, its mean over the group is one half, and where all are equal all have one half.
    """
    n = values.count().over(group_by=by)
    return _where_known(values, _twice_rank(values, by, n, higher_is_better) / (2.0 * n.nullif(0)))


def quintile(values: Any, by: Any, *, higher_is_better: bool = True) -> ir.FloatingColumn:
    """Fifth of the group, 1 to 5, by mid-rank percentile p: 1 + ⌊5 p⌋. Equal values share one quintile."""
    n = values.count().over(group_by=by)
    fifth = (5.0 * _twice_rank(values, by, n, higher_is_better) / (2.0 * n.nullif(0))).floor()
    return _where_known(values, fifth.cast("float64") + 1.0)


def mean(values: Any, by: Any) -> Any:
    """Mean of the values that are known, from whole billionths: the order of rows cannot show."""
    total = portable.steps(values, NANO).sum().over(group_by=by).cast("float64")
    return total / NANO / values.count().over(group_by=by).nullif(0).cast("float64")


def top(values: Any, by: Any, share: float) -> ir.BooleanColumn:
    """Whether a value is at least the K-th largest of its group, K = ⌈share × n⌉: equals are in or out together.

    n counts the values that are known. Null where the value is.
    """
    known = values.notnull()
    above = ibis.rank().over(group_by=[by, known], order_by=values.desc())
    # A product such as 0.07 × 100 lands a hair above 7, which must not become 8.
    places = (values.count().over(group_by=by) * share - 1e-9).ceil()
    return ibis.ifelse(known, above < places, ibis.null("boolean"))


def to_nano(values: Any) -> ir.FloatingColumn:
    """Rounded to the ninth decimal, so that sums equal on paper are equal here."""
    return portable.steps(values, NANO).cast("float64") / NANO


def _twice_rank(values: Any, by: Any, n: Any, higher_is_better: bool) -> Any:
    """Number below plus number not above, among the known: 1 to 2 n − 1, a whole number.

    Both are read off one ordering, which is what ranks cost.
    """
    ordered = {"group_by": [by, values.notnull()], "order_by": values}
    below = ibis.rank().over(**ordered)
    not_above = portable.steps(ibis.cume_dist().over(**ordered) * n, 1)
    rank = below + not_above if higher_is_better else 2 * n - below - not_above
    return rank.cast("float64")


def _where_known(values: Any, result: Any) -> ir.FloatingColumn:
    return ibis.ifelse(values.isnull(), ibis.null("float64"), result)
