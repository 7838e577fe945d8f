"""The flow of a refresh: the main job, with other work in place of some of its steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from valuecast.config import Config
from valuecast.engines import Warehouse
from valuecast.errors import ConfigurationError
from valuecast.pipeline import comparing, refreshing, remembering
from valuecast.pipeline.assessment import Assessment
from valuecast.pipeline.flow import FLOWS, STEPS, Progress, Step, initial, outcome
from valuecast.pipeline.remembering import Left, Memory, Refreshed

_BY_NAME = {step.name: step for step in STEPS}
_RECALL = (
    Step(
        "recall",
        "reading what the last run left",
        remembering.recall,
        ("config", "memory", "warehouse"),
        "remembered",
        always=True,
    ),
    Step("mark", "marking the tables", remembering.mark, ("config", "source"), "marks", always=True),
)
_INSTEAD: Mapping[str, tuple[Step, ...]] = {
    "anchors": (),
    "patterns": (
        _BY_NAME["patterns"],
        Step(
            "compare",
            "finding what changed",
            comparing.compare,
            ("config", "remembered", "warehouse", "tables", "patterns", "planned"),
            "compared",
        ),
        Step(
            "anchors",
            "choosing who is assessed when",
            refreshing.anchor,
            ("warehouse", "tables", "compared"),
            "anchors",
        ),
    ),
    "signals": (
        Step(
            "signals",
            "computing signals",
            refreshing.signal,
            ("warehouse", "tables", "anchors", "patterns", "compared"),
            "signals",
        ),
    ),
    "labels": (
        Step(
            "labelling",
            "looking up what happened next",
            refreshing.label,
            ("config", "warehouse", "tables", "anchors", "planned", "compared"),
            "labelled",
        ),
        Step("labels", "handing outcomes on", refreshing.label_table, ("labelled",), "labels"),
    ),
    "scores": (
        Step(
            "scoring",
            "scoring by every method",
            refreshing.score,
            ("config", "warehouse", "signals", "labels", "sample", "usable", "planned", "compared"),
            "ranked",
        ),
        Step("scores", "handing scores on", refreshing.scored, ("ranked",), "scored"),
    ),
    "guard": (
        Step(
            "guard",
            "taking the future away",
            refreshing.guard,
            ("planned", "tables", "drawn", "usable", "leaks", "sample", "compared"),
            "brought",
        ),
    ),
    "results": (
        _BY_NAME["results"],
        Step(
            "remember",
            "leaving what the next refresh can take over",
            refreshing.remember,
            (
                "config",
                "memory",
                "marks",
                "warehouse",
                "tables",
                "planned",
                "compared",
                "signals",
                "labelled",
                "ranked",
            ),
            "left",
            always=True,
        ),
        Step(
            "told",
            "counting what was taken over",
            refreshing.refreshed,
            ("planned", "compared", "labelled", "ranked"),
            "refreshed",
            always=True,
        ),
    ),
}


def _refreshing() -> Iterator[Step]:
    """The main job with what a refresh does in place of some steps."""
    for step in STEPS:
        if step.name == "value":
            yield from _RECALL
        if step.name in _INSTEAD:
            yield from _INSTEAD[step.name]
        else:
            yield step


REFRESH_STEPS: tuple[Step, ...] = tuple(_refreshing())
"""The main job, taking over from the last run what did not change."""


@dataclass(frozen=True)
class Refresh:
    """What a refresh gave: ``assessment`` is None when nothing had changed, and nothing is left then."""

    assessment: Assessment | None
    left: Left
    refreshed: Refreshed


def refresh(
    config: Config, memory: Memory, progress: Progress = lambda _: None, opened: Warehouse | None = None
) -> Refresh:
    """Run the flow, taking over from the last run what did not change.

    Parameters
    ----------
    config : Config
        What to read and how to judge it.
    memory : Memory
        Where the last run left its state, and where this one leaves its own.
    progress : callable, optional
        Told in words what begins.
    opened : Warehouse, optional
        The source, where it is open already; it is closed at the end.

    Returns
    -------
    Refresh
        Its assessment is that of `run`.

    Raises
    ------
    ValuecastError
        When the source cannot be read or a setting does not fit it; ConfigurationError for a snapshot, which has no
        past that could be taken over.
    """
    if config.kind in FLOWS:
        raise ConfigurationError(
            "a snapshot cannot be refreshed",
            where="kind",
            got=config.kind,
            expected="tables with dated rows",
            hint="use valuecast run",
        )
    board = initial(config, opened) | {"memory": memory}
    try:
        for step in REFRESH_STEPS:
            progress(step.says)
            board[step.writes] = outcome(step, board)
            if step.name == "mark":
                standing = remembering.standing(memory, board["remembered"], board["marks"])
                if standing is not None:
                    return Refresh(None, Left({}, {}), standing)
    finally:
        if "warehouse" in board:
            board["warehouse"].close()
    return Refresh(board["assessment"], board["left"], board["refreshed"])
