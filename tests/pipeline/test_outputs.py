"""The output tables that are put together at the end: who counts as high-value today, and which trend to read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pyarrow as pa

from valuecast.contracts import INTERMEDIATE, OUTPUTS
from valuecast.pipeline import outputs
from valuecast.windows import TODAY, Window, months_after


@dataclass(frozen=True)
class _Identified:
    chosen: str | None
    predictions: pa.Table


def _table(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    contract = INTERMEDIATE[name]
    return contract.conform(pa.Table.from_pylist(rows, schema=contract.empty().schema))


def _called() -> tuple[dict[str, pa.Table], _Identified]:
    scores = [
        {"window_id": TODAY, "customer_id": c, "score": "weighted", "value": 1.0, "high_value": c == "a"} for c in "abc"
    ]
    predictions = [
        {
            "window_id": TODAY,
            "customer_id": c,
            "model": model,
            "role": "today",
            "raw": 0.5,
            "probability": 0.5,
            "high_value": (model == "gbm") == (c != "a"),
        }
        for c in "abc"
        for model in ("gbm", "blend")
    ]
    return {"scores": _table("scores", scores)}, _Identified("gbm", _table("predictions", predictions))


def test_high_value_today_has_one_meaning() -> None:
    """Whom the chosen model names are compared with the rest; the weighted score's names only where no model is."""
    brought, identified = _called()
    assert outputs.high_today(brought, identified) == {"b", "c"}  # type: ignore[arg-type]
    assert outputs.high_today(brought, replace(identified, chosen=None)) == {"a"}  # type: ignore[arg-type]


def test_the_chosen_trend_method_is_marked() -> None:
    """Of two methods at two horizons exactly the chosen one of each is marked, for every customer."""
    rows = [
        {
            **dict.fromkeys(("past_value", "forecast", "low", "high", "value_index", "health_score"), 1.0),
            **dict.fromkeys(("predicted_score", "p_up", "p_flat", "p_down"), 0.3),
            "window_id": TODAY,
            "customer_id": customer,
            "horizon_months": horizon,
            "method": method,
            "role": "today",
            "predicted_class": "Flat",
        }
        for customer in "ab"
        for horizon in (3, 6)
        for method in ("gbm", "persistence")
    ]
    forecasted = SimpleNamespace(trends=_table("trends", rows), chosen_method={3: "gbm", 6: "persistence"})
    plan = SimpleNamespace(as_of=date(2024, 11, 1))
    accounts = pa.table({"customer_id": ["a", "b"], "account_id": ["A", "B"]})
    found = outputs._trends(forecasted, accounts, plan)  # type: ignore[arg-type]
    marked = {(r["customer_id"], r["horizon_months"], r["method"]) for r in found.to_pylist() if r["chosen"]}
    assert marked == {(c, h, m) for c in "ab" for h, m in ((3, "gbm"), (6, "persistence"))}


def test_windows_stand_in_order_of_time() -> None:
    """W2 comes before W10 in the table of windows."""
    start = date(2022, 1, 1)
    windows = [Window(f"W{i}", months_after(start, i), months_after(start, i + 6)) for i in range(1, 12)]
    rows = [
        {
            "window_id": w.window_id,
            "horizon_months": 3,
            "role": "train",
            "past_start": w.past_start,
            "as_of": w.as_of,
            "future_end": w.future_end(3),
            "trained_on": "",
            "customers": 5,
            "high_value": 1,
        }
        for w in reversed(windows)
    ]
    contract = OUTPUTS["backtest_windows"]
    ordered = contract.conform(pa.Table.from_pylist(rows, schema=contract.empty().schema))
    assert ordered["window_id"].to_pylist() == [f"W{i}" for i in range(1, 12)]
