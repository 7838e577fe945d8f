"""Each score's own rule, on data small enough to check by hand, and the contract every score must pass."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import rankdata, zscore

from valuecast.errors import ConfigurationError
from valuecast.scores import (
    Additive,
    Context,
    CorrelationWeighted,
    DurationFrequency,
    Health,
    Part,
    PercentileIndex,
    QuintileSum,
    Rfm,
    Score,
    Weighted,
    installed,
)
from valuecast.testing import check_score

pytestmark = pytest.mark.slow

ALL = frozenset(
    {"value", "minutes", "active_days", "features_used", "feature_clicks", "days_since_last", "latest_rating"}
    | {"mean_rating", "active_members", "value_per_active_day"}
)


def frame(active: list[bool] | None = None, **columns: list[float | None]) -> pa.Table:
    """One window of customers a, b, c…"""
    n = len(next(iter(columns.values())))
    data: dict[str, Any] = {
        "window_id": ["W1"] * n,
        "customer_id": [chr(97 + i) for i in range(n)],
        "active": active or [True] * n,
    }
    return pa.table({**data, **{name: pa.array(cells, pa.float64()) for name, cells in columns.items()}})


def scored(score: Score, table: pa.Table, context: Context | None = None) -> dict[str, list[Any]]:
    """Columns of the result, by customer."""
    used = context or Context(ALL & set(table.column_names))
    return score.score(ibis.memtable(table), used).to_pyarrow().sort_by("customer_id").to_pydict()


@pytest.mark.parametrize("score", installed(), ids=lambda score: score.name)
def test_built_in_scores_pass_the_public_contract(score: Score) -> None:
    """Ours pass what outsiders' must."""
    check_score(score)


def test_our_scores_are_installed() -> None:
    """They register through the entry point group, as an outsider's would."""
    assert [score.name for score in installed()] == [
        "correlation_weighted",
        "duration_frequency",
        "health",
        "percentile_index",
        "quintile_sum",
        "rfm",
        "weighted",
    ]


def test_duration_frequency_is_the_mean_of_two_min_max_scales() -> None:
    """(x − min) / (max − min) of minutes and of active days, halved and added."""
    result = scored(DurationFrequency(), frame(minutes=[0, 50, 100], active_days=[10, 30, 20]))
    assert result["value"] == pytest.approx([0.0, 0.75, 0.75])
    assert result["part_duration"] == pytest.approx([0.0, 0.25, 0.5])


def test_value_stands_in_for_minutes_where_there_are_none() -> None:
    """A purchase log has no minutes: duration is then taken from value."""
    result = scored(DurationFrequency(), frame(value=[0, 10], active_days=[1, 2]), Context(frozenset({"value"})))
    assert result["part_duration"] == [0.0, 1.0]


def test_weighted_uses_report_b_weights_and_inverts_recency() -> None:
    """0.25, 0.25, 0.15, 0.10, 0.15 (fewer days are better), 0.10."""
    best = {"minutes": 9.0, "active_days": 9.0, "features_used": 9.0, "feature_clicks": 9.0, "latest_rating": 9.0}
    table = frame(**{name: [0.0, top] for name, top in best.items()}, days_since_last=[60, 1])
    result = scored(Weighted(), table)
    assert result["value"] == pytest.approx([0, 1])
    parts = {name: cells[1] for name, cells in result.items() if name.startswith("part_")}
    assert parts == pytest.approx(
        {
            "part_duration": 0.25,
            "part_frequency": 0.25,
            "part_features_used": 0.15,
            "part_feature_clicks": 0.10,
            "part_recency": 0.15,
            "part_satisfaction": 0.10,
        }
    )


def test_quintile_sum_runs_from_4_to_20_with_and_without_a_part() -> None:
    """Ten distinct customers fill all quintiles; without ratings the same range is kept."""
    ranks = [float(i) for i in range(10)]
    columns = dict.fromkeys(("minutes", "active_days", "active_members"), ranks)
    full = scored(QuintileSum(), frame(**columns, mean_rating=ranks))
    assert full["value"] == pytest.approx([4, 4, 8, 8, 12, 12, 16, 16, 20, 20])
    assert full["part_members"] == pytest.approx([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
    assert scored(QuintileSum(), frame(**columns))["value"] == pytest.approx(full["value"])


def test_high_value_takes_everyone_at_the_threshold() -> None:
    """K = ⌈0.2 × 5⌉ = 1, yet three share the largest sum: all three are in."""
    result = scored(QuintileSum(), frame(minutes=[1, 2, 9, 9, 9], active_days=[1, 2, 9, 9, 9]))
    assert result["high_value"] == [False, False, True, True, True]


def test_percentile_index_is_the_mean_mid_rank_and_its_own_top_quarter() -> None:
    """Against scipy's ranks (outside oracle); the configured share does not matter."""
    rng = np.random.default_rng(0)
    names = ("minutes", "value_per_active_day", "features_used", "mean_rating")
    columns = {name: rng.integers(0, 8, 20).astype(float) for name in names}
    days = rng.integers(0, 8, 20).astype(float)
    table = frame(**{name: cells.tolist() for name, cells in columns.items()}, days_since_last=days.tolist())
    expected = 100 * np.mean([(rankdata(x) - 0.5) / 20 for x in (*columns.values(), -days)], axis=0)
    result = scored(PercentileIndex(), table, Context(ALL, high_value_share=0.05))
    assert result["value"] == pytest.approx(expected)
    assert sum(result["high_value"]) >= 5
    assert min(v for v, high in zip(result["value"], result["high_value"], strict=True) if high) == pytest.approx(
        np.sort(expected)[-5]
    )


def test_rfm_is_the_mean_of_three_quintiles() -> None:
    """Five customers, each a quintile of its own; the freshest, most frequent and most valuable has 5."""
    result = scored(
        Rfm(), frame(days_since_last=[50, 40, 30, 20, 10], active_days=[1, 2, 3, 4, 5], value=[1, 2, 3, 5, 4])
    )
    assert result["value"] == pytest.approx([1, 2, 3, 13 / 3, 14 / 3])


def test_rfm_weights_can_differ_for_large_customers() -> None:
    """Customers in the two top fifths by value are scored by recency alone, the others by frequency alone."""
    weights = {f"{group}.{part}": 0.0 for group in ("large", "small") for part in ("recency", "frequency", "monetary")}
    context = Context(ALL, weights={**weights, "large.recency": 1.0, "small.frequency": 1.0})
    table = frame(days_since_last=[50, 40, 30, 20, 10], active_days=[5, 4, 3, 2, 1], value=[1, 2, 3, 4, 5])
    assert scored(Rfm(), table, context)["value"] == pytest.approx([5, 4, 3, 4, 5])
    (note,) = Rfm().remarks(context)
    assert (note.code, note.figures["groups"], note.figures["parts"]) == (
        "score_group_weights",
        ("large", "small"),
        ("recency", "frequency"),
    )


def test_health_is_100_for_the_best_of_bounded_parts() -> None:
    """Freshest and best rated: both bounded parts are full."""
    table = frame(days_since_last=[1, 80], latest_rating=[10, 0], value_per_active_day=[5, 1], active_days=[9, 1])
    result = scored(Health(), table)
    assert (result["part_freshness"], result["part_satisfaction"]) == ([25.0, 0.0], [25.0, 0.0])
    assert result["value"] == pytest.approx([87.5, 12.5])


def test_correlation_weighted_is_the_sum_of_z_times_rho() -> None:
    """Against scipy's z-scores (outside oracle); a window without correlations gets nulls."""
    minutes, days = [1.0, 4.0, 9.0, 30.0], [3.0, 1.0, 2.0, 8.0]
    table = frame(minutes=minutes, days_since_last=days)
    informative = frozenset({"minutes", "days_since_last"})
    context = Context(informative, correlations={"W1": {"minutes": 0.7, "days_since_last": -0.2}})
    expected = 0.7 * zscore(minutes) - 0.2 * zscore(days)
    assert scored(CorrelationWeighted(), table, context)["value"] == pytest.approx(expected.tolist(), abs=1e-6)
    elsewhere = replace(context, correlations={"W2": {"minutes": 0.7}})
    assert scored(CorrelationWeighted(), table, elsewhere)["value"] == [None] * 4


def test_a_missing_answer_takes_the_mean_of_the_part() -> None:
    """Ratings 0 and 10 are known, so the third customer's part is half of the weight."""
    result = scored(Weighted(), frame(minutes=[1, 2, 3], latest_rating=[0, 10, None]))
    weight = 0.10 / (0.25 + 0.10)
    assert result["part_satisfaction"] == pytest.approx([0, weight, weight / 2])


def test_constant_columns_score_zero_on_min_max() -> None:
    """Nobody is above the minimum, so nobody earns anything."""
    assert scored(DurationFrequency(), frame(minutes=[7, 7], active_days=[3, 3]))["value"] == [0.0, 0.0]


def test_the_inactive_neither_get_a_score_nor_stretch_the_scale() -> None:
    """An inactive customer's huge figure does not change the others' scale."""
    table = frame([True, True, False], minutes=[0, 10, 1000], active_days=[0, 1, 100])
    result = scored(DurationFrequency(), table)
    assert result["value"] == [0.0, 1.0, None]
    assert result["high_value"] == [False, True, None]


def test_one_customer_is_scored() -> None:
    """A single customer is its own scale, and its own top share."""
    for score in installed():
        context = Context(ALL, correlations={"W1": {"value": 0.5}})
        result = scored(score, frame(**{name: [3.0] for name in sorted(ALL)}), context)
        assert result["value"][0] is not None
        assert result["high_value"] == [True]


def test_weights_replace_the_scores_own_and_are_renormalised() -> None:
    """Duration three times as heavy as frequency, whatever the numbers add up to."""
    context = Context(ALL, weights={"duration": 3.0, "frequency": 1.0})
    result = scored(DurationFrequency(), frame(minutes=[0, 1], active_days=[0, 1]), context)
    assert (result["part_duration"][1], result["part_frequency"][1]) == (0.75, 0.25)


def test_weights_that_add_up_to_nothing_are_refused() -> None:
    """All weights zero is a configuration error that shows what was met."""
    context = Context(ALL, weights={"duration": 0.0, "frequency": 0.0})
    with pytest.raises(ConfigurationError, match="add up to nothing"):
        scored(DurationFrequency(), frame(minutes=[0, 1], active_days=[0, 1]), context)


@settings(deadline=None, derandomize=True, max_examples=10)
@given(
    cells=st.lists(
        st.tuples(st.integers(0, 6), st.integers(0, 6), st.booleans()).map(lambda c: (float(c[0]), float(c[1]), c[2])),
        min_size=1,
        max_size=12,
    ),
    share=st.sampled_from([0.07, 0.2, 0.5]),
)
def test_the_high_value_rule_is_the_written_one(cells: list[tuple[float, float, bool]], share: float) -> None:
    """High where value ≥ the K-th largest, K = ⌈share × n⌉ over active customers, for any ties."""
    minutes, days, active = (list(column) for column in zip(*cells, strict=True))
    result = scored(DurationFrequency(), frame(active, minutes=minutes, active_days=days), Context(ALL, share))
    known = sorted((value for value in result["value"] if value is not None), reverse=True)
    assert len(known) == sum(active)
    place = int(np.ceil(round(share * len(known), 9)))
    for value, high in zip(result["value"], result["high_value"], strict=True):
        assert high == (None if value is None else value >= known[place - 1])


@dataclass(frozen=True)
class Backwards(DurationFrequency):
    """Declares more minutes as better and scores them as worse."""

    def contributions(self, table: Any, chosen: Any, context: Context) -> list[tuple[str, Any]]:
        """The parts' negatives."""
        return [(name, -column) for name, column in super().contributions(table, chosen, context)]


@dataclass(frozen=True)
class Leaky(DurationFrequency):
    """Gives the inactive a score too."""

    def score(self, signals: Any, context: Context) -> Any:
        """As if everyone were active."""
        return super().score(signals.mutate(active=True), context)


@dataclass(frozen=True)
class Unequal(DurationFrequency):
    """Lets the customer's name break ties."""

    def score(self, signals: Any, context: Context) -> Any:
        """A hair more for later names."""
        table = super().score(signals, context)
        hair = table.customer_id.substr(1, 3).cast("float64") * 1e-9
        return table.mutate(value=table.value + hair)


@dataclass(frozen=True)
class Miscounted(DurationFrequency):
    """Parts that do not add up."""

    def score(self, signals: Any, context: Context) -> Any:
        """One point that no part explains."""
        table = super().score(signals, context)
        return table.mutate(value=table.value + 1.0)


@dataclass(frozen=True)
class Curious(DurationFrequency):
    """What each part adds depends on who else is there."""

    def contributions(self, table: Any, chosen: Any, context: Context) -> list[tuple[str, Any]]:
        """The parts less the least of the window."""
        parts = super().contributions(table, chosen, context)
        return [(name, column - column.min().over(group_by=table.active)) for name, column in parts]


@pytest.mark.parametrize(
    ("score", "complaint"),
    [
        (Backwards(), "improves"),
        (Leaky(), "inactive"),
        (Unequal(), "same signals differ"),
        (Miscounted(), "miss"),
        (Curious(), "without the others"),
    ],
)
def test_the_contract_test_can_fail(score: Additive, complaint: str) -> None:
    """Each breach of the contract is found and named."""
    with pytest.raises(AssertionError, match=complaint):
        check_score(score)


def test_an_outsiders_score_passes_too() -> None:
    """A score of one's own needs a name and parts, nothing else."""
    check_score(Additive("clicks_only", (Part("clicks", "depth", ("feature_clicks",), 1.0, scaling="percentile"),)))
