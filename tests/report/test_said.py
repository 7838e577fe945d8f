"""What the report claims, and how firmly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valuecast.contracts import OUTPUTS
from valuecast.report import measured, target
from valuecast.report.blocks import Figure, Grid, Section, Text
from valuecast.report.charts import alerts, dimensions, drivers, history, indicators, lists, scores, segments, trends
from valuecast.report.markdown import escaped
from valuecast.report.results import Results, read
from valuecast.report.sections import SECTIONS, computed, headline, support, valuable
from valuecast.report.sections import alerts as alerts_section
from valuecast.report.sections import evidence as evidence_section
from valuecast.report.sections import trends as trends_section
from valuecast.wording import numbers

pytestmark = pytest.mark.slow

BY_ANCHOR = {
    "in-short": headline.section,
    "support": support.section,
    "valuable": valuable.section,
    "evidence": evidence_section.section,
    "trends": trends_section.section,
}
FOUND = measured.Figure("gbm", "precision", 0.88, 0.81, 0.93, 90, "duration_frequency", 0.04, -0.01, 0.09)


@pytest.fixture(scope="module")
def results(reported: Path) -> Results:
    """The whole run as the report reads it."""
    return read(reported)


def _with(results: Results, name: str, **columns: Any) -> Results:
    table = results.table(name)
    for column, values in columns.items():
        table = table.set_column(table.column_names.index(column), column, pa.array(values, table[column].type))
    return replace(results, tables={**results.tables, name: table})


def _words(section: Section) -> str:
    texts = [block.words for block in section.blocks if isinstance(block, Text)]
    items = [item.words for block in section.blocks if block.kind == "bullets" for item in block.items]
    cells = [cell for block in section.blocks if isinstance(block, Grid) for row in block.rows for cell in row]
    titles = [block.chart.title for block in section.blocks if isinstance(block, Figure)]
    return " ".join([*texts, *items, *cells, *titles]).replace("\u00a0", " ")


def _section(results: Results, anchor: str) -> str:
    return _words(BY_ANCHOR[anchor](results))


@pytest.mark.parametrize(
    ("value", "low", "verdict"),
    [
        (0.88, 0.86, "met"),
        (0.88, 0.81, "not certain"),
        (0.85, 0.85, "met"),
        (0.83, 0.78, "not met"),
        (0.88, None, "not certain"),
    ],
)
def test_a_wish_is_met_only_with_its_whole_interval(value: float, low: float | None, verdict: str) -> None:
    """A figure above the target whose interval reaches below it is not certain; one below it is not met."""
    assert target.verdict(replace(FOUND, value=value, low=low), 0.85) == verdict


def test_a_missed_wish_is_said_with_figure_interval_and_ceiling(results: Results) -> None:
    """The headline names the missed target, the figure, its interval, its recall, and the noise ceiling."""
    said = _section(results, "in-short")
    assert "Target precision of 85 %: not met." in said
    assert "83 % (78 to 87 %)" in said
    assert "noise ceiling" in said and "81 % (77 to 85 %)" in said


def test_a_met_wish_is_said(results: Results) -> None:
    """With precision above the target by its whole interval, the same sentence says met."""
    table = results.table("backtest_metrics")
    precise = pc.and_(pc.equal(table["metric"], "precision"), pc.equal(table["method"], "gbm"))
    better = _with(
        results,
        "backtest_metrics",
        value=pc.if_else(precise, 0.95, table["value"]).to_pylist(),
        low=pc.if_else(precise, 0.9, table["low"]).to_pylist(),
        high=pc.if_else(precise, 0.98, table["high"]).to_pylist(),
    )
    assert "Target precision of 85 %: met." in _section(better, "in-short")


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.floats(-0.5, 0.5), st.floats(0, 0.3), st.floats(0, 0.3))
def test_a_difference_that_may_be_none_is_never_called_better(gap: float, below: float, above: float) -> None:
    """Better or worse is said exactly when the interval leaves out zero."""
    found = replace(FOUND, difference=gap, difference_low=gap - below, difference_high=gap + above)
    told = measured.compared(found)
    includes_none = gap - below <= 0 <= gap + above
    assert ("not distinguishable" in told) == includes_none
    assert (" better " in told or " worse " in told) == (not includes_none)
    if not includes_none:
        assert (" better " in told) == (gap > 0)


def test_methods_that_may_equal_the_old_score_are_said_to_be_indistinguishable(results: Results) -> None:
    """The table of methods carries the verdict in each row; the title of the chart counts both sides."""
    said = _section(results, "evidence")
    assert "not distinguishable from the 2-D score (difference +2 points, interval −1 to +6)" in said
    assert "4 of 10 methods do better than the 2-D score beyond chance, 3 worse" in said


def test_overlap_is_not_called_precision(results: Results) -> None:
    """The chart of shared names says overlap, and counts the names that are on both lists."""
    chart = scores.overlap(results)
    assert chart is not None and "overlap" in chart.title and "precision" not in chart.title
    both = int((scores.high_value(results, "weighted") & scores.high_value(results, "duration_frequency")).sum())
    old = int(scores.high_value(results, "duration_frequency").sum())
    assert numbers.percent(both / old) in chart.title


def test_a_dimension_left_out_is_said_where_the_score_is_shown(results: Results) -> None:
    """The section that shows the scores names the dimensions without data and the weights in force."""
    said = _section(results, "valuable")
    assert "Dimensions without data today: stability, momentum, reach, tenure and seasonality" in said
    assert "duration 25 %, frequency 25 %" in said
    assert "Weighted score: today's score also uses satisfaction, which had no data in every past window" in said


def test_an_auc_too_good_to_be_true_is_pointed_out(results: Results) -> None:
    """An AUC above 0.99 is named with a caution beside it."""
    table = results.table("backtest_metrics")
    suspect = pc.and_(pc.equal(table["metric"], "auc"), pc.equal(table["method"], "gbm"))
    changed = _with(results, "backtest_metrics", value=pc.if_else(suspect, 0.9987, table["value"]).to_pylist())
    assert "rarely earned: Boosted-trees model (AUC 0.999)" in _section(changed, "evidence")
    assert "rarely earned" not in _section(results, "evidence")


def test_findings_come_worst_first(results: Results) -> None:
    """Errors lead the list of findings whatever their order in the table, and the headline names the worst."""
    table = results.table("findings")
    turned = replace(results, tables={**results.tables, "findings": table.take(list(range(table.num_rows))[::-1])})
    grid = next(block for block in support.section(turned).blocks if isinstance(block, Grid))
    assert [row[0] for row in grid.rows] == ["error", "warning", "note"]
    assert "0 of 9,120 visitor ids" in _section(turned, "in-short")


def test_recency_counts_from_as_of(results: Results) -> None:
    """The bands of the recency chart add up to every customer, and the title counts those within 30 days."""
    from valuecast.report.charts import coverage

    chart = coverage.recency(results)
    assert chart is not None
    rows = chart.spec["layer"][0].get("data", chart.spec["data"])["values"]
    since = results.table("signals_today")["days_since_last"].to_numpy(zero_copy_only=False)
    assert sum(row["customers"] for row in rows) == since.size
    assert sum(row["customers"] for row in rows[:3]) == int((since <= 30).sum())
    assert "1\u00a0Nov\u00a02024" in chart.title


def test_months_that_end_as_the_data_do_are_told_by_their_last_day(results: Results) -> None:
    """A month that begins on the 25th is not named after the month of that day; one month alone is not compared."""
    from valuecast.report.charts import coverage

    table = OUTPUTS["coverage"]
    december, january = ("account", date(2023, 12, 25), 7, 70.0), ("account", date(2024, 1, 25), 9, 90.0)
    last, leap = ("account", date(2024, 1, 31), 7, 70.0), ("account", date(2024, 2, 29), 9, 90.0)
    for rows, as_of, title in (
        (
            (december, january),
            "2024-02-25",
            "9 accounts were active in the month to 24 Feb 2024, 7 in the month to 24 Jan 2024",
        ),
        ((december,), "2024-01-25", "7 accounts were active in the month to 24 Jan 2024"),
        (
            (last, leap),
            "2024-03-31",
            "9 accounts were active in the month to 30 Mar 2024, 7 in the month to 28 Feb 2024",
        ),
    ):
        made = pa.table(dict(zip(table.names, zip(*rows, strict=True), strict=True)))
        few = replace(results, tables={**results.tables, "coverage": table.conform(made)})
        chart = coverage.by_month(replace(few, manifest={**few.manifest, "as_of": as_of}))
        assert chart is not None
        assert chart.title.replace("\u00a0", " ") == title


def test_only_what_was_done_is_said_to_have_been_done(results: Results, unsupported: Path) -> None:
    """Without windows the methods speak neither of validation nor of a test window."""
    with_evidence, without = (_words(computed.section(one)) for one in (results, read(unsupported)))
    assert "The test window was opened once, after." in with_evidence
    assert "opened once" not in without and "resamples" not in without


def test_movers_are_shown_in_their_order(results: Results) -> None:
    """Those who move furthest come first in either direction, with what speaks for it."""
    rows = trends.movers(results, 3, "rising")
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    grids = [block for block in trends_section.section(results).blocks if isinstance(block, Grid)]
    first = next(grid for grid in grids if grid.caption.startswith("Rising most in 3 months"))
    assert first.rows[0][0] == rows[0]["customer_id"]
    assert "lower than 97 %" in first.rows[0][-1]


def test_where_nobody_moves_it_is_said(results: Results) -> None:
    """A chosen method that moves nobody is not passed over in silence."""
    still = replace(results, tables={**results.tables, "trend_movers": results.table("trend_movers").slice(0, 0)})
    assert "At 6 months no account is forecast to move by “no change”." in _section(still, "trends")


def test_gain_over_last_period_is_paired_and_said_as_firmly_as_its_interval(results: Results) -> None:
    """The headline gives the paired gain over “same as last period”; one that may be chance is called so."""
    said = _section(results, "in-short")
    assert "the list is 9 points better than “same as last period” (interval +5 to +13)" in said
    table = results.table("backtest_differences")
    said = _section(_with(results, "backtest_differences", low=[-0.02] * table.num_rows), "in-short")
    assert "not distinguishable from “same as last period” (difference +9 points, interval −2 to +13)" in said
    assert (
        "the smallest difference that is detectable in any case is 19 points, a smaller one only where two lists"
        in said
    )


def test_a_chosen_method_that_was_not_tested_is_called_so(results: Results) -> None:
    """Where the method chosen at a horizon has no test there, the section says it and names the best that has."""
    untested = replace(results, manifest={**results.manifest, "choices": {"trend_method": {"3": "gbm"}}})
    assert "could not be tested itself; of those that could, the health blend (39 %) did best" in _section(
        untested, "trends"
    )
    assert "could not be tested itself" not in _section(results, "trends")


def test_missed_dimensions_are_those_beyond_chance(results: Results) -> None:
    """The title of the ablation names the dimensions whose interval leaves out zero, and no other."""
    chart = dimensions.ablation(results)
    assert chart is not None and chart.title == "Learned without intensity the model would be worse beyond chance"
    shuffled = dimensions.importances(results)
    assert shuffled is not None and "carry 88" in shuffled.title


def test_sign_changes_are_called_out(results: Results) -> None:
    """A signal whose sign changed has its own colour, and the title counts it."""
    chart = indicators.leading(results)
    assert chart is not None and "1 signal changed sign" in chart.title
    rows = indicators.latest(results, 3, "change")
    assert [row["signal"] for row in rows if indicators.kind(row) == "changed sign"] == ["recent_share"]
    assert next(row for row in rows if row["signal"] == "recent_share")["turned"] == ["W4"]


def test_warnings_stand_beside_the_false_alarms_to_expect(results: Results) -> None:
    """Expected false alarms are the rate of each kind times the customers watched."""
    chart = alerts.by_kind(results)
    active = int(pc.sum(results.table("value_scores")["active"]).as_py())
    assert chart is not None and f"about {round(6 * 0.01 * active)} would still come" in chart.title
    none = replace(results, tables={**results.tables, "alerts": results.table("alerts").slice(0, 0)})
    assert "gave cause for a warning" in _words(alerts_section.section(none))


def test_moves_add_up(results: Results) -> None:
    """Of the High of three months ago, those who left and those who stayed are all of them."""
    were, left, came = (claim.value for claim in history.in_and_out(results, 3))
    assert (were, left, came) == (52, 12, 12)
    chart = history.migration(results)
    assert chart is not None and "12 of 52 High accounts left" in chart.title


def test_joins_are_proposed_only_where_more_is_found(results: Results) -> None:
    """A join that finds more when ids are spelt alike is proposed, with both shares; a sound one is not."""
    said = _section(results, "support")
    assert "finds 99 % instead of 0 %" in said
    table = results.table("joins")
    merged = _with(results, "joins", merged_ids=[3] * table.num_rows)
    assert "Proposed" not in _section(merged, "support")
    assert "3 ids would become one with another" in _section(merged, "support")


def test_leak_map_says_what_stays_out_of_tests(results: Results) -> None:
    """Columns as of the build are counted, and the signals that they cost are named."""
    said = _section(results, "support")
    assert "1 tell only how things stood when the table was built" in said or "1 tells only" in said
    assert "because they read one: latest rating." in said


def test_circular_is_shown_only_when_asked_for(results: Results) -> None:
    """The circular figures stand under that name with what they inflate, and nowhere without being asked for."""
    assert "Circular" not in _section(results, "evidence") and "to be quoted for nothing" not in _section(
        results, "evidence"
    )
    table = pa.table({"metric": ["accuracy"], "circular": [0.97], "honest": [0.9]})
    asked = replace(results, tables={**results.tables, "circular": table})
    assert "97 % 90 % +7 points" in _section(asked, "evidence")


def test_a_trend_worse_than_guessing_is_said_to_be_no_better(results: Results) -> None:
    """A macro F1 below that of guessing is no better than guessing in the headline, and poor in the section."""
    table = results.table("backtest_metrics")
    f1 = pc.and_(pc.equal(table["metric"], "macro_f1"), pc.equal(table["method"], "health_blend"))
    weak = _with(results, "backtest_metrics", value=pc.if_else(f1, 0.26, table["value"]).to_pylist())
    assert "at 3 months: no better than guessing by past shares of the classes, which gets 36 %" in _section(
        weak, "in-short"
    )
    assert "poorly" in _section(weak, "trends")


def test_large_populations_are_drawn_within_limits(
    tmp_path: Path, write_results: Callable[..., Path], rows_of: Callable[[object], list[object]]
) -> None:
    """With 6,000 customers no chart carries 5,000 rows, and the scatter says how many it drew."""
    large = read(write_results(tmp_path, 6000))
    charts = [scores.distributions(large), segments.usage_frequency(large), lists.list_length(large)]
    for chart in charts:
        assert chart is not None
        assert 0 < len(rows_of(chart.spec)) < 5000
    assert charts[1] is not None and "Drawn: 2,000 of" in charts[1].reading


def test_value_is_not_told_twice(results: Results) -> None:
    """Where value is minutes, the comparison shows minutes once."""
    shown = [row["signal"] for row in drivers.compared_signals(results)]
    assert "minutes" in shown and "value" not in shown


def test_single_customer(tmp_path: Path, write_results: Callable[..., Path]) -> None:
    """One customer, with evidence tables of one row: nothing divides by zero."""
    assert "1 of 1 account was active" in _section(read(write_results(tmp_path, 1)), "in-short")


def test_every_section_has_words(results: Results, unsupported: Path) -> None:
    """No section is empty, with evidence or without."""
    for one in (results, read(unsupported)):
        for write in SECTIONS:
            assert _words(write(one)).strip(), write.__module__


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.text(max_size=40))
def test_any_text_stays_in_its_table_cell(text: str) -> None:
    """Whatever a customer is called, its Markdown has no line break, open pipe or tag."""
    shown = escaped(text)
    assert len(shown.splitlines()) <= 1
    assert "<" not in shown and ">" not in shown
    assert "|" not in shown.replace("\\|", "")


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.floats(-1e9, 1e9, allow_nan=False))
def test_amounts_keep_three_figures(number: float) -> None:
    """What is shown is within half a per cent of the number."""
    shown = float(numbers.amount(number).replace(",", "").replace("−", "-"))
    assert shown == pytest.approx(number, rel=0.0051, abs=1e-300)
