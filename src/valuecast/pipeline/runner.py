"""Walk through the steps of any flow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from valuecast import engines
from valuecast.pipeline.step import Result, Results, Step

Progress = Callable[[str], None]


class Board:
    """What is known so far, by name: what was given at the beginning, and what steps wrote."""

    def __init__(self, **given: Any) -> None:
        self.values: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        self.results = Results()

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def take(self, step: Step) -> Any:
        """Take one step, unless what it would write is given; None where something that it needs is None."""
        if step.name not in self.values:
            self.values[step.name] = self._outcome(step)
        return self.values[step.name]

    def _outcome(self, step: Step) -> Any:
        there = self.values | {"results": self.results}
        if any(there[name] is None for name in step.needs):
            return None
        with engines.translate_errors(self.values["config"].source):
            found = step.work(**{name: there.get(name) for name in step.reads})
        if not isinstance(found, Result):
            return found
        self.results.add(found)
        return found.value


@contextmanager
def board(**given: Any) -> Iterator[Board]:
    """A board whose engines are closed at the end, whatever happens."""
    made = Board(**given)
    try:
        yield made
    finally:
        for value in made.values.values():
            if isinstance(value, engines.Warehouse):
                value.close()


def walk(steps: Iterable[Step], progress: Progress, **given: Any) -> dict[str, Any]:
    """Take the steps of a flow one after another.

    Parameters
    ----------
    progress : callable
        Told in words what begins.
    **given
        What is there at the beginning, ``config`` at least.

    Returns
    -------
    dict
        What every step wrote, by its name; the flow ended at the last of them.
    """
    with board(**given) as made:
        for step in steps:
            progress(step.says)
            if made.take(step) is not None and step.ends:
                break
        return made.values
