"""A made-up results folder: every output table filled with plausible figures, always the same ones."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from valuecast.contracts import OUTPUTS, SIGNAL_CATALOGUE
from valuecast.windows import Window, folds, months_after, rolling

AS_OF = date(2024, 11, 1)
SCORES = ("duration_frequency", "weighted", "quintile_sum", "percentile_index", "rfm", "correlation_weighted", "health")
MODELS = ("logistic_2d", "logistic_l2", "gbm")
Further = Callable[[dict[str, Any], bool], dict[str, pa.Table]]
PARTS = (
    ("duration", "intensity", 0.25),
    ("frequency", "frequency", 0.25),
    ("features_used", "breadth", 0.15),
    ("feature_clicks", "depth", 0.10),
    ("recency", "recency", 0.15),
    ("nps", "satisfaction", 0.10),
)


def write_results(
    folder: Path,
    customers: int = 300,
    *,
    evidence: bool = True,
    only: Sequence[str] | None = None,
    ids: Mapping[int, str] | None = None,
    manifest: Mapping[str, Any] | None = None,
    further: Further,
) -> Path:
    """Write a folder as the store does; ``only`` limits the tables, ``ids`` renames single customers."""
    made = tables(customers, evidence=evidence, ids=ids or {}, further=further)
    (folder / "tables").mkdir(parents=True, exist_ok=True)
    for name, table in made.items():
        if only is None or name in only:
            pq.write_table(OUTPUTS[name].conform(table), folder / "tables" / f"{name}.parquet")
    whole = {**_manifest(evidence), **(manifest or {})}
    (folder / "manifest.json").write_text(json.dumps(whole, indent=1, default=str), encoding="utf-8")
    return folder


def tables(customers: int, *, evidence: bool, ids: Mapping[int, str], further: Further) -> dict[str, pa.Table]:
    """Every output table; those that need evidence are left out without it."""
    rng = np.random.default_rng(7)
    people = _people(customers, rng, ids)
    made = {
        **_audit(evidence),
        **_scores(people, rng),
        **_segments(people),
        **_drivers(people, rng),
        **_trends(people, rng),
        **_actions(people),
    }
    whole = {**made, **_evidence(people, rng)} if evidence else made
    return {**whole, **further(people, evidence)}


def _manifest(evidence: bool) -> dict[str, Any]:
    return {
        "valuecast": "0.1.0",
        "config": {
            "source": "pendo.duckdb",
            "kind": "pendo",
            "high_value_share": 0.2,
            "horizon_months": 3,
            "trend_months": [3, 6],
            "target_precision": 0.85,
            "trend": {"up": 1.2, "down": 0.9},
            "capacity_hours": 40.0,
            "clusters": 5,
            "bootstrap": 1000,
        },
        "config_hash": "5f2c9d",
        "kind": "pendo",
        "source": "pendo.duckdb",
        "as_of": AS_OF.isoformat(),
        "grain": "account",
        "value_name": "minutes",
        "plan": {
            "supervised": evidence,
            "past_months": 6,
            "horizon": 3,
            "trend_horizons": [3, 6] if evidence else [],
            "reasons": [
                "Accounts are assessed because 96 % of visitors belong to one.",
                "The past window is 6 months: 18 months of history leave 9 windows with it."
                if evidence
                else "No window has both a past and a future: 4 months of history, 9 are needed.",
            ],
            "score_dimensions": ["intensity", "frequency", "recency", "satisfaction", "breadth", "depth"],
            "model_dimensions": ["intensity", "frequency", "recency"],
        },
        "inputs": [{"table": "pendo__account", "rows": 1000, "fingerprint": "a1b2"}],
        "outputs": {},
        "versions": {"python": "3.11", "duckdb": "2.0"},
        "seed": 0,
        "choices": {
            "model": "gbm" if evidence else None,
            "threshold": 0.62 if evidence else None,
            "threshold_note": "met on the validation windows: 86 % of 212 names" if evidence else "",
            "trend_method": {"3": "health_blend", "6": "persistence"},
        },
        "noise_ceiling": {"ceiling": 0.81, "low": 0.77, "high": 0.85, "n": 640} if evidence else None,
        "leakage": ["Every fold trained only on futures that had ended by its as_of.", "No AUC is above 0.99."],
        "notes_as_data": [
            {
                "code": "score_parts_added",
                "figures": {"score": "weighted", "label": "Weighted score", "parts": ["satisfaction"]},
            },
            {"code": "effect_not_measured", "figures": {}},
        ],
    }


def _people(n: int, rng: np.random.Generator, ids: Mapping[int, str]) -> dict[str, Any]:
    strength = rng.normal(size=n)
    active = rng.random(n) < 0.92
    active[0] = True
    minutes = np.where(active, np.exp(5.5 + 1.3 * strength + 0.4 * rng.normal(size=n)), 0.0)
    days = np.where(active, np.clip(np.round(40 + 30 * strength + 10 * rng.normal(size=n)), 1, 180), 0)
    since = np.where(active, np.round(np.clip(rng.exponential(12 - 3 * np.tanh(strength)), 1, 180)), 200.0)
    return {
        "n": n,
        "ids": [ids.get(i, f"ACC{i:08d}") for i in range(n)],
        "active": active,
        "strength": strength,
        "minutes": minutes,
        "days": days,
        "since": since,
        "rating": np.where(
            rng.random(n) < 0.6, np.clip(np.round(6 + 1.5 * strength + rng.normal(size=n)), 0, 10), np.nan
        ),
        "change": np.clip(0.1 * rng.normal(size=n) + 0.05 * strength, -0.9, 0.9),
        "tenure": np.round(rng.uniform(20, 1400, n)),
    }


def _nullable(values: np.ndarray, known: np.ndarray | None = None) -> pa.Array:
    keep = np.isfinite(values) if known is None else known & np.isfinite(values)
    return pa.array(values, pa.float64(), mask=~keep)


def _audit(evidence: bool) -> dict[str, pa.Table]:
    findings = [
        ("error", "join_matches_nothing", "pendo__visitor_feature", "visitor_id", 9120,
         "0 of 9,120 visitor ids are found in pendo__visitor", "Breadth and depth are left out of every score.",
         "Check which id the tracking code sends.", False),
        ("warning", "repeated_keys", "pendo__account", "account_id", 12, "12 of 1,012 rows repeat their key",
         "The latest row of each key is used.", "Make the key unique in the model.", False),
        ("note", "rows_of_nulls", "pendo__account_daily_metrics", "", 48210,
         "48,210 of 61,000 daily rows are empty", "Read as days without activity.", "Nothing to do.", False),
    ]  # fmt: skip
    if not evidence:
        findings.insert(
            0,
            (
                "error",
                "history_too_short",
                "pendo__account_daily_metrics",
                "date_day",
                123,
                "4 months of history, 9 are needed",
                "Nothing can be tested on a future.",
                "Come back with 9 months of daily rows.",
                True,
            ),
        )
    months = [months_after(date(2023, 5, 1), i) for i in range(18)]
    return {
        "findings": table_of(
            "findings", findings, "severity code table column count evidence consequence remedy stops"
        ),
        "inventory": table_of(
            "inventory",
            [
                ("pendo__account", "who is assessed", True, 1012, "source_relation, account_id", 12, None, None),
                (
                    "pendo__account_daily_metrics",
                    "activity",
                    True,
                    61000,
                    "account_id, date_day",
                    0,
                    "2023-05-01",
                    "2024-10-31",
                ),
                ("pendo__guide_event", "guides", False, 0, "guide_event_id", 0, None, None),
            ],
            "table purpose present rows key repeated_keys first_day last_day",
        ),
        "coverage": table_of(
            "coverage",
            [
                ("account", month, 210 + 3 * i + (i % 4) * 5, 41000.0 + 900 * i + 2500 * (i % 3))
                for i, month in enumerate(months)
            ],
        ),
    }


_UNSAID: dict[pa.DataType, Any] = {pa.string(): "", pa.int64(): 0, pa.bool_(): False}


def table_of(name: str, rows: Sequence[Sequence[Any]], columns: str = "") -> pa.Table:
    """Rows as a declared table; ``columns`` names what the rows hold, where that is not every column in order."""
    empty = OUTPUTS[name].empty()
    given = columns.split() or list(OUTPUTS[name].names)
    assert all(len(row) == len(given) for row in rows), name
    places = {column: place for place, column in enumerate(given)}
    assert set(places) <= set(OUTPUTS[name].names), name
    return pa.table({
        field.name: pa.array(
            [row[places[field.name]] if field.name in places else _UNSAID.get(field.type) for row in rows], field.type
        )
        for field in empty.schema
    })  # fmt: skip


def _scores(people: dict[str, Any], rng: np.random.Generator) -> dict[str, pa.Table]:
    n, active = people["n"], people["active"]
    columns: dict[str, Any] = {
        "customer_id": people["ids"],
        "account_id": people["ids"],
        "as_of": [AS_OF] * n,
        "active": active,
        "past_value": people["minutes"],
    }
    scales = dict(zip(SCORES, (1.0, 1.0, 16.0, 1.0, 4.0, 3.0, 100.0), strict=True))
    for name in SCORES:
        value = scales[name] / (1 + np.exp(-people["strength"] - 0.5 * rng.normal(size=n)))
        value = 4 + np.round(value) if name == "quintile_sum" else value
        least = np.sort(value[active])[::-1][max(0, int(np.ceil(0.2 * active.sum())) - 1)]
        columns[name] = _nullable(value, active)
        columns[f"{name}_high_value"] = pa.array(value >= least, pa.bool_(), mask=~active)
        people[name] = value
    lots = rng.random((n, len(PARTS))) * np.array([weight for _, _, weight in PARTS])
    lots *= (people["weighted"] / lots.sum(axis=1))[:, None]
    parts = [
        (people["ids"][i], "weighted", part, dimension, weight, float(lots[i, place]))
        for i in range(n)
        if active[i]
        for place, (part, dimension, weight) in enumerate(PARTS)
    ]
    return {"value_scores": pa.table(columns), "score_parts": table_of("score_parts", parts)}


def _segments(people: dict[str, Any]) -> dict[str, pa.Table]:
    tiers = _cut(people, people["strength"], (0.8, -0.3), ("High", "Medium", "Low"))
    clusters = _cut(people, people["strength"], (1.1, 0.4, -0.2, -0.9),
                    ("High engagement", "Consistent", "New with potential", "Intermittent", "At risk"))  # fmt: skip
    bands = _cut(people, people["minutes"], (300, 60), ("5 h+", "1-5 h", "0-1 h"))
    stages = _cut(people, people["tenure"], (365, 90), ("Mature", "Growing", "Onboarding"))
    rfm = _cut(people, people["rfm"], (3.2, 2.6, 2.0, 1.4), ("Platinum", "Gold", "Silver", "Bronze", "Basic"))
    people["tiers"], people["stages"] = tiers, stages
    people["classes"] = [
        "Up" if change > 0.05 else "Down" if change < -0.04 or not active else "Flat"
        for change, active in zip(people["change"], people["active"], strict=True)
    ]
    kinds = {"tier": tiers, "cluster": clusters, "usage_band": bands, "lifecycle_stage": stages, "rfm_tier": rfm}
    segments = pa.table({
        "customer_id": people["ids"],
        "account_id": people["ids"],
        **kinds,
        "trend_class": people["classes"],
    })  # fmt: skip
    rows = []
    total = float(people["minutes"].sum()) or 1.0
    for kind, names in kinds.items():
        members = np.asarray(names)
        order = sorted(set(names), key=lambda s: -float(people["minutes"][members == s].mean()))
        for place, segment in enumerate(order, start=1):
            within = members == segment
            value = float(people["minutes"][within].sum())
            rows.append((kind, segment, place, int(within.sum()), float(within.mean()), value, value / total,
                         "uses it 4.2× as many days as the typical account, last seen 2 days ago",
                         "Carries most of the value.", "Keep close; ask for a reference.",
                         float(np.median(people["days"][within]))))  # fmt: skip
    names = [*OUTPUTS["segment_profiles"].names, "active_days"]
    profiles = pa.table({c: [row[i] for row in rows] for i, c in enumerate(names)})
    return {"segments": segments, "segment_profiles": profiles}


def _cut(people: dict[str, Any], values: np.ndarray, edges: Sequence[float], names: Sequence[str]) -> list[str]:
    place = (values[:, None] < np.asarray(edges)[None, :]).sum(axis=1)
    return [names[p] if active else "Dormant" for p, active in zip(place, people["active"], strict=True)]


def _drivers(people: dict[str, Any], rng: np.random.Generator) -> dict[str, pa.Table]:
    n, active = people["n"], people["active"]
    signals: dict[str, Any] = {"customer_id": people["ids"], "active": active}
    direct = {
        "value": people["minutes"], "minutes": people["minutes"], "active_days": people["days"],
        "days_since_last": people["since"], "latest_rating": people["rating"], "tenure_days": people["tenure"],
    }  # fmt: skip
    for name, signal in SIGNAL_CATALOGUE.items():
        values = direct.get(name, np.exp(1 + 0.6 * people["strength"] + 0.5 * rng.normal(size=n)))
        signals[name] = _nullable(
            np.asarray(values, float), None if signal.null_policy == "zero" or name in direct else active
        )
    signals["areas_used"] = pa.nulls(n, pa.float64())
    today = pa.table(signals)
    informative = [name for name in SIGNAL_CATALOGUE if name != "areas_used"]
    matrix = {name: today[name].to_numpy(zero_copy_only=False) for name in informative}
    correlations = [
        (a, b, 1.0 if a == b else float(np.clip(0.9 ** abs(i - j) * (-1 if (i + j) % 7 == 0 else 1), -1, 1)), n)
        for i, a in enumerate(informative)
        for j, b in enumerate(informative)
    ]
    high = people["strength"] > 0.84
    comparison = []
    for name in informative:
        entry = SIGNAL_CATALOGUE[name]
        top, rest = (_mean(matrix[name][within]) for within in (high, ~high))
        ratio = float(top / rest)
        comparison.append((name, entry.dimension, entry.unit, entry.meaning, float(top), float(rest), ratio,
                           0.85 * ratio, 1.2 * ratio, int(high.sum()), int((~high).sum())))  # fmt: skip
    dictionary = [
        (
            s.name,
            s.dimension,
            s.unit,
            s.null_policy,
            s.meaning,
            s.name in informative,
            s.dimension in ("intensity", "frequency"),
        )
        for s in SIGNAL_CATALOGUE.values()
    ]
    return {
        "signals_today": today,
        "signal_correlations": table_of("signal_correlations", correlations),
        "high_value_comparison": table_of("high_value_comparison", comparison),
        "signal_dictionary": table_of("signal_dictionary", dictionary),
    }


def _mean(values: np.ndarray) -> float:
    known = values[np.isfinite(values)]
    return float(known.mean()) if known.size else 1.0


def _trends(people: dict[str, Any], rng: np.random.Generator) -> dict[str, pa.Table]:
    rows = []
    for horizon in (3, 6):
        for method in ("persistence", "health_blend"):
            drift = people["change"] * horizon / 3 * (0 if method == "persistence" else 1)
            index = 100 / (1 + np.exp(-people["strength"]))
            predicted = np.clip(index * (1 + drift), 0, 100)
            forecast = people["minutes"] * (1 + drift) * horizon / 6
            for i, customer in enumerate(people["ids"]):
                probability = np.array([0.2, 0.5, 0.3]) + np.array([1, 0, -1]) * drift[i] * 0.15
                rows.append((customer, customer, AS_OF, horizon, method,
                             method == {3: "health_blend", 6: "persistence"}[horizon],
                             people["minutes"][i] * horizon / 6, index[i], people["health"][i],
                             forecast[i], 0.5 * forecast[i], 1.9 * forecast[i], predicted[i],
                             predicted[i] - index[i], "Flat" if method == "persistence" else people["classes"][i],
                             *map(float, probability)))  # fmt: skip
    return {"value_trends_all_accounts": table_of("value_trends_all_accounts", rows)}


def _actions(people: dict[str, Any]) -> dict[str, pa.Table]:
    books = (
        (
            "rescue",
            "Rescue what is slipping",
            "Down, High or Medium tier",
            "Call within the week; find what stopped.",
            2.0,
        ),
        ("expand", "Grow with those who grow", "Up, High tier", "Show the next product area; offer more seats.", 1.5),
        ("nudge", "Nudge the steady", "Flat", "In-app guide to one core product feature.", 0.25),
        ("re-engage", "Win back the dormant", "Dormant", "One message with what is new.", 0.1),
        ("off-board", "Let go with grace", "Low tier, Down", "Self-service only.", 0.1),
    )
    fits = []
    for tier, trend in zip(people["tiers"], people["classes"], strict=True):
        book = "re-engage" if tier == "Dormant" else "rescue" if trend == "Down" and tier != "Low" else (
            "expand" if trend == "Up" and tier == "High" else "off-board" if trend == "Down" else "nudge")  # fmt: skip
        fits.append(book)
    hours = {book[0]: book[4] for book in books}
    order = sorted(range(people["n"]), key=lambda i: (-people["minutes"][i] * (fits[i] in ("rescue", "expand")), i))
    rows, spent = [], 0.0
    for rank, i in enumerate(order, start=1):
        spent += hours[fits[i]]
        rows.append((rank, people["ids"][i], people["ids"][i], fits[i], people["tiers"][i], people["classes"][i],
                     f"used it on {int(people['days'][i] // 6)} days in the last month against 14 the month before; "
                     f"last seen {int(people['since'][i])} days ago",
                     next(b[3] for b in books if b[0] == fits[i]), "CSM", 7, "Back to its own usual days of use",
                     float(0.3 * people["minutes"][i]), hours[fits[i]], spent <= 40.0))  # fmt: skip
    playbooks = [
        (name, title, when, action, "CSM", 7, "Back to its own usual days of use", cost, fits.count(name))
        for name, title, when, action, cost in books
    ]
    return {"actions": table_of("actions", rows), "playbooks": table_of("playbooks", playbooks)}


def _evidence(people: dict[str, Any], rng: np.random.Generator) -> dict[str, pa.Table]:
    active = np.flatnonzero(people["active"])
    windows = rolling(date(2023, 5, 1), AS_OF, 6, 3)
    today = Window("today", months_after(AS_OF, -6), AS_OF)
    roles = {fold.predict.window_id: fold for fold in folds(windows, today, 3)}
    k = max(1, int(np.ceil(0.2 * active.size)))
    window_rows = []
    for horizon in (3, 6):
        for w in windows:
            if w.future_end(horizon) > AS_OF:
                continue
            fold = roles.get(w.window_id)
            window_rows.append((w.window_id, horizon, fold.role if fold else "train", w.past_start, w.as_of,
                                w.future_end(horizon), ", ".join(t.window_id for t in fold.train) if fold else "",
                                int(active.size), k, 812.0 * horizon / 3, 51234.0))  # fmt: skip
    test = next(f for f in roles.values() if f.role == "test").predict
    return {
        "backtest_windows": table_of("backtest_windows", window_rows),
        "backtest_metrics": table_of("backtest_metrics", [*_identification(active.size), *_trend_metrics(active.size)]),
        **_predictions(people, rng, active, test),
        "calibration": table_of("calibration", [
            ("test", b, (b + 0.5) / 8, min(1.0, (b + 0.4) / 8), max(0.0, (b - 0.2) / 8), min(1.0, (b + 1.3) / 8), 34)
            for b in range(8)
        ]),
        "feature_importances": table_of("feature_importances", [
            (s.name, s.dimension, 0.12 / (i + 1), 0.08 / (i + 1) - 0.004, 0.16 / (i + 1) + 0.002, s.meaning)
            for i, s in enumerate(list(SIGNAL_CATALOGUE.values())[:18])
        ]),
    }  # fmt: skip


def _identification(n: int) -> list[tuple[Any, ...]]:
    skill = {
        "last_period_value": 0.655,
        "duration_frequency": 0.66,
        "logistic_2d": 0.68,
        "gbm": 0.742,
        "logistic_l2": 0.72,
    }
    skill |= {"weighted": 0.71, "quintile_sum": 0.61, "percentile_index": 0.64, "rfm": 0.6, "correlation_weighted": 0.7}
    skill |= {"health": 0.5}
    rows = []
    for split, shift in (("validation", 0.01), ("test", 0.0)):
        for method, s in skill.items():
            met = method == "gbm"
            figures = {
                "r_precision": s, "precision": 0.83 if met else s - 0.01, "recall": 0.52 if met else s + 0.01,
                "f1": s, "accuracy": 1 - 0.4 * (1 - s), "auc": 0.6 + s / 3 * 1.3, "average_precision": s - 0.03,
                "precision_at_50": min(0.98, s + 0.1), "precision_at_10_percent": min(0.98, s + 0.08), "lift": 5 * s,
            }  # fmt: skip
            if method in MODELS:
                figures |= {"brier": 0.1 - s / 20, "brier_raw": 0.11 - s / 20}
            for metric, figure in figures.items():
                value, d = figure + shift, s - 0.66
                rows.append(("identification", 3, split, method, metric, value, value - 0.045, value + 0.04, n,
                             "duration_frequency", d, d - 0.03, d + 0.035))  # fmt: skip
    return rows


def _trend_metrics(n: int) -> list[tuple[Any, ...]]:
    rows = []
    for horizon in (3, 6):
        for method, f1, accuracy in (
            ("persistence", 0.2, 0.41),
            ("chance", 0.36, 0.38),
            ("health_blend", 0.44 - horizon / 60, 0.5),
            ("most_frequent", 0.21, 0.45),
        ):
            figures = {
                "macro_f1": f1,
                "accuracy": accuracy,
                "mae": 140.0 * horizon,
                "bias_percent": -3.2,
                "coverage_80": 0.79,
            }
            figures |= {"precision_down": 0.6, "recall_down": 0.55, "spearman": 0.78}
            for metric, value in figures.items():
                d = f1 - 0.2
                rows.append(("trend", horizon, "test", method, metric, value, value * 0.93, value * 1.07, n,
                             "persistence", d, d - 0.05, d + 0.05))  # fmt: skip
    return rows


def _predictions(
    people: dict[str, Any], rng: np.random.Generator, active: np.ndarray, test: Window
) -> dict[str, pa.Table]:
    strength = people["strength"][active]
    probability = 1 / (1 + np.exp(-2.4 * (strength - 0.9) - 0.6 * rng.normal(size=active.size)))
    future = np.exp(5 + 1.2 * strength + 0.6 * rng.normal(size=active.size))
    least = np.sort(future)[::-1][max(0, int(np.ceil(0.2 * active.size)) - 1)]
    ids = [people["ids"][i] for i in active]
    n = active.size
    reasons = ["active on 14 days more than usual; 9 members against 3; last seen 2 days ago"] * n
    return {
        "hv_predictions_testset": pa.table({
            "window_id": [test.window_id] * n, "customer_id": ids, "as_of": [test.as_of] * n,
            "chosen_model": ["gbm"] * n, "probability": probability, "predicted_high_value": probability >= 0.62,
            "actual_high_value": future >= least, "future_value": future,
            **{f"probability_{m}": np.clip(probability + 0.05 * rng.normal(size=n), 0, 1) for m in MODELS},
        }),
        "hv_predictions_today": pa.table({
            "customer_id": ids, "account_id": ids, "as_of": [AS_OF] * n, "model": ["gbm"] * n,
            "probability": probability, "predicted_high_value": probability >= 0.62, "reasons": reasons,
            "tier": np.select([probability >= 0.62, probability >= 0.3], ["short list", "long list"], "not listed"),
            "would_change": [""] * n,
        }),
    }  # fmt: skip
