"""Everybody's probability, whoever was brought out of the engine; and what leaving customers there cost."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from valuecast import engines, evaluation, identification
from valuecast.config import Config
from valuecast.contracts import Note, note
from valuecast.engines import Warehouse
from valuecast.evaluation import Scored
from valuecast.identification import Identified, Scorer
from valuecast.pipeline.assessing import Labels
from valuecast.pipeline.concluding import Tables, rows
from valuecast.pipeline.sampling import Sample
from valuecast.pipeline.step import Result
from valuecast.signals import Informative
from valuecast.windows import TODAY, Fold, Plan


def population_scores(
    config: Config,
    warehouse: Warehouse,
    signal_table: ibis.Table,
    outcomes: Labels,
    sample: Sample,
    customer_tables: Tables,
    informative: Informative,
    predictions: Identified,
    plan: Plan,
) -> Result[None]:
    """Everybody's probability of today by the chosen model; after a sample, its effect in the test window too."""
    if predictions.chosen is None or TODAY not in predictions.scorers:
        return Result(None)
    scorer = predictions.scorers[TODAY]
    if not sample.is_partial:
        return Result(None, {"hv_scores_today": _predicted(predictions, scorer)})
    now = signal_table.filter(signal_table.window_id == TODAY, signal_table.active)
    tables = {"hv_scores_today": _on_disk(config, scores(warehouse, scorer, now))}
    tests = [fold for fold in plan.folds(plan.horizon) if fold.role == "test"]
    if not tests or tests[0].predict.window_id not in predictions.scorers:
        return Result(None, tables, notes=(note("everybody_scored"),))
    actual = _labelled(signal_table, outcomes.table, tests[0], plan.horizon)
    effect = _effect(config, warehouse, actual, customer_tables, informative, predictions, tests[0], plan.horizon)
    return Result(None, tables | {"sample_effect": effect}, notes=(note("everybody_scored"), *_noted(effect)))


def scores(warehouse: Warehouse, scorer: Scorer, signals: ibis.Table) -> Iterator[pa.RecordBatch]:
    """Score the rows of a table of signals in its engine: as SQL where the model is linear, else in batches.

    Returns
    -------
    iterator of pyarrow.RecordBatch
        ``SCORED``, in no particular order; ``customer_id`` as it is in the table.
    """
    if identification.is_linear(scorer):
        kept = warehouse.materialise("odds", identification.odds(scorer, signals))
        return warehouse.stream(identification.probabilities(scorer, kept))
    wanted = signals.select("customer_id", *scorer.signals)
    return warehouse.map_batches(
        wanted, partial(identification.scored, identification.serialised(scorer)), identification.SCORED
    )


def _on_disk(config: Config, scored: Iterator[pa.RecordBatch]) -> engines.DiskTable:
    """A row for everybody, in order, in bounded memory."""
    return engines.sort_to_disk(scored, identification.SCORED, "customer_id", memory_limit_gb=config.memory_limit_gb)


def _predicted(predictions: Identified, scorer: Scorer) -> pa.Table:
    """The same from predictions that are there."""
    subset = rows(predictions.predictions, window_id=TODAY, model=predictions.chosen)
    customer = subset["customer_id"].combine_chunks()
    scored_rows = identification.scored_rows(customer, subset["probability"].to_numpy(), scorer.precise, scorer.broad)
    return pa.Table.from_batches([scored_rows])


def _labelled(signal_table: ibis.Table, label_table: ibis.Table, test: Fold, horizon: int) -> ibis.Table:
    """Signals of everybody in the test window; what happened stands where scoring carries a text along: in the id."""
    window = test.predict.window_id
    known = label_table.filter(
        label_table.window_id == window, label_table.horizon_months == horizon, label_table.high_value.notnull()
    )
    signals = signal_table.filter(signal_table.window_id == window, signal_table.active)
    joined = signals.inner_join(known.select("customer_id", "high_value"), "customer_id")
    return joined.mutate(customer_id=ibis.ifelse(joined.high_value, "high", "rest"))


def _effect(
    config: Config,
    warehouse: Warehouse,
    actual: ibis.Table,
    customer_tables: Tables,
    informative: Informative,
    predictions: Identified,
    test: Fold,
    horizon: int,
) -> pa.Table:
    window = test.predict.window_id
    everybody = _everybody(scores(warehouse, predictions.scorers[window], actual))
    given = rows(predictions.predictions, window_id=window, model=predictions.chosen)
    known = rows(customer_tables["labels"], window_id=window, horizon_months=horizon)
    known = known.filter(pc.is_valid(known["high_value"])).select(["customer_id", "high_value"])
    known = known.rename_columns(["customer_id", "actual"])
    sampled = given.join(known, "customer_id", join_type="inner", use_threads=False).sort_by("customer_id")
    half = identification.from_half(
        customer_tables["signals"],
        customer_tables["labels"],
        test,
        horizon=horizon,
        informative=informative.past,
        settings=predictions.settings,
        model=predictions.chosen or "",
        seed=config.seed,
    )
    return evaluation.sample_effect(
        Scored(*(sampled[name].to_numpy() for name in ("actual", "probability", "high_value"))),
        sampled["raw"].to_numpy(),
        half,
        everybody,
        bootstrap=config.bootstrap,
        seed=config.seed,
    )


def _everybody(batches: Iterator[pa.RecordBatch]) -> Scored:
    """Only what is measured is kept, ten bytes a customer; in one order, whatever order the rows came in."""
    parts = [
        (
            pc.equal(batch.column("customer_id"), "high").to_numpy(zero_copy_only=False),
            batch.column("probability").to_numpy(),
            batch.column("high_value").to_numpy(zero_copy_only=False),
        )
        for batch in batches
    ]
    actual, probability, called = (np.concatenate(part) for part in zip(*parts, strict=True))
    order = np.lexsort((actual, probability))
    return Scored(actual[order], probability[order], called[order])


def _noted(effect: pa.Table) -> tuple[Note, ...]:
    """The effect on the list as long as there are high-value customers; nothing where it could not be measured."""
    row = {row["metric"]: row for row in effect.to_pylist()}["r_precision"]
    if any(row[name] is None for name in ("drawn", "low", "high", "everybody")):
        return ()
    return (note("sample_effect", **{name: row[name] for name in row if name != "metric"}),)
