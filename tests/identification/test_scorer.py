"""Further customers are scored as those that were brought out: in batches, as text, as SQL."""

from __future__ import annotations

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from valuecast.identification import CANDIDATES, identify, is_linear, odds, probabilities, read, scored, serialised
from valuecast.identification.calibration import Centred, Isotonic, Moved, Platt, Uncalibrated
from valuecast.identification.cross_window import blended
from valuecast.identification.cross_window import run as through
from valuecast.identification.identify import _scorers
from valuecast.identification.observations import observe
from valuecast.identification.scorer import ranks
from valuecast.identification.thresholds import Threshold, Tiers

from .conftest import HORIZON, USABLE

MODELS = [*(candidate.name for candidate in CANDIDATES), "blend"]
CURVES = {
    "none": Uncalibrated(),
    "centred": Centred(0.2),
    "platt": Platt(1.3, -0.4),
    "isotonic": Isotonic(np.array([0.01, 0.1, 0.15, 0.4, 0.9]), np.array([0.02, 0.02, 0.2, 0.5, 0.97])),
    "isotonic_flat": Isotonic(np.array([0.3]), np.array([0.2])),
}


@pytest.fixture(scope="module")
def runs(company):
    """Every model through the folds, and the rows that they predicted."""
    signals, labels, folds = company
    rows = observe(signals, labels, horizon=HORIZON, informative=USABLE)
    made = [through(each, each.signals(rows.names), rows, folds, 0) for each in CANDIDATES]
    return {run.name: run for run in [*made, blended(made, rows)]}, rows, folds


@pytest.fixture(scope="module")
def scorer(runs):
    """The scorer of a model for today, with a curve, and the probabilities that a run would give."""
    every, rows, folds = runs

    def make(model, curve="platt"):
        run, given = every[model], CURVES[curve]
        probability = given.apply(run.raw["today"])
        precise, broad = np.quantile(probability, [0.8, 0.5]).tolist()
        cut = Tiers(Threshold(precise, True, 1.0, 1.0, 9, 0.85), broad, 1.0, 1.0)
        return _scorers(run, rows, folds, given, cut)["today"], probability

    return make


@pytest.fixture
def batch(company):
    """Signals of today's active customers, in the order of their ids."""
    signals = company[0]
    today = signals.filter(pc.equal(signals["window_id"], "today")).sort_by("customer_id").combine_chunks()
    return today.to_batches()[0]


@pytest.mark.parametrize("curve", CURVES)
@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("size", [1, 7, 1000])
def test_batches_of_any_size_give_the_probabilities_of_the_run(model, curve, size, scorer, batch):
    """A customer's probability is the same to 1e-12 however the rows are cut into batches."""
    made, expected = scorer(model, curve)
    parts = [batch.slice(start, size) for start in range(0, batch.num_rows, size)]
    found = pa.Table.from_batches(made.batches(iter(parts)))
    np.testing.assert_allclose(found["probability"].to_numpy(), expected, rtol=0, atol=1e-12)
    assert found["customer_id"].to_pylist() == batch["customer_id"].to_pylist()


@pytest.mark.parametrize("model", MODELS)
def test_a_scorer_goes_through_text_without_loss(model, scorer, batch):
    """What is read back from text gives the same bits: probability, call and tier."""
    made, _ = scorer(model, "isotonic")
    assert read(serialised(made)).score(batch).equals(made.score(batch))
    assert next(scored(serialised(made), iter([batch]))).equals(made.score(batch))


@pytest.mark.parametrize("curve", CURVES)
@pytest.mark.parametrize("model", ["logistic_2d", "logistic_l2", "value_regression"])
def test_a_linear_model_as_sql_gives_the_same(model, curve, scorer, batch):
    """The embedded engine gives the probability of each customer to 1e-9, and the same call and tier."""
    made, _ = scorer(model, curve)
    assert is_linear(made)
    by_engine = probabilities(made, odds(made, ibis.memtable(pa.Table.from_batches([batch]))))
    by_engine = by_engine.order_by("customer_id").to_pyarrow()
    here = made.score(batch)
    np.testing.assert_allclose(by_engine["probability"].to_numpy(), here["probability"].to_numpy(), rtol=0, atol=1e-9)
    assert by_engine["tier"].to_pylist() == here["tier"].to_pylist()
    assert by_engine["high_value"].to_pylist() == here["high_value"].to_pylist()
    assert len(set(here["tier"].to_pylist())) > 1 or curve == "isotonic_flat"


@pytest.mark.parametrize("model", ["logistic_percentile", "random_forest", "gbm", "blend"])
def test_what_is_not_linear_is_not_written_as_sql(model, scorer):
    """Trees, and models on percentiles within a window, are left to batches."""
    assert not is_linear(scorer(model)[0])


def test_unknown_signals_are_filled_by_the_engine_too(scorer, batch):
    """Null, NaN and the infinities are the same unknown here and there, negative numbers under a logarithm too."""
    made, _ = scorer("logistic_l2", "none")
    odd = pa.array([None, float("nan"), float("inf"), float("-inf"), -3.0, 0.0], pa.float64())
    columns = {"customer_id": pa.array(list("abcdef"))} | dict.fromkeys(made.signals, odd)
    here = made.score(pa.record_batch(columns))
    there = probabilities(made, odds(made, ibis.memtable(pa.table(columns)))).order_by("customer_id").to_pyarrow()
    np.testing.assert_allclose(there["probability"].to_numpy(), here["probability"].to_numpy(), rtol=0, atol=1e-9)
    assert len(set(here["probability"].to_pylist())) == 3


def test_percentiles_of_further_values_lie_between(company):
    """Known values keep their percentile, further ones get the share below them, unknown ones none."""
    learned = ranks(np.array([3.0, np.nan, 1.0, 3.0, 8.0]))
    found = learned.of(np.array([0.0, 1.0, 2.0, 3.0, 8.0, 9.0, np.nan]))
    np.testing.assert_array_equal(found, [0.0, 0.125, 0.25, 0.5, 0.875, 1.0, np.nan])
    assert np.isnan(ranks(np.array([np.nan])).of(np.array([1.0]))).all()


def test_a_centred_curve_is_moved_as_its_window_was():
    """The number that moves a window's log-odds stays when further customers come along."""
    raw = np.array([0.1, 0.3, 0.6])
    settled = Centred(0.2).settled(raw)
    assert isinstance(settled, Moved)
    np.testing.assert_array_equal(settled.apply(raw), Centred(0.2).apply(raw))
    assert settled.apply(raw).mean() == pytest.approx(0.2)
    assert settled.apply(raw[:1])[0] == Centred(0.2).apply(raw)[0]


def test_a_model_of_another_package_is_refused_as_text(scorer):
    """Only what is listed is written: a foreign model gives an error, and is not pickled."""
    made, _ = scorer("gbm")
    foreign = type("Foreign", (), {})()
    with pytest.raises(TypeError, match="a Foreign cannot be written as text"):
        serialised(type(made)("foreign", made.names, foreign, made.curve, 0.5, 0.5))


def test_the_chosen_model_is_handed_over_for_the_test_window_and_today(company):
    """What identification gives scores its own customers as it predicted them."""
    signals, labels, folds = company
    found = identify(
        signals, labels, folds, horizon=HORIZON, informative=USABLE, target_precision=0.85, share=0.2, seed=0,
        candidates=CANDIDATES[:2],
    )  # fmt: skip
    assert sorted(found.scorers) == sorted(f.predict.window_id for f in folds if f.role in ("test", "today"))
    for window, made in found.scorers.items():
        mine = signals.filter(pc.equal(signals["window_id"], window)).sort_by("customer_id").combine_chunks()
        again = made.score(mine.to_batches()[0])
        given = found.predictions.filter(
            pc.and_(
                pc.equal(found.predictions["window_id"], window), pc.equal(found.predictions["model"], found.chosen)
            )
        ).sort_by("customer_id")
        np.testing.assert_allclose(again["probability"].to_numpy(), given["probability"].to_numpy(), rtol=0, atol=1e-12)
        assert again["high_value"].to_pylist() == given["high_value"].to_pylist()
