"""How well each method did on months it had not seen."""

from __future__ import annotations

from valuecast.contracts import baselines
from valuecast.report import measured, target
from valuecast.report.blocks import Block, Grid, Heading, Section, Text, figures
from valuecast.report.charts import evidence as charts
from valuecast.report.charts import lists
from valuecast.report.results import Results
from valuecast.report.sections.leakage import circular, leakage
from valuecast.report.sections.missing import cannot
from valuecast.report.sections.other_definitions import other_definitions
from valuecast.report.sections.sampled import sampled
from valuecast.wording import Claim, Sentence
from valuecast.wording.numbers import UNKNOWN, known
from valuecast.wording.report import evidence as words

MAIN = ("r_precision", "precision", "recall", "accuracy", "auc")


def section(results: Results) -> Section:
    """How each scoring method did against the future."""
    rows = [r for r in results.rows("backtest_metrics") if r["task"] == "identification"]
    if not rows:
        return Section("evidence", words.TITLE, (cannot(results, words.NOT_TESTED),))
    blocks: list[Block] = [Text(_reading(results)), Text(target.in_words(results), "verdict"), *_dimensions(results)]
    blocks += figures(charts.r_precision(results), charts.gains(results))
    blocks += [*_size(results), *figures(charts.differences(results), charts.precision(results))]
    blocks += [*_tables(results), *other_definitions(results), *_confusion(results)]
    blocks += [Heading(words.HOW_LONG), *figures(lists.list_length(results), lists.calibration(results))]
    blocks += [*sampled(results), *leakage(results), *circular(results)]
    return Section("evidence", words.TITLE, tuple(blocks))


def _reading(results: Results) -> Sentence:
    nobody = Claim(1 - results.share, "manifest", "config.high_value_share", rule="one minus it")
    return results.say(words.READING, nobody=nobody, random=measured.at_random(results))


def _dimensions(results: Results) -> list[Block]:
    """The question of the whole: do more dimensions, weighed by hand, name them better than two?"""
    found = measured.figure(results, "weighted", "r_precision")
    if found is None:
        return []
    return [Text(results.say(words.SIX_DIMENSIONS, right=found.interval, compared=measured.compared(found)))]


def _size(results: Results) -> list[Block]:
    """What a test of this size can show at all."""
    least = measured.detectable(results)
    return [] if least is None else [Text(results.say(words.DETECTABLE, least=least), "small")]


def _tables(results: Results) -> list[Block]:
    order = [found.method for found in measured.figures(results, "r_precision")]
    names = sorted(
        {r["method"] for r in results.rows("backtest_metrics") if r["task"] == "identification"},
        key=lambda m: (order.index(m) if m in order else len(order), m),
    )
    grids = (_main(results, names), _compared(results, names), _paired(results, names), _further(results, names))
    return [grid for grid in grids if grid.rows]


def _main(results: Results, methods: list[str]) -> Grid:
    rows = tuple(
        (_label(results, method), *(_beside(results, measured.figure(results, method, metric)) for metric in MAIN))
        for method in methods
    )
    found = measured.figures(results, "precision")
    customers = results.say(words.MAIN_CUSTOMERS, n=found[0].customers) if found else ""
    header = (words.METHOD, *(results.say(words.ONE_METRIC, metric=metric) for metric in MAIN))
    return Grid(results.say(words.MAIN, customers=customers), header, rows, frozenset(range(1, 6)))


def _compared(results: Results, methods: list[str]) -> Grid:
    rows = []
    for method in methods:
        test = measured.figure(results, method, "r_precision")
        before = measured.figure(results, method, "r_precision", split="validation")
        if test is not None or before is not None:
            message = measured.compared(test) if test else UNKNOWN
            rows.append((_label(results, method), _cell(results, before), _cell(results, test), message))
    return Grid(words.COMPARED, words.COMPARED_HEADER, tuple(rows), frozenset({1, 2}))


def _paired(results: Results, methods: list[str]) -> Grid:
    """Every method against each baseline, on the same customers."""
    names, metrics = baselines("identification"), ("r_precision", "average_precision")
    rows = tuple(
        (_label(results, method), *(_gap(results, method, base, metric) for metric in metrics for base in names))
        for method in methods
        if any(measured.against(results, method, base) for base in names)
    )
    titles = (
        results.say(words.PAIRED_COLUMN, metric=metric, baseline=results.named(base))
        for metric in metrics
        for base in names
    )
    return Grid(words.PAIRED, (words.METHOD, *titles), rows, frozenset(range(1, 7)), "backtest_differences")


def _gap(results: Results, method: str, base: str, metric: str) -> str:
    found = measured.against(results, method, base, metric)
    return UNKNOWN if found is None else measured.gap(found)


def _further(results: Results, methods: list[str]) -> Grid:
    taken = {
        r["metric"] for r in results.rows("backtest_metrics") if (r["task"], r["split"]) == ("identification", "test")
    }
    others = sorted(taken - set(MAIN))
    rows = tuple(
        (_label(results, method), *(_short(results, measured.figure(results, method, metric)) for metric in others))
        for method in methods
        if others
    )
    header = (words.METHOD, *(results.say(words.ONE_METRIC, metric=metric) for metric in others))
    return Grid(words.FURTHER, header, rows, frozenset(range(1, len(header))), "backtest_metrics")


def _confusion(results: Results) -> list[Block]:
    table = results.table("hv_predictions_testset")
    if not table.num_rows:
        return []
    pairs = list(zip(table["predicted_high_value"].to_pylist(), table["actual_high_value"].to_pylist(), strict=True))

    def cell(predicted: bool, actual: bool) -> Sentence:
        where = {"predicted_high_value": predicted, "actual_high_value": actual}
        n = results.count("hv_predictions_testset", pairs.count((predicted, actual)), **where)
        return results.say(words.COUNT, n=n)

    rows = (
        (words.PREDICTED, cell(True, True), cell(True, False)),
        (words.NOT_PREDICTED, cell(False, True), cell(False, False)),
    )
    caption = results.say(words.CONFUSION, model=results.name_of(str(table["chosen_model"][0].as_py())))
    return [Grid(caption, words.CONFUSION_HEADER, rows, frozenset({1, 2}))]


def _label(results: Results, method: str) -> str:
    label = results.name_of(method)
    return results.say(words.CHOSEN, method=label) if method == results.model else label


def _beside(results: Results, found: measured.Figure | None) -> str:
    if found is not None and found.metric == "precision":
        return results.say(words.INTERVAL_BESIDE, found=found.interval, mark=results.target)
    return _cell(results, found)


def _cell(results: Results, found: measured.Figure | None) -> str:
    if found is None:
        return UNKNOWN
    if found.metric != "auc":
        return results.say(words.INTERVAL, found=found.interval)
    low, high = (Claim(end, "backtest_metrics", name, found.where) for name, end in found.ends.items())
    return results.say(words.AUC_ALONE if found.low is None else words.AUC, value=found.claim, low=low, high=high)


def _short(results: Results, found: measured.Figure | None) -> str:
    if found is None or not known(found.value):
        return UNKNOWN
    form = next(form for begins, form in words.FURTHER_FORMS.items() if found.metric.startswith(begins))
    return results.say(form, value=found.claim)
