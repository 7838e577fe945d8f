"""Every signal, recomputed with plain loops from the words of the docstrings, against ``assemble``."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable
from dataclasses import fields
from datetime import date, timedelta
from itertools import pairwise
from statistics import fmean
from typing import Any

import ibis
import numpy as np
import pytest
from sklearn.decomposition import PCA

from valuecast import signals
from valuecast.contracts import INTERMEDIATE, SIGNAL_CATALOGUE, Canonical
from valuecast.sources import Source
from valuecast.windows import Window

pytestmark = pytest.mark.slow

Row = dict[str, Any]
EVERYTHING = frozenset(SIGNAL_CATALOGUE)


def rows_of(tables: Canonical) -> dict[str, list[Row]]:
    """Canonical tables as lists of rows."""
    return {f.name: getattr(tables, f.name).to_pyarrow().to_pylist() for f in fields(Canonical)}


def by_customer(rows: list[Row]) -> dict[str, list[Row]]:
    """Rows of each customer."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["customer_id"]].append(row)
    return found


def ratio(above: float, below: float) -> float | None:
    """A quotient, unknown where there is nothing to divide by."""
    return above / below if below else None


def of_activity(days: list[Row], window: Window) -> Row:
    """Intensity, frequency, stability, momentum, recency and tenure of one customer."""
    ever = sorted((r for r in days if r["day"] < window.as_of), key=lambda r: r["day"])
    past = [r for r in ever if r["day"] >= window.past_start]
    found: Row = dict.fromkeys(EVERYTHING)
    found |= {
        "value": sum(r["value"] for r in past),
        "minutes": sum(r["minutes"] or 0.0 for r in past),
        "events": sum(r["events"] or 0.0 for r in past),
        "active_days": float(len(past)),
        "active_weeks": float(len({(window.as_of - r["day"] - timedelta(days=1)).days // 7 for r in past})),
    }
    found["recent_active_days"] = float(sum((window.as_of - r["day"]).days <= 30 for r in past))
    found["visits"] = sum(r["active_members"] for r in past)
    if ever:
        found |= of_history(ever, past, window)
        found["days_since_last"] = float((window.as_of - ever[-1]["day"]).days - 1)
        found["tenure_days"] = float((window.as_of - ever[0]["day"]).days)
        found["span_days"] = float((ever[-1]["day"] - ever[0]["day"]).days)
    if past:
        found |= of_past(past, window)
    return found


def of_history(ever: list[Row], past: list[Row], window: Window) -> Row:
    """What reaches back beyond the past window: its own history, and the same season a year ago."""
    ages = [(window.as_of - r["day"]).days for r in ever]
    value = [r["value"] for r in ever]

    def between(low: int, high: int) -> float:
        return sum(v for v, age in zip(value, ages, strict=True) if low < age <= high)

    found: Row = {}
    if past:
        found["recency_share"] = ages[-1] / ages[0]
    if past and ages[0] > 30:
        found["value_against_history"] = ratio(between(0, 30), sum(value) * 30 / ages[0])
    if ages[0] >= 364:
        found["season_ratio"] = ratio(4 * between(273, 364), between(0, 364))
    return found


def of_past(past: list[Row], window: Window) -> Row:
    """Signals that need at least one day of use in the past window."""
    when = [r["day"] for r in past]
    idle = [(later - earlier).days - 1 for earlier, later in pairwise(when)]
    since = (window.as_of - when[-1]).days
    found: Row = {
        "value_per_active_day": sum(r["value"] for r in past) / len(past),
        "longest_gap": float(max([*idle, since - 1])),
    }
    gaps = np.diff([day.toordinal() for day in when])
    weekdays = np.bincount([day.weekday() for day in when], minlength=7)
    shares = weekdays[weekdays > 0] / len(when)
    found |= {
        "events_per_active_day": ratio(sum(r["events"] or 0.0 for r in past), len(past)),
        "value_per_visit": ratio(sum(r["value"] for r in past), sum(r["active_members"] for r in past)),
        "weekday_entropy": float(-(shares * np.log(shares)).sum() / np.log(7)),
        "weekend_share": float(weekdays[5:].sum() / len(when)),
    }
    if len(past) >= 3:
        found["gap_variation"] = float(gaps.std() / gaps.mean())
        found["recency_ratio"] = since / fmean(gap + 1 for gap in idle)
    ages = [(window.as_of - r["day"]).days for r in past]
    last = sum(r["value"] for r, age in zip(past, ages, strict=True) if age <= 30)
    before = sum(r["value"] for r, age in zip(past, ages, strict=True) if 30 < age <= 60)
    third = sum(r["value"] for r, age in zip(past, ages, strict=True) if 60 < age <= 90)
    counts = [sum(low < age <= low + 30 for age in ages) for low in (0, 30)]
    found["days_change"] = ratio(counts[0] - counts[1], sum(counts))
    if (window.as_of - window.past_start).days >= 90:
        found["acceleration"] = ratio(last - 2 * before + third, last + before + third)
    found["value_change"] = ratio(last - before, last + before)
    found["recent_share"] = ratio(last, sum(r["value"] for r in past))
    n = max((window.as_of - window.past_start).days // 7, 1)
    weekly = np.zeros(n)
    seen = False
    for r, age in zip(past, ages, strict=True):
        if (age - 1) // 7 < n:
            weekly[n - 1 - (age - 1) // 7] += r["value"]
            seen = True
    if seen and weekly.mean() != 0:
        found["weekly_variation"] = float(weekly.std() / weekly.mean())
        if n > 1:
            found["weekly_slope"] = float(np.polyfit(np.arange(n), weekly, 1)[0] / weekly.mean())
    return found


def of_product(usage: list[Row], adopted: list[Row], features: dict[str, Row], window: Window) -> Row:
    """Breadth and depth of one customer."""
    past = [r for r in usage if window.past_start <= r["day"] < window.as_of]
    used = {r["product_feature_id"] for r in past}
    clicks: dict[str, float] = defaultdict(float)
    for r in past:
        clicks[r["product_feature_id"]] += r["clicks"]
    total = sum(clicks.values())
    core = {name for name, f in features.items() if f["is_core"]}
    return {
        "features_used": float(len(used)),
        "areas_used": float(len({features[u]["area"] for u in used if u in features} - {None})),
        "features_adopted": float(sum(r["adopted_on"] < window.as_of for r in adopted)),
        "core_features_used": float(len(used & core)),
        "recent_features": float(len({r["product_feature_id"] for r in past if (window.as_of - r["day"]).days <= 30})),
        "click_concentration": sum((c / total) ** 2 for c in clicks.values()) if total else None,
        "minutes_per_feature": ratio(sum(r["minutes"] for r in past), len(used)),
        "feature_clicks": total,
        "clicks_per_feature": ratio(total, sum(c > 0 for c in clicks.values())) if total else None,
        "core_click_share": ratio(sum(clicks[c] for c in core & set(clicks)), total) if core else None,
    }


def mix_of(usage: list[Row], window: Window) -> dict[str, float]:
    """Square root of the share of a customer's clicks on each product feature."""
    clicks: dict[str, float] = defaultdict(float)
    for r in usage:
        if window.past_start <= r["day"] < window.as_of:
            clicks[r["product_feature_id"]] += r["clicks"]
    total = sum(clicks.values())
    return {name: math.sqrt(c / total) for name, c in clicks.items() if c > 0}


def axes_of(usage: list[Row], first: Window) -> dict[str, np.ndarray]:
    """Weight of each product feature on three axes, by scikit-learn's principal components of the mixes."""
    mixes = [mix for mine in by_customer(usage).values() if (mix := mix_of(mine, first))]
    names = sorted({name for mix in mixes for name in mix})
    if len(mixes) < 50 or len(names) <= 3:
        return {}
    found = PCA(3, svd_solver="full").fit(np.array([[mix.get(name, 0.0) for name in names] for mix in mixes]))
    signs = np.sign(found.components_[np.arange(3), np.abs(found.components_).argmax(axis=1)])
    return dict(zip(names, (found.components_ * signs[:, None]).T, strict=True))


def of_mix(usage: list[Row], weights: dict[str, np.ndarray], window: Window) -> Row:
    """Where one customer's mix of clicks lies on the axes."""
    known = [share * weights[name] for name, share in mix_of(usage, window).items() if name in weights]
    places = np.sum(known, axis=0) if known else [None] * 3
    return {f"use_pattern_{axis}": None if p is None else float(p) for axis, p in enumerate(places, start=1)}


def of_people(members: list[Row], ratings: list[Row], window: Window) -> Row:
    """Reach and satisfaction of one customer."""
    days: dict[str, int] = defaultdict(int)
    first: dict[str, date] = {}
    newest: dict[str, date] = {}
    for r in members:
        if r["day"] < window.as_of:
            first[r["member_id"]] = min(first.get(r["member_id"], r["day"]), r["day"])
            days[r["member_id"]] += r["day"] >= window.past_start
            newest[r["member_id"]] = max(newest.get(r["member_id"], r["day"]), r["day"])
    active = {m: n for m, n in days.items() if n}
    known = [r for r in ratings if r["rated_on"] < window.as_of]
    answers: dict[Any, dict[date, list[float]]] = defaultdict(lambda: defaultdict(list))
    for r in known:
        answers[r["member_id"] or r["customer_id"]][r["rated_on"]].append(r["rating"])
    recent = [r["rating"] for r in known if r["rated_on"] >= window.past_start]
    earlier = [r["rating"] for r in known if r["rated_on"] < window.past_start]
    return {
        "active_members": float(len(active)),
        "new_members": float(sum((window.as_of - day).days <= 30 for day in first.values())),
        "lost_members": float(sum((window.as_of - newest[m]).days > 30 for m in active)),
        "active_member_share": ratio(len(active), len(first)) if active else None,
        "rated": float(bool(known)),
        "rating_change": fmean(recent) - fmean(earlier) if recent and earlier else None,
        "top_member_share": ratio(max(active.values()), sum(active.values())) if active else None,
        "latest_rating": fmean(fmean(a[max(a)]) for a in answers.values()) if answers else None,
        "mean_rating": fmean(recent) if recent else None,
    }


def expected(rows: dict[str, list[Row]], windows: tuple[Window, ...]) -> dict[tuple[str, str], Row]:
    """Every signal at every anchor."""
    grouped = {name: by_customer(rows[name]) for name in rows if name not in ("product_features", "customers")}
    features = {r["product_feature_id"]: r for r in rows["product_features"]}
    weights = axes_of(rows["product_usage"], min(windows, key=lambda window: window.as_of))
    known = {r["customer_id"]: r["first_seen_on"] for r in rows["customers"]}
    found = {}
    for window in windows:
        for customer in sorted(set(known) | set(grouped["activity"])):
            days = grouped["activity"].get(customer, [])
            firsts = [*(r["day"] for r in days), *([known[customer]] if known.get(customer) else [])]
            if not firsts or min(firsts) >= window.as_of:
                continue
            row = of_activity(days, window)
            row["active"] = row["active_days"] > 0
            usage, adopted, members, ratings = (
                grouped[name].get(customer, []) for name in ("product_usage", "adoption", "member_activity", "ratings")
            )
            row |= of_product(usage, adopted, features, window) | of_mix(usage, weights, window)
            row |= of_people(members, ratings, window)
            found[window.window_id, customer] = row
    return found


def computed(tables: Canonical, windows: tuple[Window, ...], measured: frozenset[str]) -> dict[tuple[str, str], Row]:
    """The same, by ``assemble``, in its declared shape."""
    axes = ibis.memtable(signals.across(signals.learn(tables, min(windows, key=lambda window: window.as_of))))
    found = signals.assemble(tables, signals.anchors(tables, windows), windows, measured, axes)
    shaped = INTERMEDIATE["signals"].conform(found.to_pyarrow())
    return {(row["window_id"], row["customer_id"]): row for row in shaped.to_pylist()}


def compare(found: dict[tuple[str, str], Row], wanted: dict[tuple[str, str], Row], names: frozenset[str]) -> None:
    """Same anchors, same activity, same signals."""
    assert set(found) == set(wanted)
    for key, row in wanted.items():
        assert found[key]["active"] == row["active"], key
        for name in sorted(names):
            a, b = found[key][name], row[name]
            same = (a is None and b is None) or (
                a is not None and b is not None and math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-6)
            )
            assert same, f"{name} at {key}: {a} instead of {b}"


@pytest.mark.parametrize("grain", ["account", "visitor"])
def test_signals_of_a_simulated_company(
    grain: str, pendo: Source, valued: Callable[[Canonical], Canonical], small_windows: tuple[Window, ...]
) -> None:
    """Every signal equals its plain recomputation, at every anchor of a company, at both grains."""
    tables = valued(pendo.canonical(grain))
    windows = small_windows if grain == "account" else small_windows[-2:]
    wanted = expected(rows_of(tables), windows)
    assert len(wanted) > 400
    measured = signals.measured(tables, windows[-1].as_of)
    assert measured == (EVERYTHING if grain == "account" else EVERYTHING - REACH)
    compare(computed(tables, windows, measured), wanted, measured)
    for name in measured:
        assert any(row[name] for row in wanted.values()), f"{name} is nowhere above zero: nothing was compared"


REACH = frozenset(s.name for s in SIGNAL_CATALOGUE.values() if s.dimension == "reach") | {"visits", "value_per_visit"}
FEATURES, CUSTOMERS = ("checkout", "search", "export", "unlisted"), ("a", "b", "c", "d")


def random_company(tiny: Callable[..., Canonical], seed: int) -> Canonical:
    """A ragged little company: gaps, zero values, unknown areas, answers on one day, people in two customers."""
    rng = np.random.default_rng(seed)
    start = date(2024, 1, 1)

    def day(most: int = 150) -> date:
        return start + timedelta(days=int(rng.integers(most)))

    activity = {(str(rng.choice(CUSTOMERS)), day()) for _ in range(90)}
    members = {(str(rng.choice(CUSTOMERS)), f"m{rng.integers(6)}", day()) for _ in range(90)}
    usage = {(str(rng.choice(CUSTOMERS)), str(rng.choice(FEATURES)), day()) for _ in range(60)}
    measures = [(float(rng.integers(4)) / 4, float(rng.integers(3))) for _ in activity]
    return tiny(
        customers=[(c, c, start if c == "d" else None) for c in CUSTOMERS] + [("seen", "seen", date(2024, 3, 5))],
        activity=[(c, d, m, e, None, 1.0, m) for (c, d), (m, e) in zip(sorted(activity), measures, strict=True)],
        member_activity=[(*key, 1.0, 1.0) for key in sorted(members)],
        product_usage=[(*key, float(rng.integers(5)), 0.0) for key in sorted(usage)],
        adoption=[(c, f, day()) for c in CUSTOMERS for f in FEATURES if rng.random() < 0.6],
        product_features=[("checkout", "buy", True), ("search", "find", False), ("export", None, True)],
        ratings=[
            (str(rng.choice(CUSTOMERS)), f"m{i % 4}" if i % 5 else None, day(), float(rng.integers(11)))
            for i in range(40)
        ],
    )


@pytest.mark.parametrize("seed", range(8))
def test_signals_of_ragged_little_companies(tiny: Callable[..., Canonical], seed: int) -> None:
    """Zero values, gaps, features without an area and same-day answers change nothing about the agreement."""
    tables = random_company(tiny, seed)
    windows = (
        Window("W1", date(2024, 2, 1), date(2024, 3, 1)),
        Window("W2", date(2024, 1, 1), date(2024, 4, 1)),
        Window("today", date(2024, 3, 1), date(2024, 5, 1)),
    )
    compare(computed(tables, windows, EVERYTHING), expected(rows_of(tables), windows), EVERYTHING)
