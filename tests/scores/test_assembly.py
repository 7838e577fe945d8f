"""All scores at every anchor, the correlations they learn from, and the notes beside them."""

from __future__ import annotations

from datetime import date

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from scipy.stats import spearmanr

from valuecast.contracts import INTERMEDIATE
from valuecast.errors import ConfigurationError
from valuecast.scores import (
    Context,
    CorrelationWeighted,
    DurationFrequency,
    QuintileSum,
    Rfm,
    Scales,
    Scored,
    Weighted,
    correlations,
    installed,
    is_measured,
    score_all,
)
from valuecast.windows import TODAY, Window, folds, months_after
from valuecast.wording.notes import sentence

pytestmark = pytest.mark.slow

HORIZON = 2
SIGNALS = ("value", "minutes", "active_days", "features_used", "days_since_last", "latest_rating")
PAST = frozenset(SIGNALS) - {"latest_rating"}
START = date(2024, 1, 1)
WINDOWS = tuple(Window(f"W{i}", months_after(START, i - 3), months_after(START, i)) for i in range(1, 9))
NOW = Window(TODAY, months_after(START, 7), months_after(START, 10))
FOLDS = folds(WINDOWS, NOW, HORIZON)


def history(n: int = 40, seed: int = 0) -> tuple[pa.Table, pa.Table]:
    """Signals and labels in eight windows and today; future value follows minutes and, inversely, recency."""
    rng = np.random.default_rng(seed)
    names = [f"C{i:03d}" for i in range(n)]
    tables, labels = [], []
    for window in (*WINDOWS, NOW):
        columns = {name: np.round(rng.lognormal(3, 1, n)) for name in SIGNALS}
        future = columns["minutes"] * rng.lognormal(0, 0.5, n) / (1 + columns["days_since_last"])
        active = rng.random(n) < 0.8
        tables.append(
            pa.table({"window_id": [window.window_id] * n, "customer_id": names, "active": active, **columns})
        )
        known = window is not NOW
        labels.append(
            pa.table(
                {
                    "window_id": [window.window_id] * n,
                    "customer_id": names,
                    "horizon_months": [HORIZON] * n,
                    "past_value": columns["value"],
                    "future_value": pa.array(future if known else [None] * n, pa.float64()),
                    "high_value": pa.array([False if known else None] * n, pa.bool_()),
                }
            )
        )
    return pa.concat_tables(tables), pa.concat_tables(labels)


def run(signals: pa.Table, labels: pa.Table, **settings: object) -> Scored:
    """Score with the usual settings, unless told otherwise."""
    given: dict[str, object] = {
        "folds": FOLDS,
        "horizon": HORIZON,
        "informative_today": frozenset(SIGNALS),
        "informative_past": PAST,
        "share": 0.2,
        "weights": {},
        "keep": lambda _, table: ibis.memtable(table.to_pyarrow()),
        **settings,
    }
    return score_all(ibis.memtable(signals), ibis.memtable(labels), **given)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def tables() -> tuple[pa.Table, pa.Table]:
    """Scores and today's parts of the usual run, in their declared shape."""
    result = run(*history())
    scores, parts = result.scores.to_pyarrow(), result.parts.to_pyarrow()
    return INTERMEDIATE["scores"].conform(scores), INTERMEDIATE["score_parts"].conform(parts)


def test_parts_add_up_to_the_scores(tables: tuple[pa.Table, pa.Table]) -> None:
    """Every anchor has every score; today's parts of each score add up to it."""
    scores, parts = tables[0], tables[1].to_pandas()
    assert scores.num_rows == history()[0].num_rows * len(installed())
    today = scores.filter(pc.equal(scores["window_id"], TODAY)).to_pandas().set_index(["customer_id", "score"])
    total = parts.groupby(["customer_id", "score"]).contribution.sum(min_count=1)
    gap = (today.value - total.reindex(today.index)).abs()
    assert gap.max() < 1e-8
    assert gap.isna().equals(today.value.isna())


def test_weights_in_force_add_up_to_one(tables: tuple[pa.Table, pa.Table]) -> None:
    """Of every written score, whatever is left out."""
    parts = tables[1].to_pandas()
    one = parts[(parts.customer_id == "C000") & (parts.score != "correlation_weighted")]
    assert one.groupby("score").weight.sum().to_numpy() == pytest.approx(1.0)


def test_the_order_of_rows_does_not_show() -> None:
    """Shuffled signals and labels give the same bytes."""
    signals, labels = history()
    rng = np.random.default_rng(1)
    shuffled = [table.take(rng.permutation(table.num_rows)) for table in (signals, labels)]
    scores = [Weighted(), QuintileSum(), CorrelationWeighted()]
    first, second = run(signals, labels, scores=scores), run(*shuffled, scores=scores)
    for name in ("scores", "parts"):
        contract = INTERMEDIATE["scores" if name == "scores" else "score_parts"]
        one, other = (contract.conform(getattr(result, name).to_pyarrow()) for result in (first, second))
        assert one.equals(other)


def test_correlations_are_those_of_earlier_windows() -> None:
    """Against scipy within each training window, weighted by customers (outside oracle)."""
    signals, labels = history()
    found = correlations(ibis.memtable(signals), ibis.memtable(labels), FOLDS, PAST, HORIZON)
    assert set(found) == {fold.predict.window_id for fold in FOLDS}
    joined = signals.to_pandas().merge(labels.to_pandas(), on=["window_id", "customer_id"])
    joined = joined[joined.active]
    fold = FOLDS[-2]
    rho, n = [], []
    for window in fold.train:
        part = joined[joined.window_id == window.window_id]
        rho.append(spearmanr(part.minutes, part.future_value).statistic)
        n.append(len(part))
    assert found[fold.predict.window_id]["minutes"] == pytest.approx(np.average(rho, weights=n))
    assert found[TODAY]["minutes"] > 0 > found[TODAY]["days_since_last"]


def test_no_future_reaches_the_score_of_a_window() -> None:
    """Rewriting every future that had not ended by a fold's as_of leaves its correlations as they were."""
    signals, labels = history()
    fold = FOLDS[1]
    trained = [window.window_id for window in fold.train]
    untouched = pc.is_in(labels["window_id"], pa.array(trained))
    noise = pa.array(np.random.default_rng(9).lognormal(3, 2, labels.num_rows))
    other = labels.set_column(4, "future_value", pc.if_else(untouched, labels["future_value"], noise))
    first, second = (
        correlations(ibis.memtable(signals), ibis.memtable(t), FOLDS, PAST, HORIZON) for t in (labels, other)
    )
    window = fold.predict.window_id
    assert first[window] == second[window]
    assert first[TODAY] != second[TODAY]


def test_learned_weights_are_null_where_nothing_came_before(tables: tuple[pa.Table, pa.Table]) -> None:
    """The first windows have no earlier future, so correlation_weighted is null there and given in each fold."""
    frame = tables[0].to_pandas()
    given = frame[(frame.score == "correlation_weighted") & frame.value.notna()]
    assert set(given.window_id) == {fold.predict.window_id for fold in FOLDS}


def test_without_folds_the_learned_score_is_null_and_a_note_says_so() -> None:
    """No evidence: labels are not even read, the other scores are there."""
    signals, labels = history()
    result = run(signals, labels, folds=(), scores=[Weighted(), CorrelationWeighted()])
    frame = result.scores.to_pyarrow().to_pandas()
    assert frame[frame.score == "correlation_weighted"].value.isna().all()
    assert frame[frame.score == "weighted"].value.notna().any()
    assert any(note.startswith("Correlation-weighted score: no earlier window") for note in map(sentence, result.notes))


def test_notes_name_what_is_left_out_with_the_weights_in_force() -> None:
    """Feature clicks have no column at all: weighted says so and gives the renormalised weights."""
    notes = run(*history(), scores=[Weighted()]).notes
    assert sentence(notes[0]).replace("\u00a0", " ") == (
        "Weighted score: feature clicks has no data and is left out; the weights in force are duration 27.8 %, "
        "frequency 27.8 %, features used 16.7 %, recency 16.7 % and satisfaction 11.1 %."
    )


def test_notes_tell_when_the_backtest_measured_another_formula() -> None:
    """Ratings have no past, so today's score holds a part that the backtest did not measure."""
    notes = run(*history(), scores=[Weighted()]).notes
    assert sentence(notes[1]) == (
        "Weighted score: today's score also uses satisfaction, which had no data in every past window; "
        "the backtest measured the score without it."
    )


def test_notes_tell_what_stands_in_for_what() -> None:
    """Without minutes, duration is taken from value."""
    notes = run(
        *history(),
        scores=[DurationFrequency()],
        informative_today=PAST - {"minutes"},
        informative_past=PAST - {"minutes"},
    )
    (note,) = notes.notes
    assert sentence(note) == (
        "2-D score: duration is taken from value in the past window, because minutes of use in the past "
        "window has no data."
    )


def test_the_past_is_scored_without_what_it_could_not_know() -> None:
    """A rating in a past window changes no backtest score, and changes today's."""
    signals, labels = history()
    place = signals.column_names.index("latest_rating")
    other = signals.set_column(place, "latest_rating", pc.multiply(signals["latest_rating"], signals["minutes"]))
    first, second = (run(table, labels, scores=[Weighted()]).scores.to_pyarrow() for table in (signals, other))
    first, second = (INTERMEDIATE["scores"].conform(table).to_pandas() for table in (first, second))
    past = first.window_id != TODAY
    assert first[past].equals(second[past])
    assert not first[~past].equals(second[~past])


def test_no_usable_signal_gives_nulls_and_a_note() -> None:
    """Nothing to score: every anchor is still there."""
    signals, labels = history()
    result = run(signals, labels, scores=[Weighted()], informative_today=frozenset(), informative_past=frozenset())
    assert result.scores.to_pyarrow()["value"].null_count == signals.num_rows
    assert result.parts.to_pyarrow().num_rows == 0
    (note,) = result.notes
    assert sentence(note) == "Weighted score: none of its parts has data, so the score is not given."


@pytest.mark.parametrize(
    ("weights", "met", "hint"),
    [
        ({"wieghted": {}}, "wieghted", "did you mean 'weighted'?"),
        ({"weighted": {"durations": 1.0}}, "durations", "did you mean 'duration'?"),
        ({"rfm": {"larg.recency": 1.0}}, "larg.recency", "did you mean 'large.recency'?"),
        ({"correlation_weighted": {"value": 1.0}}, "value", None),
    ],
)
def test_weights_for_what_does_not_exist_are_refused(weights: dict[str, dict[str, float]], met: str, hint: str) -> None:
    """The error shows the name met and the nearest known one; learned weights cannot be replaced."""
    with pytest.raises(ConfigurationError) as caught:
        run(*history(5), weights=weights)
    assert caught.value.got == repr(met)
    assert caught.value.hint == hint


def test_weights_by_size_leave_the_single_weight_open() -> None:
    """With weights of their own for large customers no one weight holds for all: it is null, and a note tells."""
    result = run(*history(), scores=[Rfm()], weights={"rfm": {"large.monetary": 2.0}})
    parts = result.parts.to_pyarrow().to_pandas()
    assert parts[parts.score == "rfm"].weight.isna().all()
    assert any(
        note.startswith("RFM score: the weights in force are, for large customers")
        for note in map(sentence, result.notes)
    )


def listed(table: ibis.Table) -> list[dict[str, object]]:
    """Rows of scores or of their parts, in order."""
    rows = table.to_pyarrow().to_pylist()
    return sorted(rows, key=lambda row: [str(value) for name, value in row.items() if isinstance(value, str)])


def test_some_customers_are_scored_as_they_are_among_all() -> None:
    """Whoever is asked for is measured against everybody of the window."""
    signals, labels = history()
    some = [f"C{i:03d}" for i in range(0, 40, 7)]
    everybody = run(signals, labels)
    few = run(signals, labels, of=lambda table: table.filter(table.customer_id.isin(some)))
    for mine, whole in ((few.scores, everybody.scores), (few.parts, everybody.parts)):
        assert listed(mine) == listed(whole.filter(whole.customer_id.isin(some)))
        assert 0 < mine.count().to_pyarrow().as_py() < whole.count().to_pyarrow().as_py()


def test_scales_that_are_held_stand_in_for_learning_them() -> None:
    """With the scales of earlier windows from before, only today's are learned, and every score is the same."""
    signals, labels = history()
    whole = run(signals, labels)
    cached_scales = Scales(
        **{
            name: ibis.memtable(table.filter(table.window_id != TODAY).to_pyarrow())
            for name, table in vars(whole.scales).items()
        }
    )
    again = run(signals, labels, windows=frozenset(), cached_scales=cached_scales)
    assert listed(again.scores) == listed(whole.scores)
    assert listed(again.parts) == listed(whole.parts)


def test_held_scales_are_used() -> None:
    """A threshold that nobody reaches, held for a window, leaves nobody high there: it is not learned again."""
    signals, labels = history()
    whole = run(signals, labels)
    cached_scales = {
        name: table.filter(table.window_id != TODAY).to_pyarrow() for name, table in vars(whole.scales).items()
    }
    beyond = pa.array([1e9] * cached_scales["thresholds"].num_rows)
    cached_scales["thresholds"] = cached_scales["thresholds"].set_column(
        cached_scales["thresholds"].column_names.index("threshold"), "threshold", beyond
    )
    again = run(
        signals,
        labels,
        windows=frozenset(),
        cached_scales=Scales(**{n: ibis.memtable(t) for n, t in cached_scales.items()}),
    )
    high = again.scores.filter(again.scores.high_value).select("window_id").distinct().to_pyarrow()
    assert high["window_id"].to_pylist() == [TODAY]


class AboveMean(DurationFrequency):
    """A score with a rule of its own, which compares customers with each other."""

    def score(self, signals: ibis.Table, context: Context) -> ibis.Table:
        """High is whoever has at least the mean."""
        table = super().score(signals, context)
        return table.mutate(high_value=table.value >= table.value.mean().over(group_by=table.window_id))


class Renamed(DurationFrequency):
    """A score that has its own `score` and leaves the work to ours."""

    def score(self, signals: ibis.Table, context: Context) -> ibis.Table:
        """As it is."""
        return super().score(signals, context)


def test_a_score_that_wraps_ours_calls_the_same_customers_high() -> None:
    """It is computed for everybody, without thresholds that nobody learned for it."""
    signals, labels = history()
    ours, wrapped = (run(signals, labels, scores=[score]).scores for score in (DurationFrequency(), Renamed()))
    assert listed(ours) == listed(wrapped)
    assert wrapped.filter(wrapped.high_value).count().to_pyarrow().as_py() > 0


def test_a_score_with_a_rule_of_its_own_sees_everybody() -> None:
    """Somebody else's rule may look at all of a window, so some customers are taken from what it gives for all."""
    signals, labels = history()
    some = [f"C{i:03d}" for i in range(5)]
    everybody = run(signals, labels, scores=[AboveMean()])
    few = run(signals, labels, scores=[AboveMean()], of=lambda table: table.filter(table.customer_id.isin(some)))
    assert not is_measured(AboveMean())
    assert is_measured(DurationFrequency())
    assert listed(few.scores) == listed(everybody.scores.filter(everybody.scores.customer_id.isin(some)))


@pytest.mark.parametrize("dialect", ["postgres", "databricks", "snowflake"])
def test_scores_compile_for_other_engines(dialect: str) -> None:
    """No filter inside a window function, which Spark refuses."""
    columns = {"window_id": "string", "customer_id": "string", "active": "boolean"}
    signals = ibis.table({**columns, **dict.fromkeys(SIGNALS, "float64")}, name="signals")
    labels = ibis.table({"window_id": "string"}, name="labels")
    informative = {"informative_today": frozenset(SIGNALS), "informative_past": PAST}
    result = score_all(signals, labels, folds=(), horizon=HORIZON, share=0.2, weights={}, **informative)
    for table in (result.scores, result.parts):
        assert "FILTER" not in ibis.to_sql(table, dialect=dialect).upper()
