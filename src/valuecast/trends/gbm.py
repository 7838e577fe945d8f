"""Gradient boosting of the whole distribution of the ratio future / past, learned from earlier windows.

LightGBM gives each customer chances of bands of the ratio (`distribution`); the quantiles and the classes are read off
them. Customers are dealt to parts; each part is forecast by boosters that saw none of its customers, and how far
those forecasts were off at the horizon itself corrects the levels of the quantiles (cross-conformal; Vovk 2015).
Customers of the window being forecast get the mean of all boosters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import lightgbm as lgb
import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from valuecast.contracts import SIGNAL_CATALOGUE
from valuecast.contracts.streams import stream
from valuecast.trends.classes import CLASSES, UNKNOWN, Codes, Floats, trend_codes
from valuecast.trends.decision import best_adjustment, decide
from valuecast.trends.distribution import Bands, attained, bands, conformal_levels, quantiles
from valuecast.trends.method import Outlook
from valuecast.trends.ranks import on_the_scale_of
from valuecast.trends.snapshot import Snapshot
from valuecast.trends.training import PARTS, Rows, rows_to_score, training_rows

LEAST_ROWS = 200
MOST_ROWS = 20_000
SHORTER_WEIGHT = 0.5
TAIL = 0.1


@dataclass(frozen=True)
class Boosted:
    """LightGBM on signals and monthly value, all relative to the customer's own level.

    Gives no answer where fewer than `LEAST_ROWS` earlier rows have the full horizon. Of more than `MOST_ROWS`
    rows, so many are drawn by the seed. A customer without value in the last six months keeps its past value, without
    band and odds of its own.

    Parameters
    ----------
    up, down : float
        Bounds of the written rule.
    signals : tuple of str
        Signals that have data in every window.
    """

    up: float
    down: float
    signals: tuple[str, ...] = tuple(SIGNAL_CATALOGUE)
    seed: int = 0
    rounds: int = 60
    threads: int = 1
    name: str = "gbm"
    learns: bool = True

    def predict(self, now: Snapshot, earlier: Sequence[Snapshot]) -> Outlook | None:
        """Learn from the rows that had ended, and forecast."""
        training = training_rows(now, earlier, self.signals)
        if (training.months == now.horizon).sum() < LEAST_ROWS:
            return None
        asked, which = rows_to_score(now, self.signals)
        training = self._sampled(training)
        with threadpool_limits(self.threads):
            return self._outlook(now, asked, which, training)

    def _outlook(self, now: Snapshot, asked: Rows, which: NDArray[np.bool_], training: Rows) -> Outlook:
        scale = bands(up=self.up, down=self.down)
        own = training.months == now.horizon
        knots = scale.knots(training.ratio[own])
        chances = np.zeros((asked.base.size, scale.count))
        held_out = np.zeros((training.base.size, scale.count))
        for i in range(PARTS):
            booster = self._fit(training.only(training.part != i), now.horizon, scale)
            subset = own & (training.part == i)
            held_out[subset] = _chances(booster, training.inputs[subset], scale)
            chances += _chances(booster, asked.inputs, scale) / PARTS
        met = attained(held_out[own], knots, training.ratio[own])
        levels = conformal_levels(met, tail=TAIL)
        found = quantiles(chances, knots, levels) * asked.base[:, None]
        before = training.only(own)
        happened = trend_codes(before.past, before.ratio * before.base, up=self.up, down=self.down)
        prior_adjustment, shares = best_adjustment(scale.classes(held_out[own], before.past), happened)
        odds = scale.classes(chances, asked.past)
        return _placed(now, which, found, odds, decide(odds, prior_adjustment, shares), prior_adjustment)

    def _sampled(self, training: Rows) -> Rows:
        if training.base.size <= MOST_ROWS:
            return training
        order = stream("trend_rows", self.seed).permutation(training.base.size)
        keep = np.zeros(training.base.size, dtype=bool)
        keep[order[:MOST_ROWS]] = True
        return training.only(keep)

    def _fit(self, rows: Rows, horizon: int, scale: Bands) -> lgb.Booster:
        weight = np.where(rows.months == horizon, 1.0, SHORTER_WEIGHT)
        data = lgb.Dataset(rows.inputs, scale.place(rows.ratio).astype(np.float64), weight=weight)
        return lgb.train(self._parameters(scale.count), data, self.rounds)

    def _parameters(self, classes: int) -> dict[str, object]:
        return {
            "objective": "multiclass",
            "num_class": classes,
            "num_leaves": 8,
            "max_depth": 4,
            "learning_rate": 0.06,
            "min_data_in_leaf": 60,
            "lambda_l2": 10.0,
            "feature_fraction": 0.5,
            "bagging_fraction": 0.7,
            "bagging_freq": 1,
            "seed": self.seed,
            "deterministic": True,
            "force_row_wise": True,
            "num_threads": self.threads,
            "verbosity": -1,
        }


def _chances(booster: lgb.Booster, inputs: Floats, scale: Bands) -> Floats:
    if not len(inputs):
        return np.zeros((0, scale.count))
    return np.asarray(booster.predict(inputs), dtype=np.float64)


def _placed(
    now: Snapshot, which: NDArray[np.bool_], found: Floats, odds: Floats, codes: Codes, prior_adjustment: float
) -> Outlook:
    """Put answers in the customers' places; the others keep their past value."""
    size = now.past.size
    low, middle, high = np.full(size, np.nan), np.maximum(now.past, 0.0), np.full(size, np.nan)
    low[which], middle[which], high[which] = found.T
    every = np.full((size, len(CLASSES)), np.nan)
    every[which] = odds
    calls = np.full(size, UNKNOWN, dtype=np.int64)
    calls[which] = codes
    ranked = np.where(np.isfinite(now.value_index), middle, np.nan)
    return Outlook(
        forecast=middle,
        predicted_score=on_the_scale_of(now.value_index, ranked),
        low=low,
        high=high,
        odds=every,
        called=calls,
        prior_adjustment=prior_adjustment,
    )
