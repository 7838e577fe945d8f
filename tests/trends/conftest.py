"""A small company over eighteen months, laid out as the tables that reach the trends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
import pyarrow as pa
import pytest

from valuecast.contracts import INTERMEDIATE
from valuecast.metrics import midranks
from valuecast.trends import Forecast, forecast, methods
from valuecast.windows import TODAY, Fold, Window, folds, months_after, rolling

START, MONTHS, PAST = date(2023, 5, 1), 18, 6


@dataclass(frozen=True)
class World:
    """Monthly value of each customer, and the instant up to which it is known."""

    monthly: np.ndarray
    as_of: date = date(2024, 11, 1)
    horizons: tuple[int, ...] = (3, 6)
    tables: dict[str, pa.Table] = field(default_factory=dict)

    @property
    def today(self) -> Window:
        """The window of the assessment."""
        return Window(TODAY, months_after(self.as_of, -PAST), self.as_of)

    @property
    def windows(self) -> tuple[Window, ...]:
        """The backtest windows."""
        return rolling(START, self.as_of, PAST, min(self.horizons))

    def folds(self) -> dict[int, tuple[Fold, ...]]:
        """The folds of each horizon."""
        return {months: folds(self.windows, self.today, months) for months in self.horizons}

    def laid_out(self) -> World:
        """The same company with its tables filled."""
        rows: dict[str, list[dict[str, object]]] = {"labels": [], "scores": [], "predictions": [], "signals": []}
        rows["months"] = self._months()
        for window in (*self.windows, self.today):
            self._window(window, rows)
        shaped = {
            name: INTERMEDIATE[name].conform(pa.Table.from_pylist(found, schema=_schema(name, found)))
            for name, found in rows.items()
        }
        return replace(self, tables=shaped)

    def run(self, **changes: object) -> Forecast:
        """Its forecast, with any argument changed."""
        settings = {
            **self.tables,
            "propensity": "gbm",
            "folds_by_horizon": self.folds(),
            "today": self.today,
            "up": 1.2,
            "down": 0.9,
            "methods": methods(up=1.2, down=0.9, signals=("value_change", "features_used"), seed=0),
        }
        return forecast(**{**settings, **changes})

    def _months(self) -> list[dict[str, object]]:
        now = _month(self.as_of)
        return [
            {"customer_id": f"c{i:04d}", "months_ago": now - 1 - month, "value": float(self.monthly[i, month])}
            for i, month in np.argwhere(self.monthly[:, :now] != 0)
        ]

    def _window(self, window: Window, rows: dict[str, list[dict[str, object]]]) -> None:
        now = _month(window.as_of)
        value = self.monthly[:, max(now - PAST, 0) : now].sum(axis=1)
        places = (midranks(value) - 0.5) / len(value)
        for i in np.flatnonzero(self.monthly[:, :now].sum(axis=1) > 0):
            who = {"window_id": window.window_id, "customer_id": f"c{i:04d}"}
            active = bool(value[i] > 0)
            last, before = self.monthly[i, now - 1], self.monthly[i, now - 2]
            change = (last - before) / (last + before) if last + before else None
            rows["signals"].append({**who, "active": active, "value_change": change, "features_used": float(i % 7)})
            scores = {"percentile_index": 100 * places[i], "health": 50 + 50 * (change or 0.0)}
            for score, figure in scores.items():
                rows["scores"].append({**who, "score": score, "value": figure if active else None, "high_value": None})
            if active and window.window_id not in ("W1", "W2"):
                said = {
                    "role": "validation",
                    "raw": 0.5,
                    "probability": float(places[i]),
                    "high_value": places[i] > 0.8,
                }
                rows["predictions"].append({**who, "model": "gbm", **said, "high_value": bool(places[i] > 0.8)})
            for months in self.horizons:
                ended = _month(window.future_end(months)) <= _month(self.as_of)
                rows["labels"].append(
                    {
                        **who,
                        "horizon_months": months,
                        "past_value": float(self.monthly[i, max(now - months, 0) : now].sum()),
                        "future_value": float(self.monthly[i, now : now + months].sum()) if ended else None,
                        "high_value": None,
                    }
                )


def _month(day: date) -> int:
    return (day.year - START.year) * 12 + day.month - START.month


def _schema(name: str, rows: list[dict[str, object]]) -> pa.Schema:
    kinds = {"string": pa.string(), "int64": pa.int64(), "float64": pa.float64(), "bool": pa.bool_()}
    declared = {column.name: kinds[column.type] for column in INTERMEDIATE[name].columns}
    further = {key: pa.float64() for row in rows[:1] for key in row if key not in declared}
    return pa.schema({**declared, **further})


def monthly_values(customers: int = 150, seed: int = 3) -> np.ndarray:
    """Lasting differences between customers, noise from month to month, idle months, and some who leave."""
    rng = np.random.default_rng(seed)
    level = np.exp(rng.normal(3, 1, customers))
    noise = np.exp(rng.normal(0, 0.4, (customers, MONTHS)))
    leaves = rng.integers(3, 50, customers)
    present = (rng.random((customers, MONTHS)) > 0.1) & (np.arange(MONTHS) < leaves[:, None])
    return np.round(level[:, None] * noise * present, 2)


@pytest.fixture(scope="session")
def company() -> Callable[..., World]:
    """Build a company: ``company(monthly=..., as_of=..., horizons=...)``."""

    def build(monthly: np.ndarray | None = None, **settings: object) -> World:
        return World(monthly_values() if monthly is None else monthly, **settings).laid_out()

    return build


@pytest.fixture(scope="session")
def world(company: Callable[..., World]) -> World:
    """The usual company of 150 customers and ten backtest windows."""
    return company()


@pytest.fixture(scope="session")
def found(world: World) -> Forecast:
    """Its forecast."""
    return world.run()
