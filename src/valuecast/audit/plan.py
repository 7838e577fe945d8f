"""Grain, windows and horizons that the data can support, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, cast

import pyarrow as pa

from valuecast.audit.candidates import PAST_CHOICES, candidate, candidate_table, candidates
from valuecast.audit.limits import problems, short_trends, single_account
from valuecast.audit.months import Months
from valuecast.audit.power import detectable_gain
from valuecast.contracts import OUTPUTS, Finding, Note, note
from valuecast.windows import TODAY, Plan, Window, folds, months_after, rolling, whole_months


@dataclass(frozen=True)
class _Request:
    share: float
    horizon: int
    trend_months: tuple[int, ...]
    past_months: int | None
    ruled_out: tuple[Finding, ...] = ()


def make_plan(
    months: Mapping[str, Months],
    *,
    as_of_given: bool,
    grain: str,
    share: float,
    horizon: int,
    trend_months: Sequence[int],
    past_months: int | None,
    ruled_out: Sequence[Finding] = (),
    back: Mapping[str, Months] | None = None,
) -> tuple[Plan, tuple[Finding, ...]]:
    """Choose grain and windows; say why, and what is too little.

    Parameters
    ----------
    months : mapping
        Customers by month, by grain, the preferred grain first.
    as_of_given : bool
        Whether the user named the day, rather than the data.
    grain, past_months
        What the user asked for; ``None`` or ``"auto"`` leaves the choice to the plan.
    ruled_out : sequence of Finding
        What rules out evidence at every grain, whatever the windows hold.
    back : mapping, optional
        As ``months``, counted back from the day from which backtest windows are; the same when left out.

    Returns
    -------
    Plan, tuple of Finding
        Dimensions are left empty: they follow from the signals.
    """
    request = _Request(share, horizon, tuple(trend_months), past_months, tuple(ruled_out))
    counted = back or months
    tried = [
        _for_grain(name, months[name], counted[name], as_of_given, request)
        for name in months
        if grain in ("auto", name)
    ]
    best, its_problems = next(((plan, its) for plan, its in tried if plan.supervised), tried[0])
    alone = tuple(single_account(months["account"])) if "account" in months else ()
    copies = tuple(f for _, every in tried for f in every if f.code == "customers_identical" and f not in its_problems)
    if not best.supervised:
        every = dict.fromkeys(finding for _, findings in tried for finding in findings if finding.stops)
        return best, (*every, *alone)
    passed_over = tuple(
        note("grain_passed_over", grain=plan.grain, finding=finding)
        for plan, every in tried
        if not plan.supervised
        for finding in every
    )
    milder = tuple(replace(f, stops=False, figures={**f.figures, "assessed": best.grain}) for f in copies)
    return replace(best, reasons=(*best.reasons, *passed_over)), (*its_problems, *milder, *alone)


def candidate_windows(months: Mapping[str, Months], plan: Plan, *, share: float, past_months: int | None) -> pa.Table:
    """Every candidate at every grain, with what it holds (contract ``candidate_windows``).

    ``months`` are counted back from the day from which the plan's windows are.
    """
    tables = []
    for grain, found in months.items():
        own = {(plan.past_months, w.as_of) for w in plan.windows} if grain == plan.grain else set()
        every = candidates(found, plan.horizon, share, past_months)
        tables.append(candidate_table(grain, found, every, plan.horizon, own))
    return pa.concat_tables(tables) if tables else OUTPUTS["candidate_windows"].empty()


def _for_grain(
    grain: str, months: Months, back: Months, as_of_given: bool, request: _Request
) -> tuple[Plan, tuple[Finding, ...]]:
    end, start = months.as_of, months.start
    history = whole_months(start, back.as_of)
    past, horizon = _lengths(history, request)
    windows = rolling(start, back.as_of, past, min(horizon, *request.trend_months)) if past else ()
    today = Window(TODAY, months_after(end, -(past or 6)), end)
    counts = _counts(back, windows, past or 6) | _counts(months, (today,), past or 6)
    roles = [fold.role for fold in folds(_long(windows, months, horizon), today, horizon)]
    found = problems(grain, months, counts, windows, today, request.share, history, horizon if past else 0)
    stops = (*request.ruled_out, *(f for f in found if f.code != "no_value" or not request.ruled_out))
    plan = Plan(
        grain=cast(Literal["account", "visitor"], grain),
        as_of=end,
        data_start=start,
        past_months=past or 6,
        horizon=horizon,
        trend_horizons=_horizons(request, windows, months, today, supervised=not stops),
        windows=windows if not stops else (),
        today=today,
        windows_until=back.as_of,
        score_dimensions=frozenset(),
        model_dimensions=frozenset(),
        supervised=not stops,
        reasons=(
            *_who(grain, months, as_of_given, counts, past or 6),
            *(_why(history, past, horizon, request, roles) if not stops else ()),
            *(_from(back.as_of, end) if not stops else ()),
            *_spread(grain, back, counts, windows if not stops else (), today, past, horizon, request.share),
        ),
    )
    return plan, (*stops, *short_trends(plan, request.trend_months, history))


def _horizons(
    request: _Request, windows: Sequence[Window], months: Months, today: Window, *, supervised: bool
) -> tuple[int, ...]:
    """Horizons whose trend can be tested; without evidence, those whose past the data cover."""
    if supervised:
        return tuple(h for h in request.trend_months if folds(_long(windows, months, h), today, h))
    return tuple(h for h in request.trend_months if months_after(today.as_of, -h) >= months.start)


def _long(windows: Sequence[Window], months: Months, horizon: int) -> list[Window]:
    return [w for w in windows if months_after(w.as_of, -horizon) >= months.start]


def _who(grain: str, months: Months, given: bool, counts: Mapping[str, int], past: int) -> tuple[Note, ...]:
    end = months.as_of
    return (
        note("data_before", as_of=end, given=given),
        note("grain_chosen", grain=grain, active=counts[TODAY], months=past, as_of=end),
    )


def _from(until: date, end: date) -> tuple[Note, ...]:
    """From when windows are counted back, where that is not today."""
    return () if until == end else (note("windows_counted_back", until=until),)


def _spread(
    grain: str,
    months: Months,
    counts: Mapping[str, int],
    windows: Sequence[Window],
    today: Window,
    past: int,
    horizon: int,
    share: float,
) -> tuple[Note, ...]:
    """How many windows and rows there are, and what the test window can show."""
    if not windows:
        return ()
    sizes = [counts[w.window_id] for w in windows]
    laid = note(
        "past_windows",
        grain=grain,
        windows=len(windows),
        months=past,
        least=min(sizes),
        most=max(sizes),
        rows=sum(sizes),
    )
    test = next((f.predict for f in folds(_long(windows, months, horizon), today, horizon) if f.role == "test"), None)
    if test is None:
        return (laid,)
    back = whole_months(test.as_of, months.as_of)
    test_counts = candidate(months, past, back, horizon, share)
    gain = detectable_gain(test_counts.positives)
    if gain is None:
        return (laid,)
    shown = note(
        "detectable_gain",
        grain=grain,
        active=test_counts.past_active,
        returning=test_counts.returning,
        months=horizon,
        positives=test_counts.positives,
        gain=gain,
    )
    return laid, shown


def _lengths(history: int, request: _Request) -> tuple[int, int]:
    """Past length and horizon for which training, validation and test windows do not overlap; past 0 if none."""
    for horizon in range(request.horizon, 0, -1):
        for validations in (1, 0):
            needed = 3 * horizon + validations
            choices = (request.past_months,) if request.past_months else PAST_CHOICES
            past = next((p for p in choices if p + needed <= history), 0)
            if past:
                return past, horizon
    return 0, request.horizon


def _why(history: int, past: int, horizon: int, request: _Request, roles: Sequence[str]) -> tuple[Note, ...]:
    """Why these lengths: what they leave to choose, calibrate and test with."""
    if not past:
        return ()
    validations = roles.count("validation")
    lengths = note("lengths_chosen", history=history, past=past, horizon=horizon, validations=validations)
    if horizon == request.horizon:
        return (lengths,)
    return lengths, note("horizon_shortened", horizon=horizon, asked=request.horizon)


def _counts(months: Months, windows: Sequence[Window], past: int) -> dict[str, int]:
    """Customers active in the past of each window."""
    return {w.window_id: int(months.active(whole_months(w.as_of, months.as_of), past).sum()) for w in windows}
