"""The whole of identification on a company with known truth, and on companies too small or too uniform."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from valuecast.contracts import INTERMEDIATE
from valuecast.identification import CANDIDATES, identify, refit
from valuecast.metrics import auc_score
from valuecast.wording.notes import sentence
from valuecast.wording.rows import in_words

pytestmark = pytest.mark.slow

USABLE = frozenset({"minutes", "value", "active_days", "value_change", "latest_rating", "span_days"})
SETTINGS = {"horizon": 3, "informative": USABLE, "target_precision": 0.8, "share": 0.2, "seed": 0}


@pytest.fixture(scope="module")
def found(company):
    """What identification finds in the company."""
    return identify(*company, **SETTINGS)


def column(table, name, **where):
    """One column of the rows that have the given values."""
    for key, value in where.items():
        table = table.filter(pc.equal(table[key], value))
    return table[name].to_pylist()


def test_every_model_predicts_validation_test_and_today(found, company):
    """Each model has a row for each active customer of each predicted window, with the window's role."""
    *_, folds = company
    frame = found.predictions.to_pandas()
    sizes = frame.groupby(["model", "window_id", "role"]).size()
    names = [*(c.name for c in CANDIDATES), "blend"]
    expected = {(name, f.predict.window_id, f.role) for name in names for f in folds}
    assert set(sizes.index) == expected
    assert set(sizes) == {200}
    assert frame["probability"].between(0, 1).all()
    assert frame["raw"].between(0, 1).all()


def test_it_finds_what_decides_the_future(found, company):
    """The trend is in the data: a model that sees it is chosen over the two-signal one, and shuffling it hurts."""
    _, labels, folds = company
    test = folds[-2].predict.window_id
    assert found.chosen != "logistic_2d"
    actual = np.array(column(labels, "high_value", window_id=test))
    raw = np.array(column(found.predictions, "raw", window_id=test, model=found.chosen))
    assert auc_score(actual, raw) > 0.9
    worth = dict(zip(*(found.importances[name].to_pylist() for name in ("signal", "importance")), strict=True))
    assert max(worth["minutes"], worth["value"], worth["active_days"]) > worth["span_days"] + 0.02
    assert worth["value_change"] > worth["span_days"]


def test_the_threshold_is_chosen_on_validation_windows_and_says_so(found, company):
    """On validation windows the called customers are right as often as the note says, and as was asked."""
    _, labels, _ = company
    frame = found.predictions.to_pandas().query("model == @found.chosen and role == 'validation'")
    truth = labels.to_pandas()[["window_id", "customer_id", "high_value"]].rename(columns={"high_value": "actual"})
    called = frame.merge(truth, on=["window_id", "customer_id"]).query("high_value")
    assert found.threshold_met
    assert sentence(found.threshold_note).startswith("met")
    assert called["actual"].mean() >= 0.8
    assert (frame["high_value"] == (frame["probability"] >= found.threshold)).all()


def test_an_unreachable_target_is_reported_as_not_met(company):
    """Noise makes 99.9 % out of reach: the note begins with 'not met'."""
    signals, labels, folds = company
    noisy = identify(
        signals, labels, folds, **(SETTINGS | {"informative": frozenset({"span_days"}), "target_precision": 0.99})
    )
    assert not noisy.threshold_met
    assert sentence(noisy.threshold_note).startswith("not met")
    assert any("The 2-D model was left out" in note for note in map(sentence, noisy.notes))


def test_the_same_bytes_for_permuted_rows(company, found):
    """Shuffling input rows changes no number."""
    signals, labels, folds = company
    rng = np.random.default_rng(5)
    again = identify(
        signals.take(rng.permutation(len(signals))), labels.take(rng.permutation(len(labels))), folds, **SETTINGS
    )
    assert again.predictions.equals(found.predictions)
    assert again.importances.equals(found.importances)
    assert again.reasons_today.equals(found.reasons_today)
    assert again.selection.equals(found.selection)


def test_the_test_window_cannot_influence_anything_before_it_is_measured(company, found):
    """With the test window's labels turned round, choice, threshold and predictions of the test window stay."""
    signals, labels, folds = company
    test = folds[-2].predict.window_id
    mine = pc.equal(labels["window_id"], test)
    turned = pc.if_else(mine, pc.invert(labels["high_value"]), labels["high_value"])
    other = labels.set_column(labels.schema.get_field_index("high_value"), "high_value", turned)
    again = identify(signals, other, folds, **SETTINGS)
    assert (again.chosen, again.setting, again.threshold) == (found.chosen, found.setting, found.threshold)
    before = pc.not_equal(found.predictions["role"], "today")
    assert again.predictions.filter(before).equals(found.predictions.filter(before))


def test_inactive_customers_take_no_part(company):
    """A customer that was not active in a window has no prediction there."""
    signals, labels, folds = company
    asleep = pc.and_(pc.equal(signals["customer_id"], "c0007"), pc.equal(signals["window_id"], "today"))
    signals = signals.set_column(2, "active", pc.if_else(asleep, False, signals["active"]))
    again = identify(signals, labels, folds, **SETTINGS)
    assert not column(again.predictions, "raw", window_id="today", customer_id="c0007")
    assert column(again.predictions, "raw", window_id="W8", customer_id="c0007")


@pytest.mark.parametrize("customers", [1, 2, 5, 12])
def test_a_handful_of_customers_is_no_crash(make, customers):
    """Too few to learn from: predictions or none, but a note, and tables by their contracts."""
    found = identify(*make(customers), **SETTINGS)
    assert found.notes
    assert found.predictions.schema.equals(INTERMEDIATE["predictions"].empty().schema)
    assert (found.chosen is None) == (found.predictions.num_rows == 0)


def test_without_folds_nothing_is_predicted(company):
    """No evidence, no model: an empty table and a note."""
    signals, labels, _ = company
    found = identify(signals, labels, (), **SETTINGS)
    assert found.predictions.num_rows == found.reasons_today.num_rows == found.selection.num_rows == 0
    assert found.chosen is None
    assert found.notes


@pytest.mark.parametrize("validations", [0, 1])
def test_few_validation_windows_are_told(company, validations):
    """Without one the simplest model and 0.5 stand in and a note says so; with one, customers are split."""
    signals, labels, folds = company
    found = identify(signals, labels, folds[-2 - validations :], **SETTINGS)
    if validations:
        raw, probability = (
            np.array(column(found.predictions, name, role="validation")) for name in ("raw", "probability")
        )
        assert not np.array_equal(raw, probability)
    else:
        assert found.chosen == "logistic_2d"
        assert found.threshold == 0.5
        assert any("No validation window" in note for note in map(sentence, found.notes))


def test_identical_customers_are_not_set_apart(make):
    """All the same: the same probability for all, and no reason is invented."""
    signals, labels, folds = make(40)
    for name in USABLE:
        signals = signals.set_column(signals.schema.get_field_index(name), name, pa.array([1.0] * len(signals)))
    found = identify(signals, labels, folds, **SETTINGS)
    today = column(found.predictions, "probability", window_id="today", model=found.chosen)
    assert len(set(today)) == 1
    assert set(in_words(found.reasons_today, "reasons")["reasons"].to_pylist()) == {"Nothing sets this customer apart"}


def test_a_further_model_competes_without_another_line(company):
    """An object with the shape of a candidate is fitted, calibrated and compared like ours."""

    @dataclass(frozen=True)
    class Constant:
        width: int

        def predict(self, x):
            return np.full(len(x), 0.2)

        def contributions(self, x):
            return np.zeros((len(x), self.width))

        @property
        def scale(self):
            return "probability"

        @property
        def base(self):
            return 0.2

    @dataclass(frozen=True)
    class AlwaysTheSame:
        name: str = "same"
        settings: tuple[float, ...] = (1.0,)
        default: float = 1.0

        def signals(self, informative):
            return tuple(informative)

        def fit(self, x, known, settings, *, seed):
            return tuple(Constant(x.shape[1]) for _ in settings)

    found = identify(*company, **SETTINGS, candidates=(AlwaysTheSame(), *CANDIDATES[:2]))
    assert found.selection["model"].to_pylist() == ["same", "logistic_2d", "logistic_l2"]
    assert found.chosen != "same"


def test_reasons_name_at_most_three_signals_in_plain_words(found):
    """Each active customer has reasons without a signal's technical name."""
    texts = in_words(found.reasons_today, "reasons")["reasons"].to_pylist()
    assert len(texts) == 200
    assert all("_" not in text and text.count(", ") <= 2 for text in texts)
    assert any(text.startswith("Speaks for it: ") for text in texts)
    assert any("Speaks against it: " in text for text in texts)


def test_rehearsing_with_true_labels_gives_the_test_prediction_again(company, found):
    """The leak investigation starts from the very model that was measured."""
    signals, labels, folds = company
    fold = folds[-2]
    again = refit(
        signals, labels, fold, horizon=3, informative=USABLE, model=found.chosen, settings=found.settings, seed=0
    )
    raw = column(found.predictions, "raw", window_id=fold.predict.window_id, model=found.chosen)
    assert again.learn(again.train_actual) == pytest.approx(raw)
    assert len(again.train_window) == len(again.train_actual)
