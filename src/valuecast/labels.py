"""What happened after each anchor: future value, beside past value over an equal length, and who was high-value.

The tie rule: of *n* active customers, ``K = ceil(q n)``; the threshold is the K-th largest future value; a customer
is high-value where its future value is at least the threshold and above zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import ibis
import pyarrow as pa

from valuecast.contracts import in_use
from valuecast.engines import portable
from valuecast.windows import Window, months_after

_KEY = ("window_id", "customer_id", "horizon_months")
AGREE = 2
"""So many measures must put a customer in the top share for ``several_measures`` to call it high-value."""


def labels(
    activity: ibis.Table,
    anchors: ibis.Table,
    windows: Sequence[Window],
    horizons: Sequence[int],
    known_from: date,
    known_until: date,
    share: float,
) -> ibis.Table:
    """Past and future value for every anchor and horizon.

    Parameters
    ----------
    activity : ibis.Table
        customer_id, day, value.
    anchors : ibis.Table
        Contract ``anchors``.
    windows, horizons
        What to measure [months].
    known_from, known_until : date
        First day of the data, and the day from which on nothing is known: the ``as_of`` of today. Where the past
        stretch begins before the one or the future ends after the other, ``future_value`` is null.
    share : float
        Top share that is high-value, in (0, 1).

    Returns
    -------
    ibis.Table
        Contract ``labels``. ``high_value`` is null for customers that were not active in the past window.
    """
    spans = _spans(windows, horizons, known_from, known_until)
    joined = activity.join(spans, [activity.day >= spans.past_from, activity.day < spans.future_to])
    before = joined.day < joined.as_of
    sums = joined.group_by("window_id", "customer_id", "horizon_months").aggregate(
        past_value=portable.exact_sum(joined.value, where=before),
        future_value=portable.exact_sum(joined.value, where=~before),
    )
    who = anchors.select("window_id", "customer_id", "active")
    every = who.inner_join(spans.select("window_id", "horizon_months", "known"), "window_id")
    found = every.left_join(sums, list(_KEY))
    found = found.select(
        *_KEY,
        "active",
        past_value=found.past_value.fill_null(0.0),
        future_value=ibis.ifelse(found.known, found.future_value.fill_null(0.0), ibis.null("float64")),
    )
    return _flagged(found, share)


def _spans(windows: Sequence[Window], horizons: Sequence[int], known_from: date, known_until: date) -> ibis.Table:
    rows = [
        {
            "window_id": window.window_id,
            "as_of": window.as_of,
            "horizon_months": months,
            "past_from": months_after(window.as_of, -months),
            "future_to": window.future_end(months) if window.future_end(months) <= known_until else window.as_of,
            "known": window.future_end(months) <= known_until and months_after(window.as_of, -months) >= known_from,
        }
        for window in windows
        for months in horizons
    ]
    types = pa.schema(
        [
            ("window_id", pa.string()),
            ("as_of", pa.date32()),
            ("horizon_months", pa.int64()),
            ("past_from", pa.date32()),
            ("future_to", pa.date32()),
            ("known", pa.bool_()),
        ]
    )
    return ibis.memtable(pa.Table.from_pylist(rows, schema=types))


def _flagged(found: ibis.Table, share: float) -> ibis.Table:
    """High-value where fewer than K customers have a larger value, so that the value is at least the K-th largest."""
    known = found.mutate(counts=found.active & found.future_value.notnull())
    group = ("window_id", "horizon_months", "counts")
    ranked = known.mutate(
        larger=ibis.rank().over(group_by=group, order_by=known.future_value.desc()),
        n=known.count().over(group_by=group),
    )
    most = (ranked.n * share - 1e-9).ceil().cast("int64")
    high = (ranked.larger < most) & (ranked.future_value > 0)
    return ranked.select(
        *_KEY, "past_value", "future_value", high_value=ibis.ifelse(ranked.counts, high, ibis.null("boolean"))
    )


def other_definitions(
    activity: ibis.Table, outcomes: ibis.Table, anchors: ibis.Table, window: Window, horizon: int, share: float
) -> ibis.Table:
    """High-value in one window by other definitions than value: a second opinion on the same months.

    ``several_measures``: in the top share by at least `AGREE` of active days, minutes, events and amount in the future
    window, each with the tie rule of `labels`; a measure that nobody has counts for nobody. ``renewed_or_expanded``:
    among customers with a renewal, an expansion, a contraction or a churn in the future window, those who renewed or
    expanded and neither contracted nor churned.

    Parameters
    ----------
    activity, outcomes : ibis.Table
        Canonical.
    anchors : ibis.Table
        Contract ``anchors``.
    window : Window
        The window to look at; its future must be known.
    horizon : int
        Length of the future window [months].
    share : float
        Top share, in (0, 1).

    Returns
    -------
    ibis.Table
        Contract ``definitions``: active customers only, and of the second definition only those with such an outcome.
    """
    who = anchors.filter(anchors.window_id == window.window_id, anchors.active).select("window_id", "customer_id")
    end = window.future_end(horizon)
    return _by_measures(who, activity.filter(activity.day >= window.as_of, activity.day < end), share).union(
        _by_outcomes(who, outcomes.filter(outcomes.occurred_on >= window.as_of, outcomes.occurred_on < end))
    )


def _by_measures(who: ibis.Table, future: ibis.Table, share: float) -> ibis.Table:
    sums = future.group_by("customer_id").aggregate(
        active_days=portable.only(1, in_use(future)).count().cast("float64"),
        **{name: portable.exact_sum(future[name]) for name in ("minutes", "events", "amount")},
    )
    found = who.left_join(sums, "customer_id")
    measures = ("active_days", "minutes", "events", "amount")
    found = found.select(*who.columns, **{name: found[name].fill_null(0.0) for name in measures})
    ranked = found.mutate(
        n=found.count().over(), **{f"{name}_larger": ibis.rank().over(order_by=found[name].desc()) for name in measures}
    )
    most = (ranked.n * share - 1e-9).ceil().cast("int64")
    votes = [
        ibis.ifelse((ranked[f"{name}_larger"] < most) & (ranked[name] > 0), 1, 0).cast("int64") for name in measures
    ]
    return ranked.select(
        *who.columns,
        definition=ibis.literal("several_measures"),
        high_value=sum(votes[1:], start=votes[0]) >= AGREE,
    )


def _by_outcomes(who: ibis.Table, future: ibis.Table) -> ibis.Table:
    renewals = future.filter(future.kind.isin(["renewal", "expansion", "contraction", "churn"]))
    each = renewals.group_by("customer_id").aggregate(
        good=renewals.count(where=renewals.kind.isin(["renewal", "expansion"])),
        bad=renewals.count(where=renewals.kind.isin(["contraction", "churn"])),
    )
    found = who.inner_join(each, "customer_id")
    return found.select(
        *who.columns,
        definition=ibis.literal("renewed_or_expanded"),
        high_value=(found.good > 0) & (found.bad == 0),
    )
