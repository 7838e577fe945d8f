"""Who the valuable customers are, and what sets them apart."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from valuecast.report.blocks import Block, Grid, Heading, Section, Text, figures
from valuecast.report.charts import drivers, scores
from valuecast.report.results import Results, beside
from valuecast.report.sections.missing import cannot
from valuecast.report.sections.scores import made_of, main_score
from valuecast.report.sections.unknowns import unknowns
from valuecast.wording.names import signal_name
from valuecast.wording.numbers import UNKNOWN, amount, in_one_style, known, multiple, percent, plural, sentence

LISTED = 15


def section(results: Results) -> Section:
    """Who is valuable, and why."""
    blocks: list[Block] = [*_top(results)]
    if results.has("high_value_comparison"):
        blocks += [Heading("What sets them apart"), *figures(drivers.multiples(results)), _multiples(results)]
    if scores.names(results):
        blocks += [Heading("The scores, and what makes them up"), *made_of(results), *unknowns(results)]
    return Section("valuable", "Who the valuable customers are, and why", tuple(blocks))


def _top(results: Results) -> list[Block]:
    score = main_score(results)
    if results.has("hv_predictions_today"):
        usual = f"In the reasons, usual is what is usual for {results.grain}s here, not for the {results.grain} itself."
        return [Text(_named_by_model(results)), Text(usual, "small"), _predicted(results, score)]
    if score is None:
        return [cannot(results, f"No {results.grain} could be scored.")]
    said = (
        f"No model could be fitted, so {results.grain}s are ranked by {results.named(score)}: a description of the "
        "past, not tested on a future."
    )
    return [cannot(results, said), _scored(results, score)]


def _named_by_model(results: Results) -> str:
    today = results.table("hv_predictions_today")
    likely = int(pc.sum(today["predicted_high_value"]).as_py() or 0)
    threshold = results.get("choices", "threshold")
    limit = f" at a probability of {percent(threshold)} or more" if threshold is not None else ""
    note = results.get("choices", "threshold_note", "")
    model = results.named(results.model or "the model")
    return (
        f"{model[:1].upper()}{model[1:]} names "
        f"{plural(likely, results.grain)} as likely high-value over the coming {results.horizon} months{limit}. "
        + (f"The threshold was chosen on validation months, its aim {_ended(note)}" if note else "")
    ).strip()


def _ended(note: str) -> str:
    return note if note.endswith(".") else f"{note}."


def _predicted(results: Results, score: str | None) -> Grid:
    today = results.table("hv_predictions_today")
    columns = ["past_value", *([score] if score else [])]
    scored = beside(today, results.table("value_scores"), columns)
    ranked = scored.sort_by([("probability", "descending"), ("past_value", "descending"), ("customer_id", "ascending")])
    best = beside(ranked.slice(0, LISTED), results.table("segments"), ["tier", "trend_class"])
    rows = tuple(
        (
            *_who(results, row),
            percent(row["probability"]) + ("" if row["predicted_high_value"] else " (below threshold)"),
            amount(row["past_value"]),
            *((told,) if score else ()),
            row["tier"] or UNKNOWN,
            row["trend_class"] or UNKNOWN,
            sentence(row["reasons"]),
        )
        for row, told in zip(best.to_pylist(), _scores(best, score), strict=True)
    )
    header = (
        *_who_header(results),
        "probability",
        f"{results.value_name}, past window",
        *((results.name_of(score).lower(),) if score else ()),
        "tier",
        "trend",
        "why",
    )
    first = len(_who_header(results))
    numeric = frozenset(range(first, first + 2 + bool(score)))
    return Grid(f"The {plural(len(rows), results.grain)} most likely to be high-value", header, rows, numeric)


def _scored(results: Results, score: str) -> Grid:
    best = beside(scores.top(results, score, LISTED), results.table("segments"), ["tier"])
    rows = tuple(
        (*_who(results, row), told, amount(row["past_value"]), row["tier"] or UNKNOWN)
        for row, told in zip(best.to_pylist(), _scores(best, score), strict=True)
    )
    header = (*_who_header(results), results.name_of(score).lower(), f"{results.value_name}, past window", "tier")
    first = len(_who_header(results))
    return Grid(f"Highest by {results.named(score)}", header, rows, frozenset({first, first + 1}))


def _scores(table: pa.Table, score: str | None) -> tuple[str, ...]:
    return in_one_style(table[score].to_pylist()) if score else ("",) * table.num_rows


def _multiples(results: Results) -> Grid:
    rows = tuple(
        (
            signal_name(row["signal"]),
            row["meaning"],
            amount(row["high_value_mean"]),
            amount(row["rest_mean"]),
            multiple(row["multiple"]),
            f"{multiple(row['low'])} to {multiple(row['high'])}" if known(row["low"]) else UNKNOWN,
        )
        for row in drivers.compared_signals(results)
    )
    header = ("signal", "what it is", "high-value, mean", "rest, mean", "ratio", "95 % interval")
    return Grid(
        f"{drivers.high_value(results)} against the rest",
        header,
        rows,
        frozenset({2, 3, 4, 5}),
        "high_value_comparison",
    )


def _who(results: Results, row: dict[str, object]) -> tuple[str, ...]:
    return (
        (str(row["customer_id"]), str(row["account_id"] or UNKNOWN))
        if results.grain == "visitor"
        else (str(row["customer_id"]),)
    )


def _who_header(results: Results) -> tuple[str, ...]:
    return (results.grain, "account") if results.grain == "visitor" else (results.grain,)
