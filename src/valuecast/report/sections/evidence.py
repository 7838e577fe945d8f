"""How well each method did on months it had not seen."""

from __future__ import annotations

import pyarrow.compute as pc

from valuecast.report import measured, wish
from valuecast.report.blocks import Block, Grid, Heading, Section, Text, figures
from valuecast.report.charts import evidence as charts
from valuecast.report.charts import lists
from valuecast.report.results import Results
from valuecast.report.sections.drawn import drawn
from valuecast.report.sections.missing import cannot
from valuecast.report.sections.other_definitions import other_definitions
from valuecast.report.sections.too_good import circular, leakage
from valuecast.wording.names import METRICS
from valuecast.wording.numbers import (
    UNKNOWN,
    amount,
    count,
    in_points,
    known,
    multiple,
    percent,
    percent_interval,
    plural,
)

MAIN = ("r_precision", "precision", "recall", "accuracy", "auc")


def section(results: Results) -> Section:
    """How each scoring method did against the future."""
    title = "How each method did on months it had not seen"
    rows = [r for r in results.rows("backtest_metrics") if r["task"] == "identification"]
    if not rows:
        return Section("evidence", title, (cannot(results, "No method could be tested on a future."),))
    blocks: list[Block] = [Text(_reading(results)), Text(wish.in_words(results), "verdict")]
    blocks += [Text(text) for text in _dimensions(results)]
    blocks += figures(charts.r_precision(results), charts.gains(results))
    blocks += [*_size(results), *figures(charts.differences(results), charts.precision(results))]
    blocks += [*_tables(results), *other_definitions(results), *_confusion(results)]
    blocks += [
        Heading("How long a list, and how honest a probability"),
        *figures(lists.list_length(results), lists.calibration(results)),
    ]
    blocks += [*drawn(results), *leakage(results), *circular(results)]
    return Section("evidence", title, tuple(blocks))


def _reading(results: Results) -> str:
    nobody = percent(1 - results.share)
    return (
        f"Every figure below is from test months, with a 95 % interval over {results.grain}s. R-precision is "
        "the share of right "
        f"names on a list as long as there are high-value {results.grain}s; precision is the share of right "
        "names among those "
        "whom a method calls high-value by its own rule; recall is the share of the high-value that it finds. Accuracy "
        f"flatters: a rule that names nobody is {nobody} accurate. Naming at random gets "
        f"{percent(measured.at_random(results))} of the names right. Overlap with an older list is not precision, "
        "because "
        "two wrong lists can agree."
    )


def _dimensions(results: Results) -> list[str]:
    """The question of the whole: do more dimensions, weighed by hand, name them better than two?"""
    found = measured.figure(results, "weighted", "r_precision")
    if found is None:
        return []
    span = percent_interval(found.value, found.low, found.high)
    return [f"The weighted score of six dimensions gets an R-precision of {span}: {measured.compared(found)}."]


def _tables(results: Results) -> list[Block]:
    order = [found.method for found in measured.figures(results, "r_precision")]
    names = sorted(
        {r["method"] for r in results.rows("backtest_metrics") if r["task"] == "identification"},
        key=lambda m: (order.index(m) if m in order else len(order), m),
    )
    return [grid for grid in _grids(results, names) if grid.rows]


def _grids(results: Results, names: list[str]) -> tuple[Grid, ...]:
    return (_main(results, names), _compared(results, names), _paired(results, names), _other(results, names))


def _size(results: Results) -> list[Block]:
    """What a test of this size can show at all."""
    least = measured.detectable(results)
    if least is None:
        return []
    said = (
        f"In a test of this size a gain of {in_points(least).lstrip('+')} in right names would be told from chance in "
        "any case; a smaller one only where two lists are much alike. A small gain may be real and not be seen."
    )
    return [Text(said, "small")]


def _paired(results: Results, methods: list[str]) -> Grid:
    """Every method against each simple way, on the same customers."""
    rows = tuple(
        (
            _label(results, method),
            *(
                UNKNOWN if (found := measured.against(results, method, base, metric)) is None else measured.gap(found)
                for metric in ("r_precision", "average_precision")
                for base in charts.BASELINES
            ),
        )
        for method in methods
        if any(measured.against(results, method, base) for base in charts.BASELINES)
    )
    header = (
        "method",
        *(
            f"{short}: over {results.named(base)}"
            for short in ("R-precision", "average precision")
            for base in charts.BASELINES
        ),
    )
    caption = "Each method minus each simpler way, on the same customers of the test months [points]"
    return Grid(caption, header, rows, frozenset(range(1, 7)), "backtest_differences")


def _main(results: Results, methods: list[str]) -> Grid:
    rows = tuple(
        (_label(results, method), *(_beside(results, measured.figure(results, method, metric)) for metric in MAIN))
        for method in methods
    )
    n = measured.figures(results, "precision")
    stands = f", {plural(n[0].n, results.grain)}" if n else ""
    header = ("method", *(METRICS[metric] for metric in MAIN))
    return Grid(f"On the test months{stands}", header, rows, frozenset(range(1, 6)))


def _compared(results: Results, methods: list[str]) -> Grid:
    rows = []
    for method in methods:
        test = measured.figure(results, method, "r_precision")
        before = measured.figure(results, method, "r_precision", split="validation")
        if test is None and before is None:
            continue
        told = (
            "what the others are compared with"
            if method == measured.BASELINE
            else measured.compared(test)
            if test
            else UNKNOWN
        )
        rows.append((_label(results, method), _cell(before), _cell(test), told))
    header = ("method", "validation", "test", "on the test months")
    return Grid(
        "R-precision: validation months, on which choices were made, and test months",
        header,
        tuple(rows),
        frozenset({1, 2}),
    )


def _other(results: Results, methods: list[str]) -> Grid:
    taken = {
        r["metric"] for r in results.rows("backtest_metrics") if (r["task"], r["split"]) == ("identification", "test")
    }
    others = sorted(taken - set(MAIN))
    rows = tuple(
        (_label(results, method), *(_short(metric, measured.figure(results, method, metric)) for metric in others))
        for method in methods
    )
    header = ("method", *(METRICS.get(metric, metric.replace("_", " ")) for metric in others))
    return (
        Grid("Further measures on the test months", header, rows, frozenset(range(1, len(header))), "backtest_metrics")
        if others
        else Grid("", (), ())
    )


def _confusion(results: Results) -> list[Block]:
    table = results.table("hv_predictions_testset")
    if not table.num_rows:
        return []
    called, was = table["predicted_high_value"], table["actual_high_value"]

    def cell(named: bool, actual: bool) -> str:
        both = pc.and_(pc.equal(called, named), pc.equal(was, actual))
        return count(int(pc.sum(both).as_py() or 0))

    rows = (
        ("named high-value", cell(True, True), cell(True, False)),
        ("not named", cell(False, True), cell(False, False)),
    )
    model = results.name_of(str(table["chosen_model"][0].as_py()))
    caption = f"{model} at its threshold, test months: what was said, and what happened"
    return [Grid(caption, ("", "turned out high-value", "did not"), rows, frozenset({1, 2}))]


def _label(results: Results, method: str) -> str:
    return f"{results.name_of(method)} (chosen)" if method == results.model else results.name_of(method)


def _beside(results: Results, found: measured.Figure | None) -> str:
    if found is not None and found.metric == "precision":
        return wish.beside(found, results.target)
    return _cell(found)


def _cell(found: measured.Figure | None) -> str:
    if found is None:
        return UNKNOWN
    if found.metric == "auc":
        bounds = f" ({found.low:.3f} to {found.high:.3f})" if found.low is not None and found.high is not None else ""
        return f"{found.value:.3f}{bounds}"
    return percent_interval(found.value, found.low, found.high)


def _short(metric: str, found: measured.Figure | None) -> str:
    if found is None or not known(found.value):
        return UNKNOWN
    if metric.startswith("lift"):
        return multiple(found.value)
    return amount(found.value) if metric.startswith("brier") else percent(found.value)
