"""The flows: every step in its order. What a step reads are its function's parameters, what it writes is its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from valuecast import engines
from valuecast.config import Config
from valuecast.errors import ConfigurationError
from valuecast.pipeline import (
    assessing,
    auditing,
    cache,
    comparing,
    concluding,
    delivering,
    glancing,
    history,
    outputs,
    population,
    reading,
    shaping,
    snapshot,
    state,
)
from valuecast.pipeline.assessment import Assessment
from valuecast.pipeline.cache import Cache, Kept, Refreshed
from valuecast.pipeline.runner import Progress, walk
from valuecast.pipeline.step import Step, step

OPEN = (
    step(reading.warehouse, "opening the source"),
    step(reading.raw_source, "reading its tables"),
    step(reading.id_normalisation, "comparing ids"),
    step(reading.source, "writing ids alike"),
)
LOOK = (
    step(reading.activity, "valuing every active day"),
    step(reading.calendars, "finding where the data end"),
    step(reading.inspection, "auditing tables and joins"),
    step(reading.planning, "deciding what the data support"),
)
PLAN = (step(reading.plan, "choosing the months to look at"),)
SHAPE = (
    step(shaping.canonical, "shaping the tables"),
    step(shaping.embedding, "seeing which product features go together"),
)
SIGNALS = (
    step(assessing.anchors, "choosing who is assessed when"),
    step(assessing.signal_table, "computing signals"),
)
ASSESS = (
    step(auditing.leak_map, "tracing signals to their columns"),
    step(assessing.informative, "checking which signals carry information"),
    step(assessing.outcomes, "looking up what happened next"),
    step(assessing.sample, "seeing how many customers there are"),
    step(assessing.definitions, "looking it up by other definitions"),
    step(assessing.scoring, "scoring by every method"),
    step(assessing.sampled_tables, "bringing customers out of the engine"),
    step(auditing.customer_tables, "checking that no past knows its future"),
    step(auditing.uncertainty, "weighing what is missing"),
    step(auditing.dimensions, "checking which dimensions have data"),
    step(concluding.segmentation, "forming segments"),
    step(concluding.predictions, "predicting who will be high-value"),
    step(population.population_scores, "scoring everybody"),
    step(concluding.forecast, "forecasting trends"),
    step(concluding.evidence, "measuring every method on unseen months"),
    step(history.alerts, "looking for early warnings"),
    step(history.history, "tracking value month by month"),
    step(concluding.work_list, "drawing up the work list"),
    step(outputs.today_tables, "writing up today"),
    step(outputs.prediction_tables, "writing up predictions"),
)
RECHECK = (step(auditing.recheck, "looking whether the tables held still"),)
DELIVER = (step(delivering.assessment, "writing up the results"),)

RUN: tuple[Step, ...] = (*OPEN, *LOOK, *PLAN, *SHAPE, *SIGNALS, *ASSESS, *RECHECK, *DELIVER)
"""The main job, from a source to an assessment."""

AUDIT: tuple[Step, ...] = (
    *OPEN,
    *LOOK,
    step(glancing.plan, "seeing whether the tables are small"),
    *SHAPE,
    *SIGNALS,
    step(glancing.glance, "looking at today's signals"),
    *DELIVER,
)
"""Only what the data can support: reading, and a glance at today's signals where the tables are small."""

SNAPSHOT: tuple[Step, ...] = (
    *OPEN,
    step(snapshot.inspection, "auditing tables and joins"),
    step(snapshot.description, "describing the snapshot"),
    *DELIVER,
)
"""The job for a snapshot without dated rows: what it can say, and nothing that would need a past."""

REFRESH: tuple[Step, ...] = (
    *OPEN,
    step(cache.earlier, "reading what the last run left"),
    step(cache.fingerprints, "fingerprinting the tables"),
    step(cache.standing, "comparing them with the last run", ends=True),
    *LOOK,
    *PLAN,
    *SHAPE,
    step(comparing.comparison, "finding what changed"),
    *SIGNALS,
    *ASSESS,
    *RECHECK,
    *DELIVER,
    step(state.state, "leaving what the next refresh can take over"),
    step(state.refreshed, "counting what was taken over"),
)
"""The main job with a cache: windows of the last run whose rows did not change are not computed again."""

FLOWS: Mapping[str, tuple[Step, ...]] = {"customer360": SNAPSHOT}
"""Kinds of source with a flow of their own, for a run and an audit alike."""


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
    found: Assessment = walk(FLOWS.get(config.kind, RUN), progress, config=config, warehouse=opened)["assessment"]
    return found


def audit(config: Config, progress: Progress = lambda _: None, opened: engines.Warehouse | None = None) -> Assessment:
    """Only what the data can support: the flow up to the plan, and a glance at the signals of today."""
    found: Assessment = walk(FLOWS.get(config.kind, AUDIT), progress, config=config, warehouse=opened)["assessment"]
    return found


@dataclass(frozen=True)
class Refresh:
    """What a refresh gave: ``assessment`` is None when nothing had changed, and nothing is left then."""

    assessment: Assessment | None
    kept: Kept
    refreshed: Refreshed


def refresh(
    config: Config, cache: Cache, progress: Progress = lambda _: None, opened: engines.Warehouse | None = None
) -> Refresh:
    """Run the flow, taking over from the last run what did not change.

    Parameters
    ----------
    config : Config
        What to read and how to judge it.
    cache : Cache
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
    found = walk(REFRESH, progress, config=config, warehouse=opened, cache=cache)
    if found["standing"] is not None:
        return Refresh(None, Kept({}, {}), found["standing"])
    return Refresh(found["assessment"], found["state"], found["refreshed"])
