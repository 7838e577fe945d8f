"""Why a customer has the probability that it has, and what would change it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from valuecast.contracts import SIGNAL_CATALOGUE
from valuecast.wording.names import meaning_of

Reason = tuple[str, float, float]
"""A signal, a customer's value of it, and what is usual."""


def reasons(raise_it: Sequence[Reason], lower_it: Sequence[Reason]) -> str:
    """What raises and what lowers a customer's probability.

    >>> reasons([("active_days", 34.0, 20.0)], [])
    'Speaks for it: active on 14 days more than usual'
    """
    parts = (("Speaks for it: ", raise_it), ("Speaks against it: ", lower_it))
    sentences = [lead + ", ".join(phrase(*reason) for reason in each) for lead, each in parts if each]
    return ". ".join(sentences) or "Nothing sets this customer apart"


def next_tier(tier: str, signal: str, now: float, level: float) -> str:
    """The single change of a signal that the model would reward with the next tier.

    >>> next_tier("short list", "active_days", 3.0, 20.0)
    'on the short list if days of use in the past window went from 3 to 20'
    """
    before = "unknown" if math.isnan(now) else number(now)
    return f"on the {tier} if {meaning_of(signal)} went from {before} to {number(level)}"


class _Counts(dict[str, str]):
    """A number with any unit that a phrase asks for, in the singular where it is one.

    >>> "{days}, {product_features}".format_map(_Counts(gap="1"))
    '1 day, 1 product feature'
    """

    def __missing__(self, unit: str) -> str:
        word = unit.replace("_", " ")
        return f"{self['gap']} {word.removesuffix('s') if self['gap'] == '1' else word}"


def phrase(signal: str, value: float, usual: float) -> str:
    """One signal of one customer in words, against what is usual (the median of the active customers).

    ``value`` may be NaN: it is not known. A signal that is not in the catalogue is named as it is.

    >>> phrase("active_days", 34.0, 20.0)
    'active on 14 days more than usual'
    >>> phrase("active_days", 19.0, 20.0)
    'active on 1 day fewer than usual'
    """
    meaning = meaning_of(signal)
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


SENTENCES: Mapping[str, Callable[..., str]] = {"reasons": reasons, "next_tier": next_tier}
