"""Wording that a hostile reader tested: no figure that hides its verdict, no number with two meanings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valuecast.report import measured, target
from valuecast.report.blocks import Bullets, Grid, Section, Text
from valuecast.report.charts import alerts, drivers, evidence, segments, trends
from valuecast.report.results import Results, read
from valuecast.report.sections import alerts as alerts_section
from valuecast.report.sections import computed, glossary, headline, history, leakage, support, valuable
from valuecast.report.sections import evidence as evidence_section
from valuecast.report.sections import trends as trends_section
from valuecast.wording import numbers

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def results(reported: Path) -> Results:
    """The whole run as the report reads it."""
    return read(reported)


def _with(results: Results, name: str, **columns: Any) -> Results:
    table = results.table(name)
    for column, values in columns.items():
        table = table.set_column(table.column_names.index(column), column, pa.array(values, table[column].type))
    return replace(results, tables={**results.tables, name: table})


def _measure(results: Results, metric: str, method: str, **columns: float | None) -> Results:
    """One method's measure on the test months, changed."""
    rows = results.rows("backtest_metrics")
    mine = [(r["metric"], r["method"], r["split"]) == (metric, method, "test") for r in rows]
    changed = {
        name: [value if hit else row[name] for hit, row in zip(mine, rows, strict=True)]
        for name, value in columns.items()
    }
    return _with(results, "backtest_metrics", **changed)


def _manifest(results: Results, **parts: Any) -> Results:
    return replace(results, manifest={**results.manifest, **parts})


def _words(section: Section) -> str:
    texts = [block.words for block in section.blocks if isinstance(block, Text)]
    items = [f"{i.lead} {i.words}" for block in section.blocks if isinstance(block, Bullets) for i in block.items]
    return " ".join([*texts, *items]).replace("\u00a0", " ")


def test_a_figure_just_below_the_wish_is_not_rounded_to_it(results: Results) -> None:
    """84.97 % against a wish of 85 % shows the decimals that tell the two apart, in the sentence and in the chart."""
    near = _measure(results, "precision", "gbm", value=0.8497, low=0.8, high=0.9)
    assert "84.97 % (80 to 90 %)" in target.in_words(near).replace("\u00a0", " ")
    chart = evidence.precision(near)
    assert chart is not None and "84.97" in chart.title and "misses" in chart.title


@settings(deadline=None, derandomize=True)
@given(st.floats(0.0, 1.0), st.sampled_from([0.5, 0.8, 0.85, 0.9]))
def test_a_share_beside_a_mark_never_looks_like_it(share: float, mark: float) -> None:
    """Unless they are equal to four decimals of a per cent, the two are written differently."""
    if abs(share - mark) > 1e-5:
        assert numbers.percent_beside(share, mark) != numbers.percent(mark)


def test_a_model_that_names_nobody_has_not_met_the_wish(results: Results) -> None:
    """Undefined precision is said to be so and counted as not met, and no other model is put forward."""
    silent = _measure(results, "precision", "gbm", value=None)
    n = silent.table("hv_predictions_testset").num_rows
    silent = _with(silent, "hv_predictions_testset", predicted_high_value=[False] * n)
    assert target.reached(silent) == "not met"
    said = target.in_words(silent)
    assert "not met. The boosted-trees model predicted nobody to be high-value at its threshold" in said
    assert "no model was tested" not in said
    chart = evidence.precision(silent)
    assert chart is not None and "predicted nobody" in chart.title
    assert "no model was tested" in target.in_words(_manifest(results, choices={})).replace("\u00a0", " ")


def test_a_ceiling_below_what_was_reached_puts_nothing_out_of_reach(results: Results) -> None:
    """A list above the ceiling's upper bound shows the ceiling too low: it is named, with its figure."""
    low = _manifest(results, noise_ceiling={"ceiling": 0.6, "low": 0.55, "high": 0.65})
    said = target.ceiling(low).replace("\u00a0", " ")
    assert "out of reach" not in said
    assert "cannot be relied on" in said and "the boosted-trees model got 74 %" in said
    doubt = " ".join(block.words for block in leakage.leakage(low) if isinstance(block, Text)).replace("\u00a0", " ")
    assert "Boosted-trees model is right on 74 % of its list" in doubt
    assert "out of reach" in target.ceiling(
        _manifest(results, noise_ceiling={"ceiling": 0.8, "low": 0.78, "high": 0.82})
    )


def test_who_is_compared_as_high_value_is_said(results: Results) -> None:
    """By the chosen model where there is one; by the weighted score otherwise, and then not called likely."""
    by_model = drivers.multiples(results)
    assert by_model is not None and "whom the boosted-trees model names today" in by_model.reading
    none = replace(
        results, tables={**results.tables, "hv_predictions_today": results.table("hv_predictions_today").slice(0, 0)}
    )
    by_score = drivers.multiples(none)
    assert by_score is not None and "by the weighted score today" in by_score.reading and "Likely" not in by_score.title


def test_a_draw_is_said_before_any_figure_and_measured_beside_the_evidence(results: Results) -> None:
    """The report of a sample begins with its counts; the evidence sets those drawn against everybody, and half."""
    row = {
        "metric": "r_precision", "drawn": 0.71, "low": 0.70, "high": 0.72, "everybody": 0.713, "half_difference": -0.02,
        "half_low": -0.03, "half_high": -0.01, "customers_drawn": 41_000, "customers": 410_000,
    }  # fmt: skip
    effect = pa.Table.from_pylist(
        [row, {**row, "metric": "brier", "drawn": 0.1, "everybody": 0.099, "half_difference": None}],
        schema=results.table("sample_effect").schema,
    )
    sample = {"customers": 500_000, "drawn": 50_000, "is_partial": True}
    some = _manifest(replace(results, tables={**results.tables, "sample_effect": effect}), sample=sample)
    first = headline.section(some).blocks[0]
    assert isinstance(first, Text) and first.tone == "caution"
    assert "50,000 accounts drawn from 500,000" in first.words
    grid = next(b for b in evidence_section.section(some).blocks if isinstance(b, Grid) and "on all" in b.caption)
    said = [[str(cell).replace("\u00a0", " ") for cell in line] for line in grid.rows]
    assert said[0] == ["precision at k", "71 % (70 to 72 %)", "71 %", "−2 points (−3 points to −1 point)"]
    assert said[1][:3] == ["Brier score", "0.100", "0.099"]
    whole = _manifest(results, sample={**sample, "is_partial": False})
    assert "drawn" not in _words(headline.section(whole))
    assert not any(isinstance(b, Grid) and "on all" in b.caption for b in evidence_section.section(whole).blocks)


def test_expected_numbers_add_up_to_the_active(results: Results) -> None:
    """Up, Flat and Down sum the probabilities of the active, in whole numbers; the dormant are told apart."""
    active = int(pc.sum(results.table("value_scores")["active"]).as_py())
    look = trends.outlook(results, 3)
    assert sum(look.expected.values()) == sum(look.predicted.values()) == look.active == active
    assert look.dormant == results.table("value_scores").num_rows - active > 0
    gone = {r["customer_id"] for r in results.rows("value_scores") if not r["active"]}
    rows = [r for r in results.chosen_trends(3).to_pylist() if r["customer_id"] not in gone]
    for name in look.expected:
        assert abs(look.expected[name] - sum(r[f"p_{name.lower()}"] for r in rows)) < 1
    assert look.expected != look.predicted
    said = _words(headline.section(results))
    assert f"Of {active} active accounts, expected by the probabilities: in 3 months {look.expected['Up']} up" in said
    grid = next(b for b in trends_section.section(results).blocks if isinstance(b, Grid) and "Up, Flat" in b.caption)
    assert grid.rows[0][-2] == " / ".join(str(n) for n in look.predicted.values())
    assert grid.rows[0][-1] == str(look.dormant)


def test_without_probabilities_the_called_classes_are_counted(results: Results) -> None:
    """Where a method gives no probabilities the counts are of classes, and are called so."""
    n = results.table("value_trends_all_accounts").num_rows
    bare = _with(results, "value_trends_all_accounts", **{f"p_{name}": [None] * n for name in ("up", "flat", "down")})
    look = trends.outlook(bare, 3)
    assert look.expected == look.predicted and not look.by_chance
    assert "by predicted class" in _words(headline.section(bare))


@settings(deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=60))
def test_rounded_numbers_add_up(pairs: list[tuple[float, float]]) -> None:
    """Whatever the probabilities, the three whole numbers add up to the customers and are within one of their sums."""
    chances = np.array([(a, (1 - a) * b, (1 - a) * (1 - b)) for a, b in pairs]).sum(axis=0)
    whole = trends._whole(chances, len(pairs))
    assert sum(whole) == len(pairs)
    assert all(abs(n - part) < 1 + 1e-6 for n, part in zip(whole, chances, strict=True))


def test_every_bar_has_a_label(results: Results) -> None:
    """A class too small for its label is named at the end of its bar."""
    look = trends.Outlook({"Up": 2, "Flat": 8, "Down": 90}, {}, 100, 0, True)
    labels = [(row["class"], row["words"]) for row in trends._bars(3, look)]
    assert [name for name, told in labels if not told] == ["Up"]
    chart = trends.classes(results)
    assert chart is not None
    text = str(chart.spec)
    for name in ("Up", "Flat", "Down"):
        assert f"{name} " in text


def test_random_naming_stands_beside_the_figure(results: Results) -> None:
    """The headline says what naming at random would get: the share of the high-value in the test window."""
    random = measured.at_random(results).value
    test = next(r for r in results.rows("backtest_windows") if (r["role"], r["horizon_months"]) == ("test", 3))
    assert random == test["high_value"] / test["customers"]
    assert f"naming at random gets {numbers.percent(random)}".replace("\u00a0", " ") in _words(
        headline.section(results)
    )


def test_no_list_is_better_that_may_be_no_better_than_random(results: Results) -> None:
    """A list whose own interval reaches what random naming gets is above another, but never called better."""
    poor = _measure(results, "r_precision", "gbm", value=0.3, low=0.15, high=0.4, difference=0.1)
    poor = _measure(poor, "r_precision", "gbm", difference_low=0.05, difference_high=0.15)
    found = measured.figure(poor, "gbm", "r_precision")
    assert found is not None
    told = measured.compared(found)
    assert "better" not in told and "not distinguishable from naming at random (20" in told
    assert measured.standing(found) == "no difference"


def _paired(results: Results, low: float, high: float) -> Results:
    row = dict.fromkeys(results.table("backtest_differences").column_names)
    row |= {"horizon_months": 3, "split": "test", "method": "health_blend", "metric": "macro_f1", "baseline": "chance"}
    row |= {"difference": (low + high) / 2, "low": low, "high": high, "n": 200}
    table = results.table("backtest_differences")
    added = pa.concat_tables([table, pa.Table.from_pylist([row], schema=table.schema)])
    return replace(results, tables={**results.tables, "backtest_differences": added})


def test_trends_are_compared_with_guessing_first(results: Results) -> None:
    """The paired difference from guessing decides; without it the intervals do; what may be chance is no better."""
    assert measured.over_chance(_paired(results, 0.04, 0.12), "health_blend", 3)[0].startswith("8 points better than")
    assert measured.over_chance(_paired(results, -0.02, 0.1), "health_blend", 3)[0].startswith("no better than")
    assert measured.over_chance(_paired(results, -0.12, -0.04), "health_blend", 3)[0].startswith("no better than")
    said = _words(headline.section(_paired(results, 0.04, 0.12)))
    assert said.index("better than guessing by past shares") < said.index("better than “no change”")
    apart = _measure(results, "macro_f1", "health_blend", low=0.41)
    assert measured.over_chance(apart, "health_blend", 3)[1]
    assert "no better than guessing" in _words(headline.section(results)), "the intervals overlap"


def test_what_a_test_can_show_is_a_worst_case(results: Results) -> None:
    """Nowhere is a smaller gain than the bound said to be beyond telling."""
    evidence_said = _words(evidence_section.section(results))
    assert "whatever the two lists; a smaller one is detectable only where two lists are much alike" in evidence_said
    grids = [block for block in support.section(results).blocks if isinstance(block, Grid)]
    assert any("smallest detectable difference" in grid.header for grid in grids)
    assert not any("smallest gain" in name for grid in grids for name in grid.header)


def test_false_alarms_are_told_only_where_their_rate_holds(results: Results) -> None:
    """No rate, or one that expects more than there are: no number, no mark, and the reason in the chart's note."""
    n = results.table("alerts").num_rows
    unknown = _with(results, "alerts", false_alarm_rate=[None] * n)
    chart = alerts.by_kind(unknown)
    assert chart is not None and "how many are false alarms is not known" in chart.title
    assert "known in minutes" in chart.reading and "expected" not in str(chart.spec)
    too_many = _with(results, "alerts", false_alarm_rate=[0.9] * n)
    chart = alerts.by_kind(too_many)
    assert chart is not None and "does not carry over" in chart.reading and "would still come" not in chart.title
    grid = next(block for block in alerts_section.section(too_many).blocks if isinstance(block, Grid))
    assert {row[7] for row in grid.rows} == {numbers.UNKNOWN}


def test_the_order_of_warnings_is_said(results: Results) -> None:
    """The section says by what the list is ordered."""
    assert "The most severe come first, and within a severity those with most minutes" in _words(
        alerts_section.section(results)
    )


def test_medians_of_tiers_are_called_medians(results: Results) -> None:
    """Two groups, two medians: the second does not read as the other half of the first."""
    chart = segments.usage_frequency(results)
    assert chart is not None and "half of its" not in chart.title
    assert "the median of the High tier's" in chart.title and "the median of the other tiers'" in chart.title


def test_windows_are_shown_in_order_of_time(results: Results) -> None:
    """W2 comes before W10 in the table of windows, whatever the order of the file."""
    rows = results.table("backtest_windows")
    turned = replace(
        results, tables={**results.tables, "backtest_windows": rows.take(list(range(rows.num_rows))[::-1])}
    )
    grid = next(block for block in computed.section(turned).blocks if isinstance(block, Grid))
    numbers = [(int(row[1]), int(row[0][1:])) for row in grid.rows]
    assert numbers == sorted(numbers)


def test_no_share_is_above_all(results: Results) -> None:
    """With refunds the top share is one of what is above zero, and the sentence says that refunds reduce the total."""
    active = results.table("value_scores")["active"].to_pylist()
    n = len(active)
    values = [1000.0 if i < 20 else -50.0 for i in range(n)]
    said = _words(headline.section(_with(results, "value_scores", past_value=values)))
    assert "hold 100 % of the minutes of those above zero; others are below zero (refunds)" in said
    rows = [
        {"value": 156.0, "value_share": 1.56, "segment": "a"},
        {"value": -56.0, "value_share": -0.56, "segment": "b"},
    ]
    assert [row["value_share"] for row in segments._worth(rows)] == [1.0, 0.0]


def test_words_are_defined_whole(results: Results) -> None:
    """The glossary lists every dimension, and the section on moves says what each tier is."""
    assert "seasonality" in _words(glossary.section(results))
    assert "Low the others with value" in _words(history.section(results))


def test_scores_of_a_column_have_the_same_decimals(results: Results) -> None:
    """0.63 and 0.666 do not stand in one column."""
    grid = next(block for block in valuable.section(results).blocks if isinstance(block, Grid))
    place = grid.header.index("weighted score")
    assert len({len(row[place].partition(".")[2]) for row in grid.rows}) == 1
    assert "not for the account itself" in _words(valuable.section(results))


@settings(deadline=None, derandomize=True)
@given(st.lists(st.floats(0.01, 1), min_size=1, max_size=8))
def test_weights_that_add_up_are_shown_so(parts: list[float]) -> None:
    """Shares of one add up to 100 %, or to it within what one decimal can hide where equal ones must look equal."""
    shares = [part / sum(parts) for part in parts]
    told = [float(text.partition("\u00a0")[0]) for text in numbers.shares_of_one(shares)]
    assert sum(told) == pytest.approx(100, abs=0.05 * len(parts))
    assert all(abs(number - 100 * share) <= 1 for number, share in zip(told, shares, strict=True))


def test_the_table_of_trend_methods_says_in_a_word_whether_each_beats_guessing(results: Results) -> None:
    """Better or no better, with the paired points where there are any; guessing itself has no verdict."""
    sections = trends_section.section(_paired(results, 0.04, 0.12))
    grid = next(b for b in sections.blocks if isinstance(b, Grid) and b.caption.startswith("Trend methods"))
    told = {(row[0], row[1]): row[7] for row in grid.rows}
    assert told["3", "Health blend (chosen)"] == "better, +8 (+4 to +12)"
    assert told["3", "No change"] == "no better" and told["3", "Guessing by past shares"] == numbers.UNKNOWN
