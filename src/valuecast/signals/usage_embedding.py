"""Which product features go together: an embedding of customers by their mix of clicks.

The mix of a customer is the square root of the share of its clicks on each product feature (as in Hellinger's distance:
it keeps the largest product feature from drowning the others, and volume out). The axes along which mixes differ most
among the customers of the oldest window (principal components) are learned once, from days before that window's
``as_of``, so that every window may use them; a customer's place on an axis is a sum, which any engine adds up.
"""

from __future__ import annotations

import ibis
import numpy as np
import pyarrow as pa

from valuecast.contracts import OUTPUTS, Canonical
from valuecast.engines import portable
from valuecast.signals.past import Past
from valuecast.windows import Window

AXES = 3
"""Axes kept: the first ones, along which mixes differ most."""
MOST_CUSTOMERS = 20_000
"""Customers that the axes are learned from, the first by id."""
FEWEST_CUSTOMERS = 50
"""With fewer customers or no more product features than axes there is nothing to learn."""
DIGITS = 9
_KEY = ("window_id", "customer_id")
_BILLION = 10**9


def learn(tables: Canonical, window: Window) -> pa.Table:
    """The axes, from clicks in the past window of the oldest anchor.

    Parameters
    ----------
    tables : Canonical
        ``product_usage`` is read.
    window : Window
        The oldest one.

    Returns
    -------
    pyarrow.Table
        Contract ``use_patterns``: the weight of each product feature on each axis, the largest by size above zero;
        empty with fewer than `FEWEST_CUSTOMERS` customers, or product features than axes.
    """
    table, usage = OUTPUTS["use_patterns"], tables.before(window.as_of).product_usage
    rows = usage.filter(usage.day >= window.past_start)
    known = rows.group_by("customer_id").aggregate(n=rows.count()).order_by("customer_id").limit(MOST_CUSTOMERS)
    rows = rows.semi_join(known, "customer_id")
    each = rows.group_by("customer_id", "product_feature_id").aggregate(clicks=portable.exact_sum(rows.clicks))
    found = each.filter(each.clicks > 0).order_by("customer_id", "product_feature_id").to_pyarrow()
    who = found["customer_id"].combine_chunks().dictionary_encode()
    customers = len(who.dictionary)
    names = sorted(set(found["product_feature_id"].to_pylist()))
    if customers < FEWEST_CUSTOMERS or len(names) <= AXES:
        return table.empty()
    place = {name: i for i, name in enumerate(names)}
    column = np.array([place[name] for name in found["product_feature_id"].to_pylist()])
    clicks, row = found["clicks"].to_numpy(), who.indices.to_numpy()
    mix = np.zeros((customers, len(names)))
    mix[row, column] = np.sqrt(clicks / np.bincount(row, weights=clicks)[row])
    axes = np.linalg.eigh(np.cov(mix, rowvar=False))[1][:, ::-1][:, :AXES]
    largest = np.abs(axes).argmax(axis=0)
    axes = np.round(axes * np.sign(axes[largest, np.arange(AXES)]), DIGITS)
    return table.conform(
        pa.table(
            {
                "product_feature_id": pa.array([name for name in names for _ in range(AXES)], pa.string()),
                "pattern": pa.array([axis + 1 for _ in names for axis in range(AXES)], pa.int64()),
                "weight": axes.ravel(),
            }
        )
    )


def across(weights: pa.Table) -> pa.Table:
    """The axes side by side, one row a product feature: ``product_feature_id``, ``weight_1`` and so on."""
    names = sorted(set(weights["product_feature_id"].to_pylist()))
    found = {(w["product_feature_id"], w["pattern"]): w["weight"] for w in weights.to_pylist()}
    columns = {
        f"weight_{axis}": pa.array([found.get((name, axis)) for name in names], pa.float64())
        for axis in range(1, AXES + 1)
    }
    return pa.table({"product_feature_id": pa.array(names, pa.string())} | columns)


def signals(past: Past) -> ibis.Table:
    """Where each customer's mix of clicks lies on each axis [−1 to 1]; null without clicks on a known product feature.

    use_pattern_1, use_pattern_2, use_pattern_3. A product feature that the axes do not know counts in the total only.
    """
    if past.patterns is None:
        names = [f"use_pattern_{axis}" for axis in range(1, AXES + 1)]
        return past.anchors.select(*_KEY, **dict.fromkeys(names, ibis.null("float64")))
    usage = past.usage
    each = usage.group_by(*_KEY, "product_feature_id").aggregate(clicks=portable.exact_sum(usage.clicks))
    total = portable.thousandths(each.clicks).sum().over(group_by=_KEY).cast("float64") / portable.RESOLUTION
    mixed = each.mutate(mix=(each.clicks / total.nullif(0)).sqrt())
    mixed = mixed.filter(mixed.clicks > 0)
    placed = mixed.inner_join(past.patterns, "product_feature_id")
    return placed.group_by(*_KEY).aggregate(
        **{
            f"use_pattern_{axis}": portable.steps(placed.mix * placed[f"weight_{axis}"], _BILLION).sum().cast("float64")
            / _BILLION
            for axis in range(1, AXES + 1)
        }
    )
