"""Why text cannot be read as a number or a day: what it looks like, in words, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

CLEAR = 0.95
"""From this share of the unreadable values on, a format of days is taken for theirs."""
MOST = 0.5
"""And a way of writing numbers."""


@dataclass(frozen=True)
class Cause:
    """What unreadable values look like, an example that shows it, and the remedy; empty where it is not known.

    ``form`` is the format of days, where only one fits.
    """

    says: str = ""
    remedy: str = ""
    example: str = ""
    form: str = ""


UNKNOWN = Cause()
_AMOUNT = r"[0-9]+([.,' ][0-9]+)*"
_NUMBERS = (
    ("a currency sign or unit beside the number", rf"[+-]?([^\W\d_]{{1,3}}|[$€£¥₹%])\s*[+-]?{_AMOUNT}"),
    ("a currency sign or unit beside the number", rf"[+-]?{_AMOUNT}\s*([^\W\d_]{{1,3}}|[$€£¥₹%])"),
    ("a thousands separator", r"[+-]?[0-9]{1,3}([,' ][0-9]{3})+(\.[0-9]*)?"),
    ("a thousands separator and a decimal comma", r"[+-]?[0-9]{1,3}([.' ][0-9]{3})+(,[0-9]*)?"),
    ("a decimal comma", r"[+-]?[0-9]*,[0-9]+"),
    ("brackets around the number", rf"\([$€£¥]?\s*{_AMOUNT}\)"),
)
_DATA = re.compile(r"[-+$€£]?[0-9]+([-/.:,][0-9]+)*([ T][0-9:.]+)?(_[0-9]+)?$")
_REMEDY = "write them as plain numbers, such as 1234.56: no sign of a currency, no separator of thousands, a point"
_FORMS = tuple(
    mark.join(f"%{part}" for part in order) for mark in "/.-" for order in ("mdY", "dmY", "Ymd", "mdy", "dmy", "ymd")
)


def of_numbers(seen: Sequence[str]) -> Cause:
    """How most of these values, none of them a number, are written.

    >>> of_numbers(["12,50", "3,99"]).says
    'a decimal comma'
    >>> of_numbers(["abc", "def"]).says
    'no numbers at all'
    """
    fitting: dict[str, list[str]] = {}
    for text in seen:
        for says, pattern in _NUMBERS:
            if re.fullmatch(pattern, text):
                fitting.setdefault(says, []).append(text)
                break
    says, examples = max(fitting.items(), key=lambda item: len(item[1]), default=("", []))
    if seen and len(examples) >= MOST * len(seen):
        return Cause(says, _REMEDY, max(examples))
    if seen and not any(mark.isdigit() for text in seen for mark in text):
        return Cause("no numbers at all", "name another column: this one holds words")
    return UNKNOWN


def unclear(*, can_say: bool) -> Cause:
    """Numbers such as 1.234, where nothing in the column says what the point means."""
    says = "a point with three digits after it, which may be a decimal point or stand between thousands"
    advice = (
        "say which: --map decimal_mark=. where 1.234 is a little more than one, or --map decimal_mark=, where it is "
    )
    return Cause(says, f"{advice}1234" if can_say else "write them without marks between thousands")


def headless(columns: Sequence[str]) -> str:
    """A hint where the first line of a file seems to be data, not names; empty where the columns have names.

    >>> headless(["customer", "day"])
    ''
    >>> headless(["c17", "2024-01-31", "9.99"])
    "the first line was taken for the names of columns, but '2024-01-31' seems to be data: add a line with names"
    """
    if columns and all(re.fullmatch(r"column[0-9]+", name) for name in columns):
        return f"the file has no line with the names of its columns; they are called {', '.join(columns[:3])} for now"
    data = [name for name in columns if _DATA.match(name)]
    if not data:
        return ""
    return f"the first line was taken for the names of columns, but {data[0]!r} seems to be data: add a line with names"


def of_dates(seen: Sequence[str], form: str | None = None) -> Cause:
    """In which formats (almost) all of these values are days; ``form`` is the one that was tried.

    >>> of_dates(["01/31/2024", "02/01/2024"]).form
    '%m/%d/%Y'
    >>> of_dates(["01/02/2024", "02/01/2024"]).form
    ''
    """
    fitting = [each for each in _FORMS if seen and sum(_is(text, each) for text in seen) >= CLEAR * len(seen)]
    example = next((text for text in reversed(seen) if fitting and _is(text, fitting[0])), "")
    if not fitting:
        tried = f"check the format {form}, which was set" if form else ""
        return Cause(remedy=tried)
    if len(fitting) == 1:
        says = f"days written as {fitting[0]}"
        return Cause(says, f"say how days are written: --map date_format={fitting[0]}", example, fitting[0])
    says = f"days written as {' or '.join(fitting)}, and nothing in them says which"
    return Cause(says, f"say which it is: --map date_format={' or --map date_format='.join(fitting)}", example)


def _is(text: str, form: str) -> bool:
    day = re.split(r"[ T,]", text, maxsplit=1)[0]
    if form.endswith("%y") and len(day.replace("-", "/").replace(".", "/").rpartition("/")[2]) != 2:
        return False
    try:
        datetime.strptime(day, form)  # noqa: DTZ007
    except ValueError:
        return False
    return True
