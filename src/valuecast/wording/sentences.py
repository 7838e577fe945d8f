"""Sentences that remember where each of their figures came from.

>>> active = Claim(866, "value_scores", where={"active": True}, rule="count")
>>> told = say("{n:plural account} {n:verb was were} active.", n=active)
>>> str(told)
'866 accounts were active.'
>>> told.claims[0].shown, told.claims[0].rule
('866 accounts', 'count')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from string import Formatter
from typing import Any

from valuecast.contracts.notes import Scalar
from valuecast.wording import names, numbers


@dataclass(frozen=True)
class Claim:
    """A figure and how it can be worked out again.

    Parameters
    ----------
    value : Scalar
        Unrounded.
    table : str
        The output table that holds it, or ``manifest``.
    column : str
        Its column, or its path in the manifest; empty for a count of rows.
    where : mapping of str to Scalar
        The rows that it is taken from: the value of each column named.
    rule : str
        What is done with them: ``value`` (there is one), ``count``, ``sum``, ``mean``, ``share`` and so on.
    rounding : str
        The number format in the sentence, such as ``percent``; set by `say`.
    shown : str
        The text in the sentence; set by `say`.
    """

    value: Scalar
    table: str
    column: str = ""
    where: Mapping[str, Scalar] = field(default_factory=dict)
    rule: str = "value"
    rounding: str = ""
    shown: str = ""


@dataclass(frozen=True)
class Sentence:
    """One or more sentences as text, and the claims of their figures in reading order."""

    text: str = ""
    claims: tuple[Claim, ...] = ()

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


def say(template: str, /, **figures: object) -> Sentence:
    """Put figures into a template; each is formatted as its field asks, and keeps its claim.

    Parameters
    ----------
    template : str
        Text with fields such as ``{share:percent}``, ``{n:plural account}``, ``{n:verb is are}`` or ``{names:listed}``;
        the formats are those of `FORMATS`. A field without a format takes text or another sentence.
    **figures
        A `Claim`, a plain value (a name, or a setting that nobody needs to work out again), or a `Sentence`.

    Raises
    ------
    KeyError
        When a field has no figure, or asks for a format that does not exist.

    >>> str(say("{who} holds {share:percent}.", who=say("the top {n:count}", n=3), share=0.25)).replace("\u00a0", " ")
    'the top 3 holds 25 %.'
    """
    filled = _Filled()
    return Sentence(filled.vformat(template, (), figures), tuple(filled.claims))


def joined(sentences: Iterable[Sentence], between: str = " ") -> Sentence:
    """Sentences one after another; empty ones are left out.

    >>> str(joined([say("One."), Sentence(), say("Two.")]))
    'One. Two.'
    """
    kept = [sentence for sentence in sentences if sentence]
    return Sentence(between.join(map(str, kept)), tuple(claim for sentence in kept for claim in sentence.claims))


FORMATS: Mapping[str, Callable[..., str]] = {
    "count": numbers.count,
    "amount": numbers.amount,
    "percent": numbers.percent,
    "points": numbers.in_points,
    "multiple": numbers.multiple,
    "day": numbers.day,
    "plural": numbers.plural,
    "noun": lambda number, noun: noun if number == 1 else f"{noun}s",
    "verb": lambda number, one, several: one if number == 1 else several,
    "listed": numbers.listed,
    "fixed": numbers.fixed,
    "method": names.named,
    "method_first": lambda method: names.named(method)[:1].upper() + names.named(method)[1:],
    "words": lambda name: name.replace("_", " "),
}
"""What a field may ask for: a name, then words that go with it; each takes the value and those words."""
_WORDS_ALONE = ("noun", "verb")
"""Formats that agree with a number and do not show it."""


class _Filled(Formatter):
    """A formatter that keeps the claim of every figure which it shows."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Sentence):
            self.claims += value.claims
            return value.text
        name, *words = format_spec.split(" ")
        figure = value.value if isinstance(value, Claim) else value
        text = FORMATS[name](figure, *words) if name else str(figure)
        if isinstance(value, Claim) and name not in _WORDS_ALONE:
            self.claims.append(replace(value, rounding=name, shown=text))
        return text
