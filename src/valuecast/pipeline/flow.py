"""The whole flow as one readable tuple: each step with what it reads and what it writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from valuecast import engines
from valuecast.config import Config
from valuecast.pipeline import assessing, auditing, concluding, delivering, everyone, following, snapshot
from valuecast.pipeline.assessment import Assessment

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Step:
    """One step.

    Parameters
    ----------
    name : str
        For a reader of this list.
    says : str
        For a person who waits.
    work : callable
        Takes what it reads, in that order; returns what it writes.
    reads : tuple of str
        Names of earlier results.
    writes : str
        Name of its own result.
    always : bool
        Whether it runs even when there is nobody to assess; other steps then give None.
    """

    name: str
    says: str
    work: Callable[..., Any]
    reads: tuple[str, ...]
    writes: str
    always: bool = False


_READ: tuple[Step, ...] = (
    Step("connect", "opening the source", assessing.connect, ("config",), "warehouse", always=True),
    Step("read", "reading its tables", assessing.read, ("config", "warehouse"), "given", always=True),
    Step("spell", "comparing ids", auditing.spell, ("config", "given"), "spelling", always=True),
    Step(
        "reread",
        "spelling ids alike",
        auditing.reread,
        ("config", "warehouse", "given", "spelling"),
        "source",
        always=True,
    ),
    Step(
        "value", "valuing every active day", assessing.value, ("config", "warehouse", "source"), "valued", always=True
    ),
    Step("span", "finding where the data end", assessing.span, ("valued",), "spans", always=True),
    Step(
        "audit",
        "auditing tables and joins",
        auditing.inspect,
        ("source", "spelling", "spans"),
        "inspection",
        always=True,
    ),
    Step(
        "plan",
        "deciding what the data support",
        assessing.plan,
        ("config", "source", "valued", "spans"),
        "planned",
        always=True,
    ),
)
_ASSESS: tuple[Step, ...] = (
    Step(
        "canonical", "shaping the tables", assessing.canonical, ("warehouse", "source", "valued", "planned"), "tables"
    ),
    Step("anchors", "choosing who is assessed when", assessing.anchor, ("warehouse", "tables", "planned"), "anchors"),
    Step(
        "patterns",
        "seeing which product features go together",
        assessing.embed,
        ("warehouse", "tables", "planned"),
        "patterns",
    ),
    Step(
        "signals",
        "computing signals",
        assessing.signal,
        ("warehouse", "tables", "anchors", "patterns", "planned"),
        "signals",
    ),
    Step(
        "leaks",
        "tracing signals to their columns",
        assessing.leak,
        ("source", "valued", "planned", "tables", "anchors", "patterns"),
        "leaks",
    ),
    Step("usable", "checking which signals speak", assessing.use, ("signals", "leaks"), "usable"),
    Step(
        "labels",
        "looking up what happened next",
        assessing.label,
        ("config", "warehouse", "tables", "anchors", "planned"),
        "labels",
    ),
    Step(
        "sample",
        "seeing how many customers there are",
        assessing.draw,
        ("config", "warehouse", "anchors", "labels", "planned"),
        "sample",
    ),
    Step(
        "definitions",
        "looking it up by other definitions",
        assessing.define,
        ("config", "tables", "anchors", "sample", "planned"),
        "definitions",
    ),
    Step(
        "scores",
        "scoring by every method",
        assessing.score,
        ("config", "warehouse", "signals", "labels", "sample", "usable", "planned"),
        "scored",
    ),
    Step(
        "bring",
        "bringing customers out of the engine",
        assessing.bring,
        ("signals", "labels", "scored", "tables", "sample", "planned"),
        "drawn",
    ),
    Step(
        "guard",
        "taking the future away",
        assessing.guard,
        ("planned", "tables", "drawn", "usable", "leaks", "sample"),
        "brought",
    ),
    Step("segments", "forming segments", concluding.segment, ("config", "brought", "usable"), "segmented"),
    Step(
        "predictions",
        "predicting who will be high-value",
        concluding.identify,
        ("config", "brought", "usable", "planned"),
        "identified",
    ),
    Step(
        "everyone",
        "scoring everybody",
        everyone.score,
        ("config", "warehouse", "signals", "labels", "sample", "brought", "usable", "identified", "planned"),
        "scored_all",
    ),
    Step(
        "trends",
        "forecasting trends",
        concluding.forecast,
        ("config", "brought", "usable", "identified", "planned"),
        "forecasted",
    ),
    Step(
        "evaluation",
        "measuring every method on unseen months",
        concluding.evaluate,
        ("config", "brought", "definitions", "tables", "sample", "usable", "identified", "forecasted", "planned"),
        "evidence",
    ),
    Step(
        "warnings",
        "looking for early warnings",
        following.warn,
        ("config", "brought", "usable", "valued", "planned"),
        "warned",
    ),
    Step(
        "following",
        "following value month by month",
        following.follow,
        ("config", "brought", "usable", "forecasted", "planned"),
        "followed",
    ),
    Step(
        "actions",
        "drawing up the work list",
        concluding.act,
        ("config", "brought", "segmented", "identified", "forecasted", "warned"),
        "acted",
    ),
)
_DELIVER: tuple[Step, ...] = (
    Step(
        "recheck",
        "looking whether the tables held still",
        auditing.recheck,
        ("source", "inspection"),
        "changed",
        always=True,
    ),
    Step(
        "findings",
        "weighing the findings",
        delivering.judge,
        ("source", "usable", "planned", "inspection", "leaks", "brought", "changed"),
        "findings",
        always=True,
    ),
    Step(
        "results",
        "writing up the results",
        delivering.assess,
        (
            "config",
            "inspection",
            "planned",
            "valued",
            "findings",
            "usable",
            "patterns",
            "leaks",
            "brought",
            "sample",
            "scored",
            "segmented",
            "identified",
            "scored_all",
            "forecasted",
            "evidence",
            "warned",
            "followed",
            "acted",
        ),
        "assessment",
        always=True,
    ),
)

STEPS: tuple[Step, ...] = (*_READ, *_ASSESS, *_DELIVER)
"""The main job, from a source to an assessment."""

CUSTOMER360_STEPS: tuple[Step, ...] = (
    *_READ[: [step.name for step in _READ].index("value")],
    Step("audit", "auditing tables and joins", auditing.look, ("source", "spelling"), "inspection", always=True),
    Step("describe", "describing the snapshot", snapshot.describe, ("config", "source"), "analysed", always=True),
    Step(
        "results",
        "writing up the results",
        snapshot.assess,
        ("config", "inspection", "analysed"),
        "assessment",
        always=True,
    ),
)
"""The job for a snapshot without dated rows: what it can say, and nothing that would need a past."""

FLOWS: Mapping[str, tuple[Step, ...]] = {"customer360": CUSTOMER360_STEPS}
"""Kinds of source with a flow of their own; every other kind goes through ``STEPS``."""


def run(config: Config, progress: Progress = lambda _: None, opened: engines.Warehouse | None = None) -> Assessment:
    """Run the whole flow.

    Parameters
    ----------
    config : Config
        What to read and how to judge it.
    progress : callable, optional
        Told in words what begins.
    opened : Warehouse, optional
        The source, where it has been opened already; closed at the end, as one that is opened here.

    Returns
    -------
    Assessment
        Complete in any case in which the source can be read; ``supported`` says whether it holds evidence.

    Raises
    ------
    ValuecastError
        When the source cannot be read or a setting does not fit it.
    """
    board = initial(config, opened)
    try:
        for step in FLOWS.get(config.kind, STEPS):
            progress(step.says)
            board[step.writes] = outcome(step, board)
    finally:
        if "warehouse" in board:
            board["warehouse"].close()
    assessment: Assessment = board["assessment"]
    return assessment


GLANCE: tuple[Step, ...] = (
    *(step for step in _ASSESS if step.name in ("canonical", "anchors", "patterns", "signals")),
    Step(
        "glance",
        "looking at today's signals",
        delivering.glance,
        ("source", "tables", "signals", "planned"),
        "glanced",
    ),
)
"""What the audit adds to reading where the tables are small: today's signals, for the findings that rest on them."""


def audit(config: Config, progress: Progress = lambda _: None, opened: engines.Warehouse | None = None) -> Assessment:
    """Only what the data can support: the flow up to the plan, and a glance at the signals of today."""
    if config.kind in FLOWS:
        return run(config, progress, opened)
    board = initial(config, opened)
    try:
        for step in _READ:
            progress(step.says)
            board[step.writes] = outcome(step, board)
        today = board | {"planned": assessing.today_alone(board["planned"]), "glanced": None}
        for step in GLANCE if delivering.is_quick(board["inspection"]) else ():
            progress(step.says)
            today[step.writes] = outcome(step, today)
        return delivering.audited(config, board["inspection"], board["planned"], board["valued"], today["glanced"])
    finally:
        if "warehouse" in board:
            board["warehouse"].close()


def initial(config: Config, opened: engines.Warehouse | None) -> dict[str, Any]:
    """What is there before the first step."""
    return {"config": config} | ({} if opened is None else {"warehouse": opened})


def outcome(step: Step, board: Mapping[str, Any]) -> Any:
    """What a step makes of what earlier ones wrote; None where it needs a plan and there is none."""
    if step.name == "connect" and "warehouse" in board:
        return board["warehouse"]
    planned = board.get("planned")
    if planned is not None and planned.plan is None and not step.always:
        return None
    config: Config = board["config"]
    with engines.translate_errors(config.source):
        return step.work(*(board[name] for name in step.reads))
