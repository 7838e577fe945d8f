"""Who the valuable customers are, and what sets them apart."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from valuecast.contracts import DIMENSIONS
from valuecast.report.blocks import Block, Grid, Heading, Section, Text, bullets, figures
from valuecast.report.charts import drivers, scores
from valuecast.report.measured import BASELINE
from valuecast.report.results import Results, beside
from valuecast.report.sections.missing import cannot
from valuecast.report.words import (
    UNKNOWN,
    amount,
    listed,
    multiple,
    name_of,
    named,
    percent,
    plural,
    sentence,
    signal_name,
)

LISTED = 15


def section(results: Results) -> Section:
    """Who is valuable, and why."""
    blocks: list[Block] = [*_top(results)]
    if results.has("high_value_comparison"):
        blocks += [Heading("What sets them apart"), *figures(drivers.multiples(results)), _multiples(results)]
    if scores.names(results):
        blocks += [Heading("The scores, and what makes them up"), *_scores(results)]
    return Section("valuable", "Who the valuable customers are, and why", tuple(blocks))


def main_score(results: Results) -> str | None:
    """The score that is shown in detail: the weighted one, else the 2-D score, else the first there is."""
    given = scores.names(results)
    return next((name for name in ("weighted", BASELINE) if name in given), next(iter(given), None))


def _top(results: Results) -> list[Block]:
    score = main_score(results)
    if results.has("hv_predictions_today"):
        return [Text(_named_by_model(results)), _predicted(results, score)]
    if score is None:
        return [cannot(results, f"No {results.grain} could be scored.")]
    said = (
        f"No model could be fitted, so {results.grain}s are ranked by {named(score)}: a description of the "
        "past, not tested on a future."
    )
    return [cannot(results, said), _scored(results, score)]


def _named_by_model(results: Results) -> str:
    today = results.table("hv_predictions_today")
    likely = int(pc.sum(today["predicted_high_value"]).as_py() or 0)
    threshold = results.get("choices", "threshold")
    limit = f" at a probability of {percent(threshold)} or more" if threshold is not None else ""
    note = results.get("choices", "threshold_note", "")
    return (
        f"{named(results.model or 'the model')[:1].upper()}{named(results.model or 'the model')[1:]} names "
        f"{plural(likely, results.grain)} as likely high-value over the coming {results.horizon} months{limit}. "
        + (f"The threshold was chosen on validation months, its aim {_ended(note)}" if note else "")
    ).strip()


def _ended(note: str) -> str:
    return note if note.endswith(".") else f"{note}."


def _predicted(results: Results, score: str | None) -> Grid:
    today = results.table("hv_predictions_today")
    best = today.sort_by([("probability", "descending"), ("customer_id", "ascending")]).slice(0, LISTED)
    columns = ["past_value", *([score] if score else [])]
    best = (
        beside(best, results.table("value_scores"), columns) if results.has("value_scores") else _without(best, columns)
    )
    best = beside(best, results.table("segments"), ["tier", "trend_class"])
    rows = tuple(
        (
            *_who(results, row),
            percent(row["probability"]) + ("" if row["predicted_high_value"] else " (below threshold)"),
            amount(row["past_value"]),
            *((amount(row[score]),) if score else ()),
            row["tier"] or UNKNOWN,
            row["trend_class"] or UNKNOWN,
            sentence(row["reasons"]),
        )
        for row in best.to_pylist()
    )
    header = (
        *_who_header(results),
        "probability",
        f"{results.value_name}, past window",
        *((name_of(score).lower(),) if score else ()),
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
        (*_who(results, row), amount(row[score]), amount(row["past_value"]), row["tier"] or UNKNOWN)
        for row in best.to_pylist()
    )
    header = (*_who_header(results), name_of(score).lower(), f"{results.value_name}, past window", "tier")
    first = len(_who_header(results))
    return Grid(f"Highest by {named(score)}", header, rows, frozenset({first, first + 1}))


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
    return Grid(f"Likely high-value {results.grain}s against the rest", header, rows, frozenset({2, 3, 4, 5}))


def _scores(results: Results) -> list[Block]:
    blocks: list[Block] = [Text(_left_out(results))]
    score = main_score(results)
    if score:
        blocks += [*figures(scores.contributions(results, score))]
    weights = _weights(results)
    blocks += [weights] if weights else []
    said = [(name_of(prefix), sentence(rest)) for prefix, rest in _notes(results)]
    blocks += bullets(said)
    blocks += figures(scores.distributions(results), scores.overlap(results))
    return blocks


def _left_out(results: Results) -> str:
    given = results.get("plan", "score_dimensions")
    missing = [d for d in DIMENSIONS if given is not None and d not in given]
    if not missing:
        return "A score is a number computed by a written rule. Every dimension that the scores ask for has data today."
    return (
        f"A score is a number computed by a written rule. Dimensions without data today: {listed(missing)}. A "
        "score that "
        "would use them leaves them out and its other weights are scaled up; the weights in force are below."
    )


def _weights(results: Results) -> Grid | None:
    table = results.table("score_parts")
    if not table.num_rows:
        return None
    mean = table.group_by(["score", "part", "dimension", "weight"], use_threads=False).aggregate(
        [("contribution", "mean")]
    )
    order = list(scores.names(results))
    found = sorted(
        (row for row in mean.to_pylist() if row["score"] in order),
        key=lambda r: (order.index(r["score"]), -(r["weight"] or 0.0), r["part"]),
    )
    rows = tuple(
        (
            name_of(r["score"]),
            r["part"].replace("_", " "),
            r["dimension"],
            percent(r["weight"]) if r["weight"] is not None else "learned",
            amount(r["contribution_mean"]),
        )
        for r in found
    )
    header = ("score", "part", "dimension", "weight in force", "adds on average [points]")
    return Grid("What each score is made of today", header, rows, frozenset({3, 4})) if rows else None


def _notes(results: Results) -> list[tuple[str, str]]:
    given = set(scores.names(results)) | set(results.table("score_parts")["score"].to_pylist())
    split = [note.partition(": ") for note in results.texts("notes")]
    return [(prefix, rest) for prefix, _, rest in split if prefix in given and rest]


def _who(results: Results, row: dict[str, object]) -> tuple[str, ...]:
    return (
        (str(row["customer_id"]), str(row["account_id"] or UNKNOWN))
        if results.grain == "visitor"
        else (str(row["customer_id"]),)
    )


def _who_header(results: Results) -> tuple[str, ...]:
    return (results.grain, "account") if results.grain == "visitor" else (results.grain,)


def _without(table: pa.Table, columns: list[str]) -> pa.Table:
    for column in columns:
        table = table.append_column(column, pa.nulls(table.num_rows, pa.float64()))
    return table
