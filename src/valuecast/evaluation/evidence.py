"""What each method said and what happened, laid out in one order so that everything is measured on the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from valuecast.contracts.methods import TOP_SHARE
from valuecast.metrics import Bools, Floats, top_share
from valuecast.windows import Fold

LAST_PERIOD = "last_period_value"


@dataclass(frozen=True)
class Method:
    """One method on the rows of a split.

    Parameters
    ----------
    name : str
    called : ndarray of bool (n,)
        Called high-value by the method's own rule.
    ranking : ndarray (n,) or None
        Higher first; a customer the method cannot place is last (``-inf``).
    probability, raw : ndarray (n,) or None
        Of a model: calibrated, and as it came.
    """

    name: str
    called: Bools
    ranking: Floats | None = None
    probability: Floats | None = None
    raw: Floats | None = None


@dataclass(frozen=True)
class Evidence:
    """The active customers of a split's windows; rows ascend by window, then customer.

    ``window`` and ``customer`` are codes from 0 (n,); ``actual`` is high-value or not (n,).
    """

    split: str
    window: np.ndarray
    customer: np.ndarray
    actual: Bools
    methods: tuple[Method, ...]

    @property
    def customers(self) -> int:
        """Different customers."""
        return int(self.customer.max()) + 1 if len(self.customer) else 0


def gather(
    scores: pa.Table,
    predictions: pa.Table,
    labels: pa.Table,
    folds: Sequence[Fold],
    *,
    horizon: int,
    chosen: str | None,
    share: float,
    split: str,
) -> Evidence:
    """Lay out one split: every score, every model, the last period's value, the chosen model's top share.

    A score that is null for a customer ranks it last and does not call it. A method without any answer in one
    of the windows is left out of the split.
    """
    windows = [fold.predict.window_id for fold in folds if fold.role == split]
    population = _population(labels, windows, horizon)
    rows = pd.MultiIndex.from_frame(population[["window_id", "customer_id"]])
    window = pd.factorize(population["window_id"], sort=True)[0]
    methods = [
        *_score_methods(_frame(scores, windows), rows, window),
        *_model_methods(_frame(predictions, windows), rows, window, chosen, share),
        _last_period(population, window, share),
    ]
    customer = pd.factorize(population["customer_id"], sort=True)[0]
    actual = population["high_value"].to_numpy(dtype=np.bool_)
    return Evidence(split, window, customer, actual, tuple(methods) if len(actual) else ())


def _population(labels: pa.Table, windows: Sequence[str], horizon: int) -> pd.DataFrame:
    known = labels.filter(pc.and_(pc.equal(labels["horizon_months"], horizon), pc.is_valid(labels["high_value"])))
    frame = _frame(known.select(["window_id", "customer_id", "past_value", "high_value"]), windows)
    return frame.sort_values(["window_id", "customer_id"], ignore_index=True)


def _frame(table: pa.Table, windows: Sequence[str]) -> pd.DataFrame:
    frame: pd.DataFrame = table.filter(pc.is_in(table["window_id"], pa.array(windows, pa.string()))).to_pandas()
    return frame


def _score_methods(frame: pd.DataFrame, rows: pd.MultiIndex, window: np.ndarray) -> list[Method]:
    methods = []
    for name in sorted(frame["score"].unique()):
        subset = frame[frame["score"] == name].set_index(["window_id", "customer_id"])
        value = subset["value"].reindex(rows).to_numpy(dtype=np.float64, na_value=np.nan)
        if _answers_everywhere(value, window):
            called = subset["high_value"].reindex(rows).eq(True).fillna(False).to_numpy(dtype=np.bool_)
            methods.append(Method(name, called, np.where(np.isnan(value), -np.inf, value)))
    return methods


def _model_methods(
    frame: pd.DataFrame, rows: pd.MultiIndex, window: np.ndarray, chosen: str | None, share: float
) -> list[Method]:
    methods = []
    for name in sorted(frame["model"].unique()):
        subset = frame[frame["model"] == name].set_index(["window_id", "customer_id"]).reindex(rows)
        raw = subset["raw"].to_numpy(dtype=np.float64, na_value=np.nan)
        if np.isnan(raw).any() or not len(raw):
            continue
        probability = subset["probability"].to_numpy(dtype=np.float64)
        methods.append(Method(name, subset["high_value"].eq(True).to_numpy(dtype=np.bool_), raw, probability, raw))
        if name == chosen:
            methods.append(Method(f"{name}{TOP_SHARE}", _top_each(raw, window, share)))
    return methods


def _last_period(population: pd.DataFrame, window: np.ndarray, share: float) -> Method:
    value = population["past_value"].to_numpy(dtype=np.float64)
    return Method(LAST_PERIOD, _top_each(value, window, share), value)


def _top_each(ranking: Floats, window: np.ndarray, share: float) -> Bools:
    called = np.zeros(len(ranking), dtype=np.bool_)
    for code in np.unique(window):
        called[window == code] = top_share(ranking[window == code], share)
    return called


def _answers_everywhere(value: Floats, window: np.ndarray) -> bool:
    return all((~np.isnan(value[window == code])).any() for code in np.unique(window))
