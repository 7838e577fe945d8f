"""What a field of a sentence may ask for: the name of a format, then words that go with it.

``{share:percent 1}`` calls ``percent(share, "1")``; a format of `SPANS` takes several values that are shown together,
as ``{found:percent_interval}`` takes a value and the ends of its interval.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from valuecast.wording import names, numbers


def _text(value: Any) -> str:
    return str(value) if numbers.known(value) else numbers.UNKNOWN


def _percent(share: float | None, places: str = "") -> str:
    return numbers.percent(share, int(places) if places else None)


def _points(difference: float | None, places: str = "") -> str:
    return numbers.in_points(difference) if not places else numbers.points(difference, int(places))


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _noun(number: float, *noun: str) -> str:
    return " ".join(noun) if number == 1 else f"{' '.join(noun)}s"


def _shortened(text: str, longest: str) -> str:
    return numbers.shortened(text, int(longest))


FORMATS: Mapping[str, Callable[..., str]] = {
    "": _text,
    "alert": lambda kind: names.ALERTS.get(kind, names.spaced(kind)),
    "amount": numbers.amount,
    "auc": numbers.auc,
    "capital": _capital,
    "commas": ", ".join,
    "count": numbers.count,
    "day": numbers.day,
    "digits": numbers.digits,
    "fixed": numbers.fixed,
    "gain": numbers.gain,
    "lead": names.lead,
    "lead_first": lambda signal: _capital(names.lead(signal)),
    "listed": numbers.listed,
    "loss": lambda share: numbers.fixed(None if share is None else 100 * share, "1"),
    "method": names.named,
    "method_first": lambda method: _capital(names.named(method)),
    "metric": lambda metric: names.METRICS.get(metric, names.spaced(metric)),
    "multiple": numbers.multiple,
    "noun": _noun,
    "one": numbers.one,
    "percent": _percent,
    "percent_beside": lambda share, mark: numbers.percent_beside(share, float(mark)),
    "plain": lambda number: f"{number:g}",
    "plural": lambda number, *noun: numbers.plural(number, " ".join(noun)),
    "points": _points,
    "quoted": repr,
    "rho": numbers.rho,
    "sentence": numbers.sentence,
    "shortened": _shortened,
    "signal": names.signal_name,
    "signed": numbers.signed,
    "tenths": lambda number: numbers.amount(None if number is None else round(number, 1)),
    "verb": lambda number, one, several: one if number == 1 else several,
    "words": names.spaced,
    "yes": lambda answer: "yes" if answer else "no",
}
"""Formats of one value; with the empty name, the value as it is."""
SPANS: Mapping[str, Callable[..., str]] = {
    "gap": numbers.gap,
    "interval_beside": numbers.interval_beside,
    "percent_interval": numbers.percent_interval,
    "points_interval": numbers.points_interval,
}
"""Formats of several values that are shown together."""
WORDS_ALONE = ("noun", "verb")
"""Formats that agree with a number and do not show it."""
