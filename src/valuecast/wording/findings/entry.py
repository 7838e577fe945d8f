"""What a kind of finding says, and the figures of one finding on their way into its sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from valuecast.contracts import Finding
from valuecast.wording.sentences import Claim, Sentence, Template, say


class Figures:
    """The figures of one finding; each that is a number keeps its place in the table of findings."""

    def __init__(self, finding: Finding) -> None:
        own = {"table": finding.table, "column": finding.column, "count": finding.count}
        self._values: dict[str, Any] = {**own, "dimensions": finding.dimensions, **finding.figures}
        self._where = {"code": finding.code, "table": finding.table, "column": finding.column}

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def get(self, name: str) -> Any:
        """A figure that not every finding of the kind has; None where it is missing."""
        return self._values.get(name)

    def say(self, template: Template, /, **more: object) -> Sentence:
        """Fill a template with the figures, and with what else is given."""
        return say(template, **{name: self._claimed(name, value) for name, value in self._values.items()} | more)

    def _claimed(self, name: str, value: Any) -> object:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return value
        return Claim(value, "findings", name if name == "count" else f"figures.{name}", self._where)


Wording: TypeAlias = Template | Callable[[Figures], Sentence]
"""A template whose fields are figures, or a function of them where they decide on the words."""


@dataclass(frozen=True)
class Entry:
    """What a kind of finding says.

    Parameters
    ----------
    meaning : str
        What was seen, in one sentence without numbers.
    consequence : str
        What it does to an assessment, as a rule.
    remedy : str
        What to do about it, as a rule.
    evidence : template or function
        What was seen, in numbers.
    here, mend : template or function, optional
        The consequence and the remedy of one finding, where its figures say them more exactly.
    """

    meaning: str
    consequence: str
    remedy: str
    evidence: Wording
    here: Wording | None = None
    mend: Wording | None = None


def worded(wording: Wording, figures: Figures) -> Sentence:
    """A template or a function, with the figures in it."""
    return figures.say(wording) if isinstance(wording, str) else wording(figures)
