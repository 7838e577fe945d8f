"""Everybody is scored where the data are: as SQL, in batches, on the workers of a cluster; the same probabilities."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest

from valuecast.config import configure
from valuecast.errors import SourceError
from valuecast.identification import CANDIDATES, Scorer, is_linear, read, scored, serialised
from valuecast.identification.calibration import Centred, Isotonic, Platt
from valuecast.identification.cross_window import Run, blended, run, trainable
from valuecast.identification.identify import _scorers
from valuecast.identification.observations import Observations, observe
from valuecast.identification.scorer import ranks
from valuecast.identification.thresholds import Threshold, Tiers
from valuecast.pipeline import population, sampling
from valuecast.windows import TODAY, Fold

from .conftest import SETTINGS, Computed

Compute = Callable[[str], Computed]
Fitted = tuple[dict[str, Run], Observations, list[Fold]]
SQL = ("logistic_2d", "logistic_l2", "value_regression")
CURVES = {
    "centred": Centred(0.2),
    "platt": Platt(0.9, -0.2),
    "isotonic": Isotonic(np.array([0.001, 0.05, 0.1, 0.4, 0.9]), np.array([0.02, 0.02, 0.2, 0.5, 0.97])),
}


@pytest.fixture(scope="module")
def fitted(computed: Compute) -> Fitted:
    """Every model through the folds of the small company, learned once from what DuckDB gave."""
    here = computed("duckdb")
    plan = here.board["plan"]
    rows = observe(
        here.brought["signals"], here.brought["labels"], horizon=1, informative=here.board["informative"].past
    )
    folds, _ = trainable(plan.folds(1), rows)
    folds = [fold for fold in folds if fold.role == "today"]
    runs = [run(each, each.signals(rows.names), rows, folds, 0) for each in CANDIDATES]
    blend = blended(runs, rows)
    assert blend is not None
    return {each.name: each for each in (*runs, blend)}, rows, folds


def scorer(model: str, curve: str, fitted: Fitted) -> Scorer:
    """The scorer of a model for today."""
    runs, rows, folds = fitted
    probability = CURVES[curve].apply(runs[model].raw[TODAY])
    precise, broad = np.quantile(probability, [0.8, 0.5]).tolist()
    cut = Tiers(Threshold(precise, True, 1.0, 1.0, 9, 0.85), broad, 1.0, 1.0)
    return _scorers(runs[model], rows, folds, CURVES[curve], cut)[TODAY]


def compare(made: Scorer, engine: str, computed: Compute, expected: np.ndarray) -> None:
    """The engine's rows against what the model gives in memory."""
    board = computed(engine).board
    now = board["signal_table"].filter(board["signal_table"].window_id == TODAY, board["signal_table"].active)
    found = pa.Table.from_batches(population.scores(board["warehouse"], made, now)).sort_by("customer_id")
    assert found.num_rows == len(expected) > 50
    np.testing.assert_allclose(found["probability"].to_numpy(), expected, rtol=0, atol=1e-9)
    assert len(set(found["tier"].to_pylist())) > 1


@pytest.mark.parametrize("curve", CURVES)
@pytest.mark.parametrize("model", SQL)
def test_linear_models_are_scored_as_sql(
    model: str, curve: str, engine: str, fitted: Fitted, computed: Compute
) -> None:
    """A linear model written as SQL gives every customer its probability to 1e-9 in each engine."""
    made = scorer(model, curve, fitted)
    assert is_linear(made)
    compare(made, engine, computed, CURVES[curve].apply(fitted[0][model].raw[TODAY]))


@pytest.mark.parametrize("model", ["logistic_percentile", "random_forest", "gbm", "blend"])
def test_other_models_are_scored_in_batches(model: str, engine: str, fitted: Fitted, computed: Compute) -> None:
    """Trees stream from PostgreSQL, and are scored by Spark's workers, with the probabilities that they give here.

    Percentiles are learned from the engine's own rows, as in a run: engines differ in the last digit, which parts ties.
    """
    made = scorer(model, "platt", fitted)
    there = computed(engine)
    own = observe(
        there.brought["signals"], there.brought["labels"], horizon=1, informative=there.board["informative"].past
    )
    own = own.of([TODAY])
    made = replace(made, ranks={name: ranks(own.columns((name,))[:, 0]) for name in made.ranks})
    assert not is_linear(made)
    compare(made, engine, computed, CURVES["platt"].apply(fitted[0][model].raw[TODAY]))


@pytest.mark.spark
def test_spark_scores_on_its_workers(fitted: Fitted, computed: Compute) -> None:
    """The rows are scored in processes other than this one."""
    board = computed("spark").board
    now = board["signal_table"].filter(board["signal_table"].window_id == TODAY, board["signal_table"].active)
    text = serialised(scorer("gbm", "platt", fitted))

    def counted(incoming: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in scored(text, incoming):
            yield pa.record_batch({"process": pa.array([os.getpid()]), "rows": pa.array([batch.num_rows])})

    shape = pa.schema([("process", pa.int64()), ("rows", pa.int64())])
    batches = board["warehouse"].map_batches(now.select("customer_id", *read(text).signals), counted, shape)
    found = pa.Table.from_batches(batches).to_pydict()
    assert os.getpid() not in found["process"]
    assert sum(found["rows"]) == now.count().to_pyarrow().as_py()


@pytest.mark.spark
def test_workers_without_what_is_needed_are_told_of(computed: Compute) -> None:
    """A module that the workers lack is named in the error, with what to install."""
    board = computed("spark").board

    def lost(incoming: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import nowhere_to_be_found  # noqa: F401

        yield from incoming

    now = board["signal_table"].filter(board["signal_table"].window_id == TODAY).select("customer_id")
    with pytest.raises(SourceError, match="the workers cannot score customers") as refused:
        list(board["warehouse"].map_batches(now, lost, pa.schema([("customer_id", pa.string())])))
    assert "they lack nowhere_to_be_found" in str(refused.value)


def test_the_same_customers_are_drawn(engine: str, computed: Compute) -> None:
    """A draw takes the same customers from each engine, in the same strata."""
    drawn = {}
    for side in ("duckdb", engine):
        board = computed(side).board
        few = configure(source=side, **SETTINGS, most_customers=100)
        sample = sampling.draw(few, board["warehouse"], board["anchors"], board["outcomes"].table, board["plan"])
        assert sample.is_partial and sample.drawn == 100
        ids = [each.to_pyarrow()["customer_id"].sort().to_pylist() for each in (sample.ids, sample.by_id)]
        assert len(ids[1]) == sample.counted_by_id > 0
        drawn[side] = (ids, sample.strata)
    assert drawn["duckdb"][0] == drawn[engine][0]
    assert drawn["duckdb"][1].equals(drawn[engine][1])
