"""Each signal in words: what to say when a customer is above, and when below, what is usual."""

from __future__ import annotations

import math

from valuecast.contracts import SIGNAL_CATALOGUE


class _Counts(dict[str, str]):
    """A number with any unit that a phrase asks for, in the singular where it is one.

    >>> "{days}, {product_features}".format_map(_Counts(gap="1"))
    '1 day, 1 product feature'
    """

    def __missing__(self, unit: str) -> str:
        word = unit.replace("_", " ")
        return f"{self['gap']} {word.removesuffix('s') if self['gap'] == '1' else word}"


def phrase(signal: str, meaning: str, value: float, usual: float) -> str:
    """One signal of one customer in words, against what is usual (the median of the active customers).

    ``value`` may be NaN: it is not known. A signal without a phrase of its own is named by its ``meaning``.

    >>> phrase("active_days", "days of use", 34.0, 20.0)
    'active on 14 days more than usual'
    >>> phrase("active_days", "days of use", 19.0, 20.0)
    'active on 1 day fewer than usual'
    """
    if math.isnan(value):
        return f"{meaning}: not known"
    if value == usual:
        return f"{meaning}: as usual ({number(usual)})"
    if signal not in SIGNAL_CATALOGUE:
        return f"{meaning}: {number(value)}, usually {number(usual)}"
    entry = SIGNAL_CATALOGUE[signal]
    text = entry.above if value > usual else entry.below
    return text.format_map(_Counts(gap=number(abs(value - usual)), usual=number(usual)))


def number(value: float) -> str:
    """A number as short as it stays readable: whole from 10 on, else two digits that count.

    >>> [number(v) for v in (12345.6, 3.14159, 0.0123, 2.0)]
    ['12,346', '3.1', '0.012', '2']
    """
    if abs(value) >= 10:
        return f"{value:,.0f}"
    return f"{float(f'{value:.2g}'):g}"
