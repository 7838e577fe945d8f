"""What a model is, and the models that compete to be chosen, simplest first.

A model is an object that turns signals and labels into fitted objects, one for each of its settings; it keeps
nothing. A fitted object gives probabilities, and what each signal added to each of them. Another model competes
as soon as it is passed in ``candidates``; no other line changes.

Signals enter as measured, not as percentiles within their window. On validation windows of a shrinking purchase log
percentiles gave steadier probabilities but a worse order for the best model (gbm: average precision 0.46 against 0.48;
logistic_2d gained, 0.475 against 0.469), and the order
is what is selected on; on a steady company there was no difference to speak of.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from valuecast.identification.boosting import Boosting
from valuecast.identification.logistic import PenalisedLogistic, TwoSignalLogistic
from valuecast.metrics import Bools, Floats


class Fitted(Protocol):
    """A model that has learned; immutable."""

    def predict(self, x: Floats) -> Floats:
        """Probability of being high-value, (n,), from signals (n, signals) with NaN where unknown."""

    def contributions(self, x: Floats) -> Floats:
        """What each signal adds to the log-odds, against the average customer learned from, (n, signals)."""


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

    def signals(self, usable: Sequence[str]) -> tuple[str, ...]:
        """The signals it takes, out of the usable ones; none when it cannot work with them."""

    def fit(self, x: Floats, y: Bools, settings: Sequence[float], *, seed: int) -> tuple[Fitted, ...]:
        """Learn from signals (n, signals) and labels (n,) of both classes; one fitted object a setting."""


CANDIDATES: tuple[Candidate, ...] = (TwoSignalLogistic(), PenalisedLogistic(), Boosting())
"""The models that compete, simplest first."""
