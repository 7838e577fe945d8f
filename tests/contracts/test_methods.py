"""The catalogue of methods agrees with what computes them."""

from __future__ import annotations

from valuecast.contracts import METHODS, REFERENCE, baselines
from valuecast.contracts.methods import TOP_SHARE, Method, method_of, methods_of, rows_of
from valuecast.evaluation.backtest import BASELINES
from valuecast.evaluation.trend_backtest import TREND_BASELINES
from valuecast.identification import CANDIDATES
from valuecast.identification.blending import BLEND
from valuecast.scores import installed
from valuecast.trends.forecasting import methods


def _of(*families: str) -> list[str]:
    return [method.name for method in METHODS.values() if method.family in families]


def test_every_score_model_and_trend_method_has_its_entry_and_no_other() -> None:
    """Models in the order in which they compete, the blend last; a trend method may be named as a model is."""
    assert sorted(_of("score")) == sorted(score.name for score in installed())
    assert _of("model") == [*(model.name for model in CANDIDATES), BLEND]
    trends = {method.name for method in methods(up=1.2, down=0.9, signals=(), seed=0)}
    assert trends == {*_of("trend method"), "persistence", "gbm"}


def test_labels_tell_methods_apart() -> None:
    """No two are called the same."""
    assert len({method.label for method in METHODS.values()}) == len(METHODS)


def test_the_evaluation_compares_with_the_baselines_of_the_table() -> None:
    """And the one whose difference stands beside each measure is among them."""
    assert baselines("identification") == BASELINES
    assert baselines("trend") == TREND_BASELINES
    assert all(REFERENCE[task] in baselines(task) for task in REFERENCE)


def test_methods_survive_the_way_through_a_table() -> None:
    """What is written to the output table is read from it, in order; a results folder without it knows ours."""
    mine = Method("mine", "Mine", "score")
    assert methods_of(rows_of([*METHODS.values(), mine])) == METHODS | {"mine": mine}
    assert methods_of([]) == METHODS


def test_a_model_that_names_its_top_share_is_called_after_the_model() -> None:
    """With its own label where it is known, and is no baseline though the model may be one."""
    found = method_of(f"logistic_2d{TOP_SHARE}")
    assert (found.label, found.family, found.baseline) == ("2-D model, top share", "model", None)
