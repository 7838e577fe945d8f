"""What sets a group of customers apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from valuecast.contracts import SIGNAL_CATALOGUE


def profile(signals: Sequence[tuple[str, float, float]] | None) -> str:
    """Signals with a group's median and the typical one; None where nothing is known of it.

    >>> profile([("tenure_days", 40.0, 300.0)]), profile([])
    ('a customer for 40 days (typical 300)', 'close to the typical customer on every signal')
    """
    if signals is None:
        return "nothing is known that would set it apart"
    return ", ".join(_phrase(*each) for each in signals) or "close to the typical customer on every signal"


def not_active(days: float | None) -> str:
    """A group of customers who were not active, with the median of the days since they were.

    >>> not_active(1.2), not_active(None)
    ('not active in the past window, last seen 1 day ago', 'not active in the past window')
    """
    seen = "" if days is None else f", last seen {days:,.0f} day{'' if round(days) == 1 else 's'} ago"
    return f"not active in the past window{seen}"


def _phrase(name: str, own: float, typical: float) -> str:
    entry = SIGNAL_CATALOGUE[name]
    if entry.profile and ("{ratio}" not in entry.profile or min(typical, own) > 0):
        days = f"{_number(own)} day" + ("" if _number(own) == "1" else "s")
        ratio = _ratio(own / typical) if typical > 0 else ""
        return entry.profile.format(ratio=ratio, own=_number(own), typical=_number(typical), days=days)
    if name == "value_change":
        return f"last month's value {_change(own)} the month before's (typical {_change(typical)})"
    return f"{entry.meaning}: {_number(own)} (typical {_number(typical)})"


def _ratio(ratio: float) -> str:
    return f"{ratio:.1f}x" if ratio >= 0.1 else "under 0.1x"


def _change(index: float) -> str:
    """(last − before) / (last + before), said as last over before."""
    return "many times" if index >= 0.99 else f"{(1 + index) / (1 - index):.1f}x"


def _number(number: float) -> str:
    """Three digits at most below a thousand, thousands with commas."""
    size = abs(number)
    digits = 0 if size >= 20 or number == round(number) else 1 if size >= 1 else 2
    return f"{number:,.{digits}f}"


SENTENCES: Mapping[str, Callable[..., str]] = {"profile": profile, "not_active": not_active}
