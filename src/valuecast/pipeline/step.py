"""A step of a flow: a function, and what a waiting person is told while it works.

What a step reads are the function's parameters; what it writes is the function's name. A step is skipped, and gives
None, where something that it reads is None: so a run without anybody to assess goes through, and still ends in an
assessment. A parameter that may be None is annotated so.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from valuecast.contracts import Finding, Note

T = TypeVar("T")


@dataclass(frozen=True)
class Step:
    """One step.

    Parameters
    ----------
    work : callable
        The function.
    says : str
        For a person who waits.
    ends : bool
        Whether the flow ends here when the step gives something.
    """

    work: Callable[..., Any]
    says: str
    ends: bool = False

    @property
    def name(self) -> str:
        """The name of the step and of what it writes."""
        return self.work.__name__

    @property
    def reads(self) -> tuple[str, ...]:
        """Names of what it reads."""
        return tuple(inspect.signature(self.work).parameters)

    @property
    def needs(self) -> tuple[str, ...]:
        """Names of what it reads and cannot do without."""
        parameters = inspect.signature(self.work).parameters
        return tuple(name for name, each in parameters.items() if not str(each.annotation).endswith("None"))


step = Step


def until(steps: Iterable[Step], last: str) -> tuple[Step, ...]:
    """The steps of a flow up to the one of that name."""
    flow = tuple(steps)
    return flow[: [each.name for each in flow].index(last) + 1]


@dataclass(frozen=True)
class Result(Generic[T]):
    """What a step gives besides the value that later steps read: the runner gathers it.

    Parameters
    ----------
    value : object
        For later steps, under the step's name.
    tables : mapping
        Output tables by name.
    findings, notes : tuple
        For the reader.
    facts : mapping
        Parts of the manifest.
    """

    value: T
    tables: Mapping[str, Any] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Results:
    """What all steps so far gave, gathered."""

    tables: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)

    def add(self, result: Result[Any]) -> None:
        """Take in what one more step gave."""
        self.tables.update(result.tables)
        self.findings.extend(result.findings)
        self.notes.extend(result.notes)
        merge(self.facts, result.facts)


def merge(into: dict[str, Any], facts: Mapping[str, Any]) -> None:
    """Add facts to facts, level by level.

    >>> facts = {"plan": {"horizon": 3}}
    >>> merge(facts, {"plan": {"dimensions": ["recency"]}, "seed": 1})
    >>> facts
    {'plan': {'horizon': 3, 'dimensions': ['recency']}, 'seed': 1}
    """
    for name, value in facts.items():
        if isinstance(value, Mapping) and isinstance(into.get(name), dict):
            merge(into[name], value)
        else:
            into[name] = dict(value) if isinstance(value, Mapping) else value
