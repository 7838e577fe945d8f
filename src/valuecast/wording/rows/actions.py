"""Why a customer is on the work list, with its own numbers, and what each early warning saw."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

Known = Mapping[str, float | None]

STEADY = 0.1
MANY_TIMES = 3.0


def work_reason(
    why: str,
    *,
    outlook: str,
    tenure: bool,
    likely: bool,
    unusual_gaps: float,
    known: Known,
    warnings: Sequence[str] = (),
) -> str:
    """The one line of the rule, then the customer's own numbers as far as they are known, then its early warnings.

    Parameters
    ----------
    why : str
        The line of the rule.
    outlook : {"coming back", "going Down", "going Up"}
        Which chance is told.
    tenure, likely : bool
        Whether its age, and its chance of being high-value, are told.
    unusual_gaps : float
        From how many of its usual gaps on a silence is set against them.
    known : mapping
        Signals by name, and ``p_up``, ``p_down``, ``probability`` [0 to 1] and ``months``. What is missing or None
        is left out.
    warnings : sequence of str
        What early warnings saw, as row notes.

    >>> known = {"value_change": -0.6, "days_since_last": 21.0}
    >>> work_reason("See them.", outlook="going Up", tenure=False, likely=False, unusual_gaps=3.0, known=known)
    "See them. Last month's value is 75 % below the month before; last seen 21 days ago."
    """
    parts = [
        _tenure(known) if tenure else None,
        _change(known),
        _last_seen(known, unusual_gaps),
        _days(known),
        _rating(known),
        _likely(known) if likely else None,
        _chance(known, "p_down" if outlook == "going Down" else "p_up", outlook),
    ]
    facts = "; ".join(text for text in parts if text)
    seen = f" Early warning: {'; '.join(map(_warning, warnings))}." if warnings else ""
    return (f"{why} {facts[0].upper()}{facts[1:]}." if facts else why) + seen


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


def _last_seen(known: Known, unusual_gaps: float) -> str | None:
    days, gaps = known.get("days_since_last"), known.get("recency_ratio")
    if days is None:
        return None
    if days < 1:
        return "seen on the last day of the data"
    unusual = f", {gaps:.1f} times its usual gap" if gaps is not None and gaps >= unusual_gaps else ""
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


def _chance(known: Known, name: str, word: str) -> str | None:
    chance, months = known.get(name), known.get("months")
    if chance is None or months is None:
        return None
    return f"{_percent(chance)} chance of {word} over {_count(months, 'month')}"


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"


def _count(number: float, noun: str) -> str:
    return f"{number:,.0f} {noun}" + ("" if round(number) == 1 else "s")


def silence(days: float, gaps: float) -> str:
    """A silence, and how many times the customer's usual gap it is."""
    return f"not seen for {days:.0f} days, {gaps:.1f} times its usual gap"


def usage_drop(now: float, then: float, weeks: int, lost: float, unit: str) -> str:
    """A lasting drop of weekly value."""
    return (
        f"{_amount(now, unit)} a week for {weeks} weeks, after {then:,.0f} a week before: {_percent(lost)} less, "
        "beyond what the whole company moved"
    )


def champion_gone(member: str, share: float, days: int) -> str:
    """The member with most days of use, who has stopped."""
    return f"{member}, with {_percent(share)} of all days of use, not seen for {days} days"


def fewer_features(now: float, usual: float) -> str:
    """Product features used, against the usual number."""
    return f"{now:.0f} product features used in 28 days, usually {usual:.0f}"


def rating(now: float, answers: int, days: int, fell: float | None) -> str:
    """Low or falling answers."""
    after = "" if fell is None else f", {fell:.1f} below earlier answers"
    return f"mean rating {now:.1f} of 10 from {_count(answers, 'answer')} in {days} days{after}"


def tickets(now: float, usual: float) -> str:
    """Support tickets, against the usual number."""
    return f"{now:.0f} tickets in 28 days, usually {usual:.1f}"


def _amount(number: float, unit: str) -> str:
    """A number with what it counts.

    >>> _amount(580.2, "minutes"), _amount(580.2, "amount + 2 events")
    ('580 minutes', 'value (amount + 2 events) of 580')
    """
    countable = unit.endswith("s") and " " not in unit
    return (
        f"{number:,.0f} {unit}" if countable else f"{unit if unit == 'value' else f'value ({unit})'} of {number:,.0f}"
    )


def _warning(row_note: str) -> str:
    figures = json.loads(row_note)
    return WARNINGS[figures.pop("code")](**figures)


WARNINGS: Mapping[str, Callable[..., str]] = {
    "silence": silence,
    "usage_drop": usage_drop,
    "champion_gone": champion_gone,
    "fewer_features": fewer_features,
    "rating": rating,
    "tickets": tickets,
}
SENTENCES: Mapping[str, Callable[..., str]] = {"work_reason": work_reason, **WARNINGS}
