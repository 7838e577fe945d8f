"""Why this customer, in words, with its own numbers."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.actions.rules import SILENT_GAPS, Fit

Known = Mapping[str, float | None]

STEADY = 0.1
MANY_TIMES = 3.0


def reason(fit: Fit, known: Known) -> str:
    """The one line of the rule, then the customer's own numbers, as far as they are known.

    Parameters
    ----------
    known : mapping
        Signals by name, and ``p_up``, ``p_down``, ``probability`` [0 to 1] and ``months``. What is missing or None
        is not spoken of.

    >>> from valuecast.actions.rules import Facts, fit
    >>> reason(fit(Facts("High", "Down")), {"value_change": -0.6, "days_since_last": 21.0})[56:]
    "Last month's value is 75 % below the month before; last seen 21 days ago."
    """
    told = [
        _tenure(known) if fit.playbook.name == "onboard" else None,
        _change(known),
        _last_seen(known),
        _days(known),
        _rating(known),
        _likely(known) if fit.playbook.name == "expand" else None,
        _outlook(fit, known),
    ]
    facts = "; ".join(text for text in told if text)
    return f"{fit.why} {facts[0].upper()}{facts[1:]}." if facts else fit.why


def change_in_words(change: float) -> str:
    """Last month against the month before, from (last − before) / (last + before).

    >>> change_in_words(-0.5), change_in_words(0.6), change_in_words(0.02)
    ('67 % below the month before', '4.0 times the month before', 'much the same as the month before')
    """
    times = (1 + change) / (1 - change)
    if abs(times - 1) < STEADY:
        return "much the same as the month before"
    if times >= MANY_TIMES:
        return f"{times:.1f} times the month before"
    return f"{abs(times - 1):.0%}".replace("%", " %") + (" above" if times > 1 else " below") + " the month before"


def _change(known: Known) -> str | None:
    change = known.get("value_change")
    if change is None:
        return None
    if change >= 1:
        return "value in the last month after none the month before"
    if change <= -1:
        return "no value in the last month after some the month before"
    return f"last month's value is {change_in_words(change)}"


def _last_seen(known: Known) -> str | None:
    days, gaps = known.get("days_since_last"), known.get("recency_ratio")
    if days is None:
        return None
    if days < 1:
        return "seen on the last day of the data"
    unusual = f", {gaps:.1f} times its usual gap" if gaps is not None and gaps >= SILENT_GAPS else ""
    return f"last seen {_count(days, 'day')} ago{unusual}"


def _days(known: Known) -> str | None:
    days = known.get("active_days")
    return None if not days else f"active on {_count(days, 'day')} of the past window"


def _rating(known: Known) -> str | None:
    rating = known.get("latest_rating")
    return None if rating is None else f"latest rating {rating:.1f} of 10".replace(".0 of", " of")


def _tenure(known: Known) -> str | None:
    days = known.get("tenure_days")
    return None if days is None else f"first seen {_count(days, 'day')} ago"


def _likely(known: Known) -> str | None:
    chance = known.get("probability")
    return None if chance is None else f"{_percent(chance)} likely to be high-value"


def _outlook(fit: Fit, known: Known) -> str | None:
    if fit.dormant:
        return _chance(known, "p_up", "coming back")
    if fit.playbook.stake == "loss":
        return _chance(known, "p_down", "going Down")
    return _chance(known, "p_up", "going Up")


def _chance(known: Known, name: str, word: str) -> str | None:
    chance, months = known.get(name), known.get("months")
    if chance is None or months is None:
        return None
    return f"{_percent(chance)} chance of {word} over {_count(months, 'month')}"


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"


def _count(number: float, noun: str) -> str:
    return f"{number:,.0f} {noun}" + ("" if round(number) == 1 else "s")
