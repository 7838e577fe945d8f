"""All signals at all anchors, in one table."""

from __future__ import annotations

from collections.abc import Sequence

import ibis

from valuecast.contracts import SIGNAL_CATALOGUE, Canonical
from valuecast.signals import (
    breadth,
    depth,
    frequency,
    intensity,
    momentum,
    reach,
    recency,
    satisfaction,
    seasonality,
    stability,
    tenure,
    usage_embedding,
)
from valuecast.signals.past import past
from valuecast.windows import Window

_BY_SUMS = (intensity, frequency, stability, momentum, recency, tenure, seasonality)
"""What follows from the sums over days of use."""
_BY_TABLE = (breadth, depth, usage_embedding, satisfaction, reach)
"""What is read from another table each."""
_KEY = ("window_id", "customer_id")


def assemble(
    tables: Canonical,
    anchors: ibis.Table,
    windows: Sequence[Window],
    measured: frozenset[str],
    axes: ibis.Table | None = None,
) -> ibis.Table:
    """Signals at each anchor, from rows before its ``as_of`` only.

    Parameters
    ----------
    tables : Canonical
        ``activity`` with a ``value`` column [value].
    anchors : ibis.Table
        Contract ``anchors``.
    windows : sequence of Window
        Those of ``anchors``.
    measured : frozenset of str
        Signals that this source measures at all. Among them, a missing value of null policy ``zero`` is 0:
        inactivity means none of it. The others stay null for everybody.
    axes : ibis.Table, optional
        `usage_embedding.across`: weights of product features, learned before the oldest anchor's ``as_of``;
        without them nobody has a place on them.

    Returns
    -------
    ibis.Table
        Contract ``signals``: one row an anchor, one float64 column a signal of the catalogue.
    """
    cut = past(tables, anchors, windows, axes)
    found: dict[str, ibis.Value] = {}
    for module in _BY_SUMS:
        found |= module.signals(cut.anchors)
    joined = cut.anchors.select(*_KEY, "active", **found)
    for each in _BY_TABLE:
        table = each.signals(cut)
        if not measured.isdisjoint(table.columns):
            joined = joined.left_join(table, _KEY, rname="{name}__again")
            joined = joined.drop("window_id__again", "customer_id__again")
    return joined.select(*_KEY, "active", **{name: _settled(joined, name, measured) for name in SIGNAL_CATALOGUE})


def _settled(joined: ibis.Table, name: str, measured: frozenset[str]) -> ibis.Value:
    if name not in measured:
        return ibis.null("float64")
    column = joined[name].cast("float64")
    return column.fill_null(0.0) if SIGNAL_CATALOGUE[name].null_policy == "zero" else column
