"""What a model is, and the models that compete to be chosen, simplest first.

A model is an object that turns signals and outcomes into fitted objects, one for each of its settings; it keeps
nothing. A fitted object gives probabilities, and what each signal added to each of them. Another model competes
as soon as it is passed in ``candidates``; no other line changes.

Signals enter as measured, and in ``logistic_percentile`` as percentiles within their window: where the level of
use drifts, the validation windows will prefer it. On a shrinking purchase log trees on percentiles ordered worse
than trees on the signals themselves (average precision 0.46 against 0.48 on validation windows).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from valuecast.identification.boosting import Boosting
from valuecast.identification.forest import RandomForest
from valuecast.identification.logistic import PenalisedLogistic, PercentileLogistic, TwoSignalLogistic
from valuecast.identification.observations import Outcome
from valuecast.identification.regression import ValueRegression
from valuecast.identification.scale import Scale
from valuecast.metrics import Floats


class Fitted(Protocol):
    """A model that has learned; immutable."""

    def predict(self, x: Floats) -> Floats:
        """Probability of being high-value, (n,), from signals (n, signals) with NaN where unknown."""

    def contributions(self, x: Floats) -> Floats:
        """What each signal adds to the prediction on ``scale``, (n, signals); with ``base`` they add up to it."""

    @property
    def scale(self) -> Scale:
        """On which scale contributions add up."""

    @property
    def base(self) -> float:
        """The prediction on ``scale`` before any signal is known."""


class Candidate(Protocol):
    """A model that can learn."""

    @property
    def name(self) -> str:
        """Name in every table."""

    @property
    def settings(self) -> tuple[float, ...]:
        """Values of the one setting that validation windows choose, simplest first."""

    @property
    def default(self) -> float:
        """The setting used when there is no validation window."""

    def signals(self, informative: Sequence[str]) -> tuple[str, ...]:
        """The columns it takes: informative signals or their percentile twins; none when it cannot work with them."""

    def fit(self, x: Floats, known: Outcome, settings: Sequence[float], *, seed: int) -> tuple[Fitted, ...]:
        """Learn from signals (n, signals) and outcomes (n,) of both classes; one fitted object a setting."""


CANDIDATES: tuple[Candidate, ...] = (
    TwoSignalLogistic(),
    PenalisedLogistic(),
    PercentileLogistic(),
    ValueRegression(),
    RandomForest(),
    Boosting(),
)
"""The models that compete, simplest first; the blend of three of them comes last of all."""
