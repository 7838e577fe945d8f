"""Numbers and comparisons as people say them."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

NBSP = "\u00a0"
MINUS = "\u2212"
UNKNOWN = "–"

_BREAKS = re.compile(r"[\r\n\t\v\f\u2028\u2029]+")


def known(value: Any) -> bool:
    """Whether a cell holds a value: neither None nor NaN."""
    return value is not None and not (isinstance(value, float) and math.isnan(value))


def count(number: float | None) -> str:
    """A whole number with its thousands apart.

    >>> count(38544)
    '38,544'
    """
    return f"{round(number):,}" if known(number) and number is not None else UNKNOWN


def amount(number: float | None) -> str:
    """A measured number to three figures.

    >>> amount(12345.6), amount(4.678), amount(0), amount(-0.01234)
    ('12,300', '4.68', '0', '−0.0123')
    """
    if number is None or not known(number):
        return UNKNOWN
    if number == 0 or not math.isfinite(number):
        return "0" if number == 0 else "∞"
    places = 2 - math.floor(math.log10(abs(number)))
    rounded = round(number, places)
    text = f"{rounded:,.{max(places, 0)}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", MINUS)


def percent(share: float | None, places: int | None = None) -> str:
    """A share of one in per cent: whole, but with a decimal at the ends.

    >>> percent(0.714).replace("\u00a0", " "), percent(0.9987).replace("\u00a0", " ")
    ('71 %', '99.9 %')
    """
    if share is None or not known(share):
        return UNKNOWN
    if places is None and (0 < share < 0.0005 or 0.9995 <= share < 1):
        return f"over 99.9{NBSP}%" if share > 0.5 else f"under 0.1{NBSP}%"
    if places is None:
        places = 1 if 0 < abs(share) < 0.0095 or 0.9905 < share < 1 else 0
    return f"{100 * share:.{places}f}{NBSP}%".replace("-", MINUS)


def percent_interval(value: float | None, low: float | None, high: float | None) -> str:
    """A share with its 95 % interval; one decimal where the interval is narrower than two points.

    >>> percent_interval(0.714, 0.66, 0.752).replace("\u00a0", " ")
    '71 % (66 to 75 %)'
    """
    if value is None or low is None or high is None or not (known(value) and known(low) and known(high)):
        return percent(value)
    places = 1 if high - low < 0.02 else 0
    return f"{percent(value, places)} ({100 * low:.{places}f} to {percent(high, places)})".replace("-", MINUS)


def percent_beside(share: float | None, mark: float) -> str:
    """A share told beside a mark that it is compared with: with so many decimals that the two do not look alike.

    >>> percent_beside(0.8497, 0.85).replace("\u00a0", " "), percent_beside(0.83, 0.85).replace("\u00a0", " ")
    ('84.97 %', '83 %')
    """
    if share is None or not known(share) or share == mark:
        return percent(share)
    forms = ((percent(share, places), percent(mark, places)) for places in (None, 1, 2, 3))
    return next((shown for shown, other in forms if shown != other), percent(share, 4))


def auc(value: float, wire: float = 0.99) -> str:
    """An AUC with three decimals, and a fourth only where the third would hide on which side of the wire it is.

    >>> auc(0.9805), auc(0.9904), auc(0.9987)
    ('0.981', '0.9904', '0.999')
    """
    rounded = math.floor(1000 * value + 0.5 + 1e-9) / 1000
    return f"{rounded:.3f}" if (rounded > wire) == (value > wire) else f"{value:.4f}"


def in_one_style(numbers: Sequence[float | None]) -> tuple[str, ...]:
    """Numbers of a column, all with the decimals that give the largest of them three figures.

    >>> in_one_style([0.63, 0.6661, None]), in_one_style([1234.5, 2.25])
    (('0.630', '0.666', '–'), ('1,234', '2'))
    """
    largest = max((abs(n) for n in numbers if n is not None and known(n)), default=0.0)
    places = min(max(2 - math.floor(math.log10(largest)), 0), 3) if largest > 0 else 0
    return tuple(
        f"{round(n, places) + 0.0:,.{places}f}".replace("-", MINUS) if n is not None and known(n) else UNKNOWN
        for n in numbers
    )


def shares_of_one(shares: Sequence[float]) -> tuple[str, ...]:
    """Shares that add up to one, in per cent that add up to 100: the largest remainders are rounded up.

    Where equal shares would look unequal by that, all have a decimal.

    >>> [text.replace("\u00a0", " ") for text in shares_of_one([0.275, 0.275, 0.45])]
    ['27.5 %', '27.5 %', '45.0 %']
    >>> [text.replace("\u00a0", " ") for text in shares_of_one([0.278, 0.167, 0.555])]
    ['28 %', '17 %', '55 %']
    """
    whole = [math.floor(100 * share + 1e-9) for share in shares]
    by_rest = sorted(range(len(shares)), key=lambda i: (whole[i] - 100 * shares[i], i))
    for place in by_rest[: max(100 - sum(whole), 0)]:
        whole[place] += 1
    shown: dict[float, set[int]] = {}
    for share, number in zip(shares, whole, strict=True):
        shown.setdefault(round(share, 6), set()).add(number)
    if any(len(numbers) > 1 for numbers in shown.values()):
        return tuple(percent(share, 1) for share in shares)
    return tuple(f"{number}{NBSP}%" for number in whole)


def points(difference: float | None, places: int = 0) -> str:
    """A difference of shares, signed, in points.

    >>> points(0.081), points(-0.0312)
    ('+8', '−3')
    """
    if difference is None or not known(difference):
        return UNKNOWN
    text = f"{100 * difference:+.{places}f}".replace("-", MINUS)
    return text[1:] if float(text.replace(MINUS, "-")) == 0 else text


def signed_points(number: float | None) -> str:
    """A difference of scores with its sign and one decimal.

    >>> signed_points(3.14159), signed_points(-2)
    ('+3.1', '−2.0')
    """
    return f"{number:+.1f}".replace("-", MINUS) if number is not None and known(number) else UNKNOWN


def one(noun: str) -> str:
    """A noun with its article.

    >>> one("account"), one("visitor")
    ('an account', 'a visitor')
    """
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def multiple(ratio: float | None) -> str:
    """A ratio of two means.

    >>> multiple(4.68)
    '4.7×'
    """
    if ratio is None or not known(ratio):
        return UNKNOWN
    if 0 < ratio < 0.005:
        return "under 0.01×"
    return f"{ratio:,.0f}×" if abs(ratio) >= 99.5 else f"{ratio:.1f}×" if abs(ratio) >= 1.95 else f"{ratio:.2f}×"


def day(when: date | str | None) -> str:
    """A calendar day.

    >>> day("2024-11-01").replace("\u00a0", " ")
    '1 Nov 2024'
    """
    if not when:
        return UNKNOWN
    found = date.fromisoformat(when[:10]) if isinstance(when, str) else when
    names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return f"{found.day}{NBSP}{names[found.month - 1]}{NBSP}{found.year}"


def points_interval(low: float | None, high: float | None) -> str:
    """The interval of a difference in points; with a decimal where rounding would hide on which side of zero it ends.

    >>> points_interval(0.003, 0.052), points_interval(-0.031, 0.07)
    ('+0.3 to +5.2', '−3 to +7')
    """
    hidden = any(bound is not None and known(bound) and 0 < abs(bound) < 0.005 for bound in (low, high))
    return f"{points(low, int(hidden))} to {points(high, int(hidden))}"


def in_points(difference: float | None) -> str:
    """A difference of shares with its unit.

    >>> in_points(0.081), in_points(-0.01)
    ('+8 points', '−1 point')
    """
    text = points(difference)
    return f"{text} point{'' if text[1:] == '1' else 's'}"


def gain(difference: float | None) -> str:
    """A difference of shares without its sign, where the words around it say which way it goes.

    >>> gain(-0.081)
    '8 points'
    """
    return in_points(difference if difference is None else abs(difference)).removeprefix("+")


def gap(difference: float | None, low: float | None, high: float | None) -> str:
    """A difference of shares with its interval, in points; a dash where it is not known.

    >>> gap(0.08, 0.04, 0.12)
    '+8 (+4 to +12)'
    """
    return f"{points(difference)} ({points_interval(low, high)})" if known(difference) else UNKNOWN


def interval_beside(value: float | None, low: float | None, high: float | None, mark: str) -> str:
    """A share with its interval, none of whose figures is rounded to a mark that it is not.

    >>> interval_beside(0.8497, 0.8, 0.9, "0.85").replace("\u00a0", " ")
    '84.97 % (80 to 90 %)'
    """
    target = float(mark)
    shown = percent_beside(value, target)
    if low is None or high is None or not (known(low) and known(high)):
        return shown
    if shown == percent(value) and percent(target) not in (percent(low), percent(high)):
        return percent_interval(value, low, high)
    ends = [percent_beside(bound, target) for bound in (low, high)]
    return f"{shown} ({ends[0].removesuffix('%').strip()} to {ends[1]})"


def fixed(number: float | None, places: str = "0") -> str:
    """A number with so many decimals.

    >>> fixed(-0.4567, "2"), fixed(1234.5)
    ('−0.46', '1,234')
    """
    if number is None or not known(number):
        return UNKNOWN
    return f"{round(number, int(places)) + 0.0:,.{places}f}".replace("-", MINUS)


def digits(number: float, significant: str) -> str:
    """A number with so many significant digits.

    >>> digits(1234.5678, "4"), digits(0.012345, "2")
    ('1235', '0.012')
    """
    return f"{number:.{significant}g}".replace("-", MINUS)


def rho(number: float | None) -> str:
    """A rank correlation with its sign.

    >>> rho(-0.423), rho(0.0)
    ('−0.42', '0.00')
    """
    if number is None or not known(number):
        return UNKNOWN
    text = f"{number:+.2f}".replace("-", MINUS)
    return text if text[1:] != "0.00" else "0.00"


def signed(number: float | None) -> str:
    """A change of an amount with its sign.

    >>> signed(1234.5), signed(-20)
    ('+1,230', '−20')
    """
    return f"+{amount(number)}" if number is not None and number > 0 else amount(number)


def plural(number: float, noun: str) -> str:
    """A count with its noun.

    >>> plural(1, "account"), plural(1200, "account")
    ('1 account', '1,200 accounts')
    """
    return f"{count(number)} {noun}{'' if round(number) == 1 else 's'}"


def listed(names: Iterable[str], last: str = "and") -> str:
    """Names in a row.

    >>> listed(["breadth", "depth", "reach"])
    'breadth, depth and reach'
    """
    found = list(names)
    return f" {last} ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else "".join(found)


def clean(text: object) -> str:
    r"""Text that HTML and XML can hold, on one line.

    >>> clean("a\nb\x00c")
    'a b�c'
    """
    spaced = _BREAKS.sub(" ", str(text))
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cs") else c for c in spaced)


def shortened(text: str, longest: int) -> str:
    """Text cut in its middle, so that both ends can be told apart.

    >>> shortened("ACC00000948-north-america", 12)
    'ACC000…erica'
    """
    return text if len(text) <= longest else f"{text[: longest // 2]}…{text[len(text) - (longest - 1) // 2 :]}"


def sentence(words: str) -> str:
    """Words that begin with a capital and end with a full stop.

    >>> sentence("no join matched")
    'No join matched.'
    """
    text = words.strip()
    name = any(letter == "_" or letter.isdigit() for letter in text.partition(" ")[0])
    first = text if name else f"{text[:1].upper()}{text[1:]}"
    return f"{first}{'' if text.endswith(('.', '!', '?')) else '.'}" if text else ""


def distinguishable(low: float | None, high: float | None) -> bool | None:
    """Whether the interval of a difference leaves out zero; None when there is no interval."""
    if low is None or high is None or not (known(low) and known(high)):
        return None
    return not low <= 0 <= high


def ordered(values: Iterable[str], first: Sequence[str]) -> list[str]:
    """Values in a given order, those not in it last by name."""
    return sorted(values, key=lambda v: (first.index(v) if v in first else len(first), v))
