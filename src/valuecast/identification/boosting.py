"""Gradient boosting: small trees, the same bytes on every run, missing values as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import lightgbm as lgb
import numpy as np

from valuecast.identification.observations import Outcome
from valuecast.identification.scale import Scale
from valuecast.metrics import Floats

SMALL = 2_000_000
"""Up to so many numbers one thread is quicker than two; the trees are the same."""


@dataclass(frozen=True)
class FittedBoosting:
    """The first ``rounds`` trees of a booster."""

    booster: lgb.Booster
    rounds: int

    def predict(self, x: Floats) -> Floats:
        """Probability of being high-value, (n,)."""
        return np.asarray(self.booster.predict(x, num_iteration=self.rounds), dtype=np.float64)

    def contributions(self, x: Floats) -> Floats:
        """Exact Shapley values of the trees (Lundberg and others, 2020), log-odds, (n, signals)."""
        return self._added(x)[:, :-1]

    @property
    def scale(self) -> Scale:
        """Log-odds."""
        return "log-odds"

    @property
    def base(self) -> float:
        """Log-odds of the average training row."""
        return float(self._added(np.full((1, self.booster.num_feature()), np.nan))[0, -1])

    def _added(self, x: Floats) -> Floats:
        added = self.booster.predict(x, num_iteration=self.rounds, pred_contrib=True)
        return np.asarray(added, dtype=np.float64)


@dataclass(frozen=True)
class Boosting:
    """LightGBM on all informative signals; the validation windows choose how many trees."""

    name: str = "gbm"
    settings: tuple[float, ...] = (40, 80, 160)
    default: float = 80
    leaves: int = 8
    threads: int = 2

    def signals(self, informative: Sequence[str]) -> tuple[str, ...]:
        """Every usable signal."""
        return tuple(informative)

    def fit(self, x: Floats, known: Outcome, settings: Sequence[float], *, seed: int) -> tuple[FittedBoosting, ...]:
        """Grow the most trees asked for once; each setting is its first so many."""
        booster = lgb.train(
            self._parameters(seed, x), lgb.Dataset(x, known.high.astype(np.float64)), int(max(settings))
        )
        return tuple(FittedBoosting(booster, int(rounds)) for rounds in settings)

    def _parameters(self, seed: int, x: Floats) -> dict[str, object]:
        return {
            "objective": "binary",
            "num_leaves": self.leaves,
            "max_depth": 4,
            "learning_rate": 0.06,
            "min_data_in_leaf": 40,
            "lambda_l2": 5.0,
            "feature_fraction": 0.7,
            "seed": seed,
            "deterministic": True,
            "force_row_wise": True,
            "num_threads": self.threads if x.size > SMALL else 1,
            "verbosity": -1,
        }
