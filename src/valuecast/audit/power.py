"""How small an effect a number of customers can show."""

from __future__ import annotations

import math

POWER = 0.84
"""Standard normal quantile of 80 % power."""
CONFIDENCE = 1.96
"""And of a two-sided 5 % test."""
SHARED = 0.5
"""Correlation assumed between the hits of two lists of the same length: they share most of their names."""


def detectable_gain(positives: int) -> float | None:
    """Smallest difference in precision at k that two lists of this length can show.

    Two lists of ``k`` names, paired on the same customers, with about half of the names right (the worst case) and
    hits correlated by 0.5: the standard error of the difference is sqrt(2 · 0.25 · (1 − 0.5) / k), and 80 % power in a
    two-sided 5 % test needs 1.96 + 0.84 of it (Cohen 1988, section 6.2).

    Parameters
    ----------
    positives : int
        Names on each list, as many as there are high-value customers.

    Returns
    -------
    float or None
        Share of names [0 to 1]; None where there is no name.

    >>> round(detectable_gain(100), 3)
    0.14
    """
    if positives <= 0:
        return None
    return min((CONFIDENCE + POWER) * math.sqrt(2 * 0.25 * (1 - SHARED) / positives), 1.0)
