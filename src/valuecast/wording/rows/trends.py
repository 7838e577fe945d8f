"""What speaks for the move of a customer whose value is forecast to change most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from valuecast.wording.numbers import NBSP


def drivers(found: Iterable[Mapping[str, Any]]) -> str:
    r"""Signals in which a customer stands out, each with its ``percentile`` among the active [0 to 1].

    >>> drivers([{"signal": "weekly_slope", "percentile": 0.034}, {"signal": "visits", "percentile": 0.9}])
    'weekly slope lower than 97\xa0% of customers; visits higher than 90\xa0% of customers'
    """
    return "; ".join(f"{each['signal'].replace('_', ' ')} {_standing(each['percentile'])}" for each in found)


def _standing(percentile: float) -> str:
    """Nobody stands above everybody: the highest is said to be above 99 %."""
    if percentile < 0.5:
        return f"lower than {min(99, round(100 * (1 - percentile)))}{NBSP}% of customers"
    return f"higher than {min(99, round(100 * percentile))}{NBSP}% of customers"
