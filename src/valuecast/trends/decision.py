"""Which class to call a customer, given its probabilities: the most probable, unless that would call nearly all alike.

Where one class is far commoner than the others, the most probable class is that one for almost everybody, which helps
nobody. Then a customer is called by how probable a class is *for this customer against how common it is*:

    the class with the largest  p / share^adjustment,   adjustment 0 (the most probable), ½ or 1

The adjustment is the one with the best macro F1 on earlier windows, on customers whose forecast had not seen them. It
is 0 unless the commonest class there had a share of `SWAMPED` or more and another adjustment gains `GAIN` at least: who
is called Up should seldom have the greater chance of Down.
"""

from __future__ import annotations

import numpy as np

from valuecast.metrics import macro_f1_score
from valuecast.trends.classes import Codes, Floats

ADJUSTMENTS = (0.0, 0.5, 1.0)
SWAMPED = 0.6
GAIN = 0.02


def best_adjustment(odds: Floats, actual: Codes) -> tuple[float, Floats]:
    """The prior adjustment to call by, and the share of each class (3,), from odds (n, 3) and what then happened (n,).

    >>> import numpy as np
    >>> actual = np.array([2] * 8 + [0] * 2)
    >>> odds = np.array([[0.1, 0.1, 0.8]] * 8 + [[0.4, 0.1, 0.5]] * 2)
    >>> best_adjustment(odds, actual)[0]
    0.5
    """
    shares = np.maximum(np.bincount(actual, minlength=3) / max(actual.size, 1), 1 / max(actual.size, 1))
    if shares.max() < SWAMPED:
        return 0.0, shares
    figures = [macro_f1_score(actual, decide(odds, prior_adjustment, shares)) for prior_adjustment in ADJUSTMENTS]
    best = int(np.argmax(figures))
    return (ADJUSTMENTS[best] if figures[best] >= figures[0] + GAIN else 0.0), shares


def decide(odds: Floats, prior_adjustment: float, shares: Floats) -> Codes:
    """The class of each row of ``odds`` (n, 3); the first named wins a tie."""
    codes: Codes = (odds / shares**prior_adjustment).argmax(axis=1).astype(np.int64)
    return codes
