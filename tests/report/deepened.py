"""The made-up tables of the audit's maps, of the months gone by, of early warnings and of paired comparisons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pyarrow as pa

from valuecast.contracts import DIMENSIONS, SIGNAL_CATALOGUE
from valuecast.windows import months_after

AS_OF = date(2024, 11, 1)
TIERS = ("High", "Medium", "Low", "Dormant")
METHODS = (("gbm", 0.742), ("logistic_l2", 0.72), ("weighted", 0.71), ("logistic_2d", 0.68))
BASELINES = (("duration_frequency", 0.66), ("last_period_value", 0.655), ("logistic_2d", 0.68))
USABLE = [name for name in SIGNAL_CATALOGUE if name != "areas_used"]
TableOf = Callable[..., pa.Table]


def tables(people: dict[str, Any], evidence: bool, *, table_of: TableOf) -> dict[str, pa.Table]:
    """Every table of this module; those that need evidence are left out without it."""
    made = {**_maps(people, table_of), **_months(people, table_of), **_alerts(people, table_of)}
    return {**made, **_windows(people, table_of), **_tested(people, table_of)} if evidence else made


def _maps(people: dict[str, Any], table_of: TableOf) -> dict[str, pa.Table]:
    joins = [
        ("pendo__visitor_feature.visitor_id", "pendo__visitor.visitor_id", 9120, 8800, 0, 0.0, 0.0, 9000, 0.987,
         "small letters, no blanks", "V-001 and v-001", 0, False),
        ("pendo__visitor.account_id", "pendo__account.account_id", 1000, 1000, 960, 0.96, 0.96, None, None, "", "",
         0, False),
    ]  # fmt: skip
    columns = [
        ("pendo__account", "latest_nps", "as of build", "no dated row proves it", False, "latest_rating"),
        ("pendo__account", "account_id", "key", "an identifier", True, ""),
        ("pendo__account_daily_metrics", "sum_minutes", "dated", "the row carries its day", True, "minutes, value"),
        ("pendo__visitor_feature", "last_click_at", "dated by proof", "first and last click lie before", True, ""),
    ]
    figures = [
        ("pendo__account", "latest_nps", 420, 0.58, "0", "10", 0, 0, 812.0, 204.0),
        ("pendo__account_daily_metrics", "sum_minutes", 48210, 0.21, "-3", "3,120", 2, 1, None, None),
    ]
    policy = [
        (s.name, s.dimension, s.null_policy, "no activity means none of it: missing is 0"
         if s.null_policy == "zero" else "nothing may be concluded", 0.4 if s.dimension == "satisfaction" else 0.0)
        for s in SIGNAL_CATALOGUE.values()
    ]  # fmt: skip
    unsure = [("weighted", "satisfaction", 108, 0.4, 0.05, 0.02, 0.9), ("health", "satisfaction", 108, 0.4, 15, 6, 90)]
    return {
        "joins": table_of(
            "joins", joins, "left right left_ids right_ids matched_ids match_rate reverse_rate normalised_ids "
            "normalised_rate steps examples merged_ids applied"),
        "leak_map": table_of("leak_map", columns),
        "column_figures": table_of("column_figures", figures),
        "null_policy": table_of("null_policy", policy),
        "score_uncertainty": table_of("score_uncertainty", unsure),
    }  # fmt: skip


def _months(people: dict[str, Any], table_of: TableOf) -> dict[str, pa.Table]:
    ends = [months_after(AS_OF, place - 5) for place in range(6)]
    moves = [
        (months, before, now, 40 if before == now else 4, 40 / 52 if before == now else 4 / 52)
        for months in (1, 3, 6)
        for before in TIERS
        for now in TIERS
    ]
    cohorts = [
        (start, end, 52, 0.94 ** (place - first), 0.02 * (place - first), 1 - 0.03 * (place - first))
        for first, start in enumerate(ends)
        for place, end in enumerate(ends)
        if place >= first
    ]
    ranked = sorted(range(people["n"]), key=lambda i: (-people["change"][i] * people["minutes"][i], i))
    movers = [
        (horizon, direction, rank, people["ids"][i], "health_blend", people["minutes"][i] / 2,
         people["minutes"][i] / 2 * (1 + people["change"][i]), 0.5 * people["minutes"][i], 1.9 * people["minutes"][i],
         people["minutes"][i] / 2 * people["change"][i], 3.0, "Up" if direction == "rising" else "Down",
         "days since last lower than 97 % of customers")
        for horizon in (3, 6)
        for direction, order in (("rising", ranked), ("falling", ranked[::-1]))
        for rank, i in enumerate(order[:20], start=1)
        if people["change"][i] * people["minutes"][i] * (1 if direction == "rising" else -1) > 0
    ]  # fmt: skip
    return {
        "tier_migration": table_of("tier_migration", moves),
        "high_value_cohorts": table_of("high_value_cohorts", cohorts),
        "trend_movers": table_of("trend_movers", movers),
        "value_history": table_of("value_history", []),
    }


def _alerts(people: dict[str, Any], table_of: TableOf) -> dict[str, pa.Table]:
    kinds = ("silence", "usage_drop", "champion_gone", "fewer_features", "rating", "tickets")
    active = [i for i in range(people["n"]) if people["active"][i]][:24]
    rows = [
        (rank, people["ids"][i], people["ids"][i], kinds[rank % 6], date(2024, 10, 1 + rank % 28),
         ("high", "medium", "low")[rank % 3], 0.9 - rank / 50, "silent for 21 days, usually 2", people["minutes"][i],
         0.01, rank <= 10)
        for rank, i in enumerate(active, start=1)
    ]  # fmt: skip
    return {"alerts": table_of("alerts", rows)}


def _windows(people: dict[str, Any], table_of: TableOf) -> dict[str, pa.Table]:
    candidates = [
        ("account", past, months_after(AS_OF, -3 - back), months_after(AS_OF, -3 - back - past),
         months_after(AS_OF, -back), 280, 270, 260, 56, 50000.0, 0.19, True, past == 6)
        for past in (1, 3, 6)
        for back in range(4)
    ]  # fmt: skip
    leads = [
        (horizon, target, name, f"W{w}", SIGNAL_CATALOGUE[name].dimension, rho, rho - 0.1, rho + 0.1, 250,
         name == "recent_share" and w == 4)
        for horizon in (3, 6)
        for target in ("change", "future_value")
        for place, name in enumerate(USABLE)
        for w in (1, 2, 3, 4)
        for rho in [0.5 - place / 45 if name != "recent_share" or w == 4 else -0.3]
    ]  # fmt: skip
    return {
        "candidate_windows": table_of("candidate_windows", candidates),
        "trend_indicators": table_of("trend_indicators", leads),
    }


def _tested(people: dict[str, Any], table_of: TableOf) -> dict[str, pa.Table]:
    n = int(people["active"].sum())
    differences = [
        (
            "identification",
            3,
            split,
            method,
            metric,
            baseline,
            skill - base,
            skill - base - 0.04,
            skill - base + 0.04,
            n,
        )
        for split in ("validation", "test")
        for method, skill in METHODS
        for metric in ("r_precision", "average_precision")
        for baseline, base in BASELINES
        if method != baseline
    ]
    shuffled = [
        (d, ", ".join(s.name for s in SIGNAL_CATALOGUE.values() if s.dimension == d), 0.3 / 2**i, 0.25 / 2**i - 0.01,
         0.35 / 2**i, 0.5 ** (i + 1))
        for i, d in enumerate(DIMENSIONS)
    ]  # fmt: skip
    without = [
        (d, 0.9 - 0.05 / (i + 1), -0.05 / (i + 1), -0.08 / (i + 1), 0.006 - 0.02 * (i == 0), n)
        for i, d in enumerate(DIMENSIONS)
    ]
    return {
        "backtest_differences": table_of("backtest_differences", differences),
        "dimension_importances": table_of("dimension_importances", shuffled),
        "ablation": table_of("ablation", without),
    }
