"""Sentences that remember where each of their figures came from.

>>> active = Claim(866, "value_scores", where={"active": True}, rule="count")
>>> told = say("{n:plural account} {n:verb was were} active.", n=active)
>>> told
'866 accounts were active.'
>>> told.claims[0].shown, told.claims[0].rule
('866 accounts', 'count')
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from string import Formatter
from typing import Any, TypeAlias

from valuecast.contracts.notes import Scalar
from valuecast.wording import numbers
from valuecast.wording.formats import FORMATS, SPANS, WORDS_ALONE

Template: TypeAlias = str
"""Text with fields for `say`."""


@dataclass(frozen=True)
class Claim:
    """A figure, or figures that are shown together, and how they can be worked out again.

    Parameters
    ----------
    value : Scalar, or tuple of Scalar
        Unrounded; several for a format of `SPANS`, such as a value and the ends of its interval.
    table : str
        The output table that holds it, or ``manifest``.
    column : str, or tuple of str
        Its column, or its path in the manifest; empty for a count of rows; one for each of several values.
    where : mapping of str to Scalar
        The rows that it is taken from: the value of each column named.
    rule : str
        What is done with them: ``value`` (there is one), ``count``, ``sum``, ``mean``, ``share`` and so on.
    rounding : str
        The format in the sentence with its words, such as ``plural account``; set by `say`.
    shown : str
        The text in the sentence; set by `say`.
    """

    value: Scalar | tuple[Scalar, ...]
    table: str
    column: str | tuple[str, ...] = ""
    where: Mapping[str, Scalar] = field(default_factory=dict)
    rule: str = "value"
    rounding: str = ""
    shown: str = ""


class Sentence(str):
    """Text, perhaps several sentences, that keeps the claims of its figures in reading order.

    Text may be added to it; put into another text by anything but `say` and `joined` it is plain text.

    >>> (say("{n:count} rows", n=Claim(3, "alerts", rule="count")) + ".").claims[0].shown
    '3'
    """

    claims: tuple[Claim, ...]

    def __new__(cls, text: str = "", claims: Iterable[Claim] = ()) -> Sentence:
        """Make a sentence of a text and the claims of its figures."""
        made = super().__new__(cls, text)
        made.claims = tuple(claims)
        return made

    @property
    def text(self) -> str:
        """The text alone."""
        return str(self)

    def __add__(self, other: str) -> Sentence:
        return Sentence(str(self) + str(other), (*self.claims, *claims_in(other)))

    def __radd__(self, other: str) -> Sentence:
        return Sentence(str(other) + str(self), (*claims_in(other), *self.claims))


def claims_in(text: str) -> tuple[Claim, ...]:
    """The claims of a text; plain text has none."""
    return text.claims if isinstance(text, Sentence) else ()


def say(template: Template, /, **figures: object) -> Sentence:
    """Put figures into a template; each is formatted as its field asks, and keeps its claim.

    Parameters
    ----------
    template : str
        Text with fields such as ``{share:percent}``, ``{n:plural account}``, ``{n:verb is are}`` or ``{names:listed}``;
        the formats are those of `FORMATS` and `SPANS`. A field without a format takes text or another sentence.
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
    return Sentence(filled.vformat(template, (), figures), filled.claims)


def joined(sentences: Iterable[str], between: str = " ") -> Sentence:
    """Sentences one after another; empty ones are left out.

    >>> joined([say("One."), Sentence(), say("Two.")])
    'One. Two.'
    """
    kept = [sentence for sentence in sentences if sentence]
    return Sentence(between.join(kept), (claim for sentence in kept for claim in claims_in(sentence)))


def listed(parts: Iterable[str], last: str = "and") -> Sentence:
    """Parts in a row, as in “one, two and three”.

    >>> listed([say("{n:count}", n=1), "two", "three"])
    '1, two and three'
    """
    found = list(parts)
    return joined([joined(found[:-1], ", "), found[-1]], f" {last} ") if found else Sentence()


def whole(sentence: Sentence) -> Sentence:
    """The same with a capital at its beginning and a full stop at its end."""
    return Sentence(numbers.sentence(sentence), sentence.claims)


def quoted(text: str, path: str) -> Sentence:
    """A text of the manifest as it is; its figures are claimed to stand there."""
    return Sentence(text, (Claim(text, "manifest", path, rule="quoted", shown=text),))


class _Filled(Formatter):
    """A formatter that keeps the claim of every figure which it shows."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []

    def format_field(self, value: Any, format_spec: str) -> str:
        name, *words = format_spec.split(" ")
        if isinstance(value, Sentence):
            self.claims += value.claims
        figure = value.value if isinstance(value, Claim) else value
        if name in SPANS:
            text = SPANS[name](*(figure if isinstance(figure, tuple) else (figure,)), *words)
        else:
            text = FORMATS[name](figure, *words)
        if isinstance(value, Claim) and name not in WORDS_ALONE:
            self.claims.append(replace(value, rounding=format_spec, shown=text))
        return text
