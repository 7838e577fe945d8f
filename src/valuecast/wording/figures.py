"""The figures of one note or finding on their way into its sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from valuecast.contracts.notes import Scalar
from valuecast.wording.sentences import Claim, Sentence, Template, say


class Figures:
    """Figures by name; each that is a number keeps the place where it can be looked up.

    Parameters
    ----------
    values : mapping
        As the step gave them.
    table : str
        Where they are written down.
    where : mapping
        Which row of it they stand in.
    path : str
        Of the figures in it; a figure's place is that with its name.
    """

    def __init__(
        self, values: Mapping[str, Any], table: str, where: Mapping[str, Scalar], path: str = "figures"
    ) -> None:
        self._values, self._table, self._where, self._path = values, table, where, path

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def get(self, name: str) -> Any:
        """A figure that not every note of the kind has; None where it is missing."""
        return self._values.get(name)

    def say(self, template: Template, /, **more: object) -> Sentence:
        """Fill a template with the figures, and with what else is given."""
        return say(template, **{name: self.claim(name) for name in self._values} | more)

    def claim(self, name: str) -> object:
        """A figure with its place, where it is a number."""
        value = self._values[name]
        if isinstance(value, bool) or not isinstance(value, int | float):
            return value
        return Claim(value, self._table, f"{self._path}.{name}", self._where)


Wording: TypeAlias = Template | Callable[[Figures], Sentence]
"""A template whose fields are figures, or a function of them where they decide on the words."""


def worded(wording: Wording, figures: Figures) -> Sentence:
    """A template or a function, with the figures in it."""
    return figures.say(wording) if isinstance(wording, str) else wording(figures)
