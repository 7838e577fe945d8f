"""Random forest: many deep trees, each on its own draw of customers and signals (Breiman, 2001)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import lightgbm as lgb
import numpy as np

from valuecast.identification.boosting import SMALL
from valuecast.identification.observations import Outcome
from valuecast.identification.scale import Scale
from valuecast.metrics import Floats


@dataclass(frozen=True)
class FittedForest:
    """A forest; every tree holds shares of high-value customers, and the forest their mean."""

    booster: lgb.Booster
    trees: int

    def predict(self, x: Floats) -> Floats:
        """Probability of being high-value, (n,)."""
        return np.clip(np.asarray(self.booster.predict(x), dtype=np.float64), 0.0, 1.0)

    def contributions(self, x: Floats) -> Floats:
        """Exact Shapley values of the trees, points of probability, (n, signals)."""
        return self._added(x)[:, :-1]

    @property
    def scale(self) -> Scale:
        """Probability."""
        return "probability"

    @property
    def base(self) -> float:
        """Probability of the average training row."""
        return float(self._added(np.full((1, self.booster.num_feature()), np.nan))[0, -1])

    def _added(self, x: Floats) -> Floats:
        # The library adds up what the trees of a forest say, where the prediction is their mean.
        return np.asarray(self.booster.predict(x, pred_contrib=True), dtype=np.float64) / self.trees


@dataclass(frozen=True)
class RandomForest:
    """LightGBM's forest on all informative signals; ``settings`` is the least number of customers in a leaf.

    Each tree grows on its own draw of 63 % of the rows, and on ``drawn`` of them where that would be more: what a
    forest gains from further rows is little, because its trees differ anyway.
    """

    name: str = "random_forest"
    settings: tuple[float, ...] = (40,)
    default: float = 40
    trees: int = 100
    drawn: int = 30_000
    threads: int = 2

    def signals(self, informative: Sequence[str]) -> tuple[str, ...]:
        """Every usable signal."""
        return tuple(informative)

    def fit(self, x: Floats, known: Outcome, settings: Sequence[float], *, seed: int) -> tuple[FittedForest, ...]:
        """Grow one forest for each least number of customers in a leaf."""
        return tuple(self._grown(x, known, int(least), seed) for least in settings)

    def _grown(self, x: Floats, known: Outcome, least: int, seed: int) -> FittedForest:
        parameters = {
            "objective": "regression",
            "boosting": "rf",
            "num_leaves": 63,
            "max_depth": 8,
            "min_data_in_leaf": least,
            "bagging_fraction": min(0.632, self.drawn / len(x)),
            "bagging_freq": 1,
            "feature_fraction": 0.5,
            "max_bin": 63,
            "seed": seed,
            "deterministic": True,
            "force_row_wise": True,
            "num_threads": self.threads if x.size > SMALL else 1,
            "verbosity": -1,
        }
        data = lgb.Dataset(x, known.high.astype(np.float64), params={"max_bin": 63, "verbosity": -1})
        return FittedForest(lgb.train(parameters, data, self.trees), self.trees)
