"""Signals on a common scale, within a window, in the engine.

The scales of a window are learned from the active who have the signal, as two small tables, and looked up for each
row: groups of equal values, bounds and means cost an engine far less than a window function over all rows with all
their columns. Only comparisons, counts, minima and sums of whole numbers are used, so that the order of rows and the
engine cannot show in the result.

- ``min_max``: 0 for the worst, 1 for the best of the window, (x - min) / (max - min); 0 for all where all are equal.
- ``standard``: distance from the window's mean in standard deviations; 0 for all where all are equal.
- ``percentile``: mid-rank percentile, 0 to 1: the share below plus half the share of equals, oneself included. Its mean
  over the window is one half, and where all are equal all have one half.
- ``quintile``: fifth of the window, 1 to 5, by mid-rank percentile p: 1 + ⌊5 p⌋. Equal values share one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from valuecast.engines import portable
from valuecast.scores.score import Keep, Scale, Scales, Scaling

NANO = 10**9
"""Scaled numbers are added up in whole billionths, and scores are rounded to them."""

MIDDLE: dict[Scaling, float] = {"min_max": 0.5, "percentile": 0.5, "quintile": 3.0, "standard": 0.0}
"""Stands in for a part that nobody in the window has a value for: the same for all, so that it ranks nobody."""

_WINDOW = "window_id"
_NO_LADDER = pa.schema(
    [
        (_WINDOW, pa.string()),
        ("met", pa.float64()),
        ("n", pa.int64()),
        ("up_to", pa.float64()),
        ("known", pa.float64()),
        ("signal", pa.string()),
    ]
)


def learn(signals: ir.Table, scales: Collection[Scale], keep: Keep = lambda _, table: table) -> Scales:
    """What the scales of every window are.

    Parameters
    ----------
    signals : ibis.Table
        Contract SIGNALS.
    scales : collection of Scale
        Which signals are put on which scales.
    keep : callable, optional
        Computes a table of this name once and keeps it; when left out, it is computed wherever it is read.
    """
    distributions = {scale.signal for scale in scales if scale.is_ranked}
    parameters = {scale.signal for scale in scales if not scale.is_ranked}
    each = [_distribution(signals, signal) for signal in sorted(distributions)]
    whole = ibis.union(*each) if len(each) > 1 else each[0] if each else ibis.memtable(_NO_LADDER.empty_table())
    return Scales(_parameters(signals, sorted(parameters), keep), keep("ladders", whole))


def scaled(signals: ir.Table, scales: Mapping[str, Scale], learned: Scales, *keep: str) -> ir.Table:
    """Columns on their scales.

    The active without a signal get the window's mean of what is scaled, or the middle of the scale where nobody has
    it. What the inactive get has no meaning.

    Parameters
    ----------
    signals : ibis.Table
        Contract SIGNALS.
    scales : mapping of str to Scale
        By name of the new column.
    learned : Scales
        From `learn`, for these scales at least.
    keep : str
        Columns to keep beside ``window_id`` and ``active``.
    """
    subset = (_WINDOW, "active", *keep)
    table = signals.select(*subset, **{name: portable.finite(signals[scale.signal]) for name, scale in scales.items()})
    linear = {name: scale for name, scale in scales.items() if not scale.is_ranked}
    if linear:
        table = looked_up(table, _in_force(learned.parameters, linear))
    columns = {name: _on_line(table, table[name], name) for name in linear}
    for name, scale in scales.items():
        if scale.is_ranked:
            table = looked_up(table, _percentiles(learned.distributions, name, scale), name)
            found = [table[f"rung_{name}"]]
            if scale.scaling == "quintile":  # the mean of percentiles is their middle
                table = looked_up(table, _mean_percentile(learned.distributions, name, scale))
                found = [table[f"rung_{name}"], table[f"mean_{name}"]]
            columns[name] = ibis.coalesce(*found, ibis.literal(MIDDLE[scale.scaling], "float64"))
    return table.select(*subset, **{name: columns[name] for name in scales})


def thresholds(values: ir.Table, share: float) -> ir.Table:
    """For each window, the K-th largest ``value``, K = ⌈share × n⌉, n counting those that are known: ``threshold``."""
    groups = _groups(values, values.value)
    # A product such as 0.07 × 100 lands a hair above 7, which must not become 8.
    inside = groups.filter(groups.known - groups.up_to < (groups.known * share - 1e-9).ceil())
    return inside.group_by(_WINDOW).aggregate(threshold=inside.met.min())


def reached(table: ir.Table, found: ir.Table) -> ir.Table:
    """Add ``high_value``: whether ``value`` reaches its window's threshold, so that equals are in or out together.

    Null where the value is.
    """
    joined = looked_up(table, found)
    return joined.select(*table.columns, high_value=joined.value >= joined.threshold)


def to_nano(values: Any) -> ir.FloatingColumn:
    """Rounded to the ninth decimal, so that sums equal on paper are equal here."""
    return portable.steps(values, NANO).cast("float64") / NANO


def _parameters(signals: ir.Table, names: Collection[str], keep: Keep) -> ir.Table:
    """One row a window: for each signal ``low``, ``unit``, and ``average`` and ``spread`` of (x - low) / unit.

    All but ``low`` are null where all are equal.
    """
    if not names:
        return keep("lines", signals.select(_WINDOW).distinct())
    known = {name: portable.finite(signals[name]) for name in names}
    bounds = {f"low_{name}": each.min() for name, each in known.items()}
    bounds |= {f"high_{name}": each.max() for name, each in known.items()}
    found = signals.filter(signals.active).group_by(_WINDOW).aggregate(**bounds)
    units = {f"unit_{name}": (found[f"high_{name}"] - found[f"low_{name}"]).nullif(0) for name in names}
    found = keep("bounds", found.select(_WINDOW, *(f"low_{name}" for name in names), **units))

    rows = looked_up(signals, found)
    rows = rows.filter(rows.active)
    place = {f"at_{name}": _from(rows, portable.finite(rows[name]), name) for name in names}
    rows = rows.select(_WINDOW, **place)
    sums = {f"sum_{name}": portable.steps(rows[f"at_{name}"], NANO).sum() for name in names}
    squares = {f"squares_{name}": portable.steps(rows[f"at_{name}"] * rows[f"at_{name}"], NANO).sum() for name in names}
    n = {f"n_{name}": rows[f"at_{name}"].count() for name in names}
    both = found.inner_join(rows.group_by(_WINDOW).aggregate(**sums, **squares, **n), _WINDOW)
    averages = {f"average_{name}": _mean(both[f"sum_{name}"], both[f"n_{name}"]) for name in names}
    both = both.mutate(**averages)
    spreads = {}
    for name in names:
        average = both[f"average_{name}"]
        variance = _mean(both[f"squares_{name}"], both[f"n_{name}"]) - average * average
        spreads[f"spread_{name}"] = ibis.cases((variance > 0, variance)).sqrt()
    return keep("lines", both.select(*found.columns, *averages, **spreads))


def _in_force(parameters: ir.Table, scales: Mapping[str, Scale]) -> ir.Table:
    """For each column where its scale starts, its unit, and the place of those who have none."""
    columns: dict[str, Any] = {}
    for name, scale in scales.items():
        low, unit, average, spread = (parameters[f"{w}_{scale.signal}"] for w in ("low", "unit", "average", "spread"))
        middle = ibis.literal(MIDDLE[scale.scaling], "float64")
        if scale.scaling == "standard":
            start, unit, otherwise = low + average * unit, unit * spread, middle
        else:
            start = low if scale.higher_is_better else low + unit
            unit = unit if scale.higher_is_better else -unit
            average = average if scale.higher_is_better else 1.0 - average
            otherwise = ibis.cases((average.notnull(), average), (low.notnull(), 0.0), else_=middle)
        columns |= {f"low_{name}": start, f"unit_{name}": unit, f"otherwise_{name}": otherwise}
    return parameters.select(_WINDOW, **columns)


def _on_line(table: ir.Table, values: Any, name: str) -> Any:
    return ibis.coalesce(_from(table, values, name), table[f"otherwise_{name}"])


def _from(table: ir.Table, values: Any, name: str) -> Any:
    return (values - table[f"low_{name}"]) / table[f"unit_{name}"]


def _distribution(signals: ir.Table, signal: str) -> ir.Table:
    """Each value that occurs in a window, with how many have it, have it or less, and have any."""
    groups = _groups(signals.filter(signals.active), portable.finite(signals[signal]))
    return groups.select(_WINDOW, "met", "n", "up_to", "known", signal=ibis.literal(signal))


def _percentiles(distributions: ir.Table, name: str, scale: Scale) -> ir.Table:
    """``percentile`` or ``quintile`` of each value that occurs."""
    subset = distributions.filter(distributions.signal == scale.signal)
    return subset.select(_WINDOW, "met", **{f"rung_{name}": _percentile(subset, scale)})


def _percentile(distribution: ir.Table, scale: Scale) -> Any:
    # Number below plus number not above: 1 to 2 n - 1, a whole number.
    twice = 2.0 * distribution.up_to - distribution.n
    if not scale.higher_is_better:
        twice = 2.0 * distribution.known - twice
    if scale.scaling == "percentile":
        return twice / (2.0 * distribution.known)
    return (5.0 * twice / (2.0 * distribution.known)).floor().cast("float64") + 1.0


def _mean_percentile(distributions: ir.Table, name: str, scale: Scale) -> ir.Table:
    """Mean of what is scaled, by window."""
    subset = distributions.filter(distributions.signal == scale.signal)
    subset = subset.select(_WINDOW, "n", billionths=portable.steps(_percentile(subset, scale), NANO) * subset.n)
    found = subset.group_by(_WINDOW).aggregate(billionths=subset.billionths.sum(), n=subset.n.sum())
    return found.select(_WINDOW, **{f"mean_{name}": _mean(found.billionths, found.n)})


def _groups(table: ir.Table, values: Any) -> ir.Table:
    """The values ``met`` in each window: ``n`` have it, ``up_to`` have it or less, ``known`` have any."""
    met = table.select(_WINDOW, met=values)
    groups = met.filter(met.met.notnull()).group_by(_WINDOW, "met").agg(n=ibis._.count())
    so_far = groups.n.sum().over(group_by=_WINDOW, order_by=groups.met, rows=(None, 0))
    groups = groups.mutate(up_to=so_far.cast("float64"))
    return groups.mutate(known=groups.up_to.max().over(group_by=_WINDOW))


def _mean(billionths: Any, known: Any) -> Any:
    return billionths.cast("float64") / NANO / known.nullif(0).cast("float64")


def looked_up(table: ir.Table, found: ir.Table, value: str | None = None) -> ir.Table:
    """Every row with what was found for its window, or for its window and the value of a column."""
    keys = {f"{_WINDOW}_found": _WINDOW} | ({"met": value} if value else {})
    other = found.rename({f"{_WINDOW}_found": _WINDOW})
    return table.left_join(other, [(subset, theirs) for theirs, subset in keys.items()]).drop(*keys)
