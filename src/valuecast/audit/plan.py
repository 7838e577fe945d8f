"""Grain, windows and horizons that the data can support, each with its reason."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, cast

import ibis
import pyarrow as pa

from valuecast.audit.calendar import Calendar
from valuecast.contracts import Finding
from valuecast.windows import TODAY, Plan, Window, folds, months_after, rolling, whole_months

LEAST_CUSTOMERS = 100
"""Fewest active customers in a window for which evidence is worth having."""
LEAST_POSITIVES = 20
"""Fewest high-value customers in a window."""
PAST_CHOICES = (6, 4, 3, 2, 1)
"""Lengths of past window to try, longest first [months]."""


@dataclass(frozen=True)
class _Wish:
    share: float
    horizon: int
    trend_months: tuple[int, ...]
    past_months: int | None


def make_plan(
    activities: Mapping[str, ibis.Table],
    calendars: Mapping[str, Calendar],
    *,
    as_of: date | None,
    grain: str,
    share: float,
    horizon: int,
    trend_months: Sequence[int],
    past_months: int | None,
) -> tuple[Plan, tuple[Finding, ...]]:
    """Choose grain and windows; say why, and what is too little.

    Parameters
    ----------
    activities : mapping
        Canonical activity by grain, the preferred grain first.
    calendars : mapping
        Span of the data by grain.
    as_of, grain, past_months
        What the user asked for; ``None`` or ``"auto"`` leaves the choice to the plan.

    Returns
    -------
    Plan, tuple of Finding
        Dimensions are left empty: they follow from the signals.
    """
    wish = _Wish(share, horizon, tuple(trend_months), past_months)
    tried = [
        _for_grain(name, activities[name], calendars[name], as_of, wish)
        for name in activities
        if grain in ("auto", name)
    ]
    best, found = next(((plan, found) for plan, found in tried if plan.supervised), tried[0])
    if not best.supervised:
        return best, tuple(finding for _, every in tried for finding in every if finding.stops)
    passed_over = tuple(
        f"not assessed by {plan.grain}: {finding.evidence}"
        for plan, every in tried
        if not plan.supervised
        for finding in every
    )
    return replace(best, reasons=(*best.reasons, *passed_over)), found


def _for_grain(
    grain: str, activity: ibis.Table, calendar: Calendar, as_of: date | None, wish: _Wish
) -> tuple[Plan, tuple[Finding, ...]]:
    end = as_of or calendar.end
    start = min(calendar.start, end)
    history = whole_months(start, end)
    past, horizon, reasons = _lengths(history, wish)
    windows = rolling(start, end, past, min(horizon, *wish.trend_months)) if past else ()
    today = Window(TODAY, months_after(end, -(past or 6)), end)
    counts = _counts(activity, (*windows, today))
    problems = tuple(_problems(grain, activity, counts, windows, today, history, wish, horizon if past else 0))
    plan = Plan(
        grain=cast(Literal["account", "visitor"], grain),
        as_of=end,
        data_start=start,
        past_months=past or 6,
        horizon=horizon,
        trend_horizons=_horizons(wish, windows, start, today, supervised=not problems),
        windows=windows if not problems else (),
        today=today,
        score_dimensions=frozenset(),
        model_dimensions=frozenset(),
        supervised=not problems,
        reasons=_reasons(grain, end, as_of is None, counts, windows, past or 6, reasons),
    )
    return plan, (*problems, *_short_trends(plan, wish, history))


def _horizons(
    wish: _Wish, windows: Sequence[Window], start: date, today: Window, *, supervised: bool
) -> tuple[int, ...]:
    """Horizons whose trend can be tested; without evidence, those whose past the data cover."""
    if supervised:
        return tuple(h for h in wish.trend_months if folds(_long(windows, start, h), today, h))
    return tuple(h for h in wish.trend_months if months_after(today.as_of, -h) >= start)


def _reasons(
    grain: str,
    end: date,
    by_default: bool,
    counts: Mapping[str, int],
    windows: Sequence[Window],
    past: int,
    lengths: tuple[str, ...],
) -> tuple[str, ...]:
    sizes = [counts[w.window_id] for w in windows] or [0]
    spread = f"{len(windows)} past windows, one month apart, of {min(sizes):,} to {max(sizes):,} active {grain}s each"
    return (
        f"data before {end} are used" + (", the day after the last activity" if by_default else ", as asked"),
        f"assessed by {grain}: {counts[TODAY]:,} active in the {past} months before {end}",
        *lengths,
        *((spread,) if windows else ()),
    )


def _long(windows: Sequence[Window], start: date, horizon: int) -> list[Window]:
    return [w for w in windows if months_after(w.as_of, -horizon) >= start]


def _lengths(history: int, wish: _Wish) -> tuple[int, int, tuple[str, ...]]:
    """Past length and horizon for which training, validation and test windows do not overlap; (0, …) if none."""
    for horizon in range(wish.horizon, 0, -1):
        for validations in (1, 0):
            needed = 3 * horizon + validations
            choices = (wish.past_months,) if wish.past_months else PAST_CHOICES
            past = next((p for p in choices if p + needed <= history), 0)
            if past:
                why: tuple[str, ...] = (
                    f"{history} whole months of data: a past of {past} and a future of {horizon} months leave "
                    f"{validations + 1} window{'s' if validations else ''} for validation and one for the test, "
                    "each trained on windows whose future had ended",
                )
                if horizon < wish.horizon:
                    why += (
                        f"the future window is {horizon} instead of {wish.horizon} months: the history is too short",
                    )
                return past, horizon, why
    return 0, wish.horizon, ()


def _counts(activity: ibis.Table, windows: Sequence[Window]) -> dict[str, int]:
    """Customers active in the past of each window."""
    spans = ibis.memtable(
        pa.table(
            {
                "window_id": [w.window_id for w in windows],
                "past_start": pa.array([w.past_start for w in windows], pa.date32()),
                "as_of": pa.array([w.as_of for w in windows], pa.date32()),
            }
        )
    )
    rows = activity.join(spans, [activity.day >= spans.past_start, activity.day < spans.as_of])
    each = rows.select("window_id", "customer_id").distinct()
    found = each.group_by("window_id").aggregate(n=each.count()).to_pyarrow().to_pylist()
    return {w.window_id: 0 for w in windows} | {row["window_id"]: int(row["n"]) for row in found}


def _problems(
    grain: str,
    activity: ibis.Table,
    counts: Mapping[str, int],
    windows: Sequence[Window],
    today: Window,
    history: int,
    wish: _Wish,
    horizon: int,
) -> Sequence[Finding]:
    found = []
    if not horizon or not windows:
        found.append(
            _stop(
                "history_too_short",
                f"{history} whole months of {grain} activity before {today.as_of}",
                "at least 4 months: a past, and a future each for training, validation and test",
                history,
            )
        )
    smallest = min([counts[w.window_id] for w in windows], default=counts[today.window_id])
    positives = math.ceil(wish.share * smallest - 1e-9)
    if smallest < LEAST_CUSTOMERS or positives < LEAST_POSITIVES:
        found.append(
            _stop(
                "too_few_customers",
                f"{smallest:,} active {grain}s in the smallest window, of whom {positives:,} would be high-value",
                f"at least {LEAST_CUSTOMERS} customers and {LEAST_POSITIVES} high-value ones in every window",
                smallest,
            )
        )
    if _identical(activity, today.as_of):
        found.append(_stop("customers_identical", f"every {grain} has the same value", "customers that differ", 0))
    return found


def _identical(activity: ibis.Table, as_of: date) -> bool:
    inside = activity.filter(activity.day < as_of)
    each = inside.group_by("customer_id").aggregate(v=inside.value.sum(), n=inside.count())
    figures = each.aggregate(a=each.v.min(), b=each.v.max(), c=each.n.min(), d=each.n.max(), n=each.count())
    row = figures.to_pyarrow().to_pylist()[0]
    return bool(row["n"] and row["n"] > 1 and row["a"] == row["b"] and row["c"] == row["d"])


def _stop(code: str, evidence: str, needed: str, count: int) -> Finding:
    return Finding(
        code,
        "error",
        "activity",
        "",
        evidence,
        "no model can be trained or tested: scores for today and descriptions only, without evidence",
        f"needed: {needed}",
        count,
        stops=True,
    )


def _short_trends(plan: Plan, wish: _Wish, history: int) -> tuple[Finding, ...]:
    missing = [h for h in wish.trend_months if h not in plan.trend_horizons]
    if not missing or not plan.supervised:
        return ()
    return (
        Finding(
            "horizon_too_long",
            "warning",
            "activity",
            "",
            f"{history} whole months of data cannot test a trend {' or '.join(map(str, missing))} months ahead",
            "no trend is given for it",
            f"wait until there are {2 * max(missing)} months, or ask for a shorter horizon",
            len(missing),
        ),
    )
