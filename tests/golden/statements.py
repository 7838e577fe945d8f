"""The expressions of a run as text for warehouses that the tests cannot run.

Each statement has a fingerprint in ``fingerprints.txt``, and one a warehouse is here in full, to be read. After a
change that was meant, ``python tests/golden/statements.py`` writes both anew. To read what changed, write every
statement to a folder before and after, and compare: ``python tests/golden/statements.py FOLDER``.
"""

from __future__ import annotations

import hashlib
import importlib
import re
import sys
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np

from valuecast import labels, signals
from valuecast.audit.tables import _aggregates
from valuecast.contracts import CANONICAL, INTERMEDIATE, OUTPUTS, SIGNAL_CATALOGUE, Canonical, InputTable
from valuecast.identification import Scorer, odds, probabilities
from valuecast.identification.calibration import Isotonic
from valuecast.identification.logistic import FittedLogistic
from valuecast.identification.preparation import Preparation
from valuecast.scores import installed
from valuecast.scores.scaling import learn
from valuecast.scores.score import Context, filled
from valuecast.windows import Window, rolling

FOLDER = Path(__file__).parent
FINGERPRINTS = FOLDER / "fingerprints.txt"
DIALECTS = ("snowflake", "bigquery", "databricks", "trino")
EXAMPLE = "labels"
_TYPES = {"string": "string", "date": "date", "int64": "int64", "float64": "float64", "bool": "boolean"}


def expressions() -> dict[str, ir.Table]:
    """What a run computes in the engine, over tables that are named and not opened."""
    today = Window("today", date(2024, 8, 1), date(2024, 11, 1))
    past = rolling(date(2024, 5, 1), today.as_of, 3, 1)[-2:]
    windows = (*past, today)
    tables = _canonical()
    every = frozenset(SIGNAL_CATALOGUE)
    return (
        {
            "anchors": signals.anchors(tables, windows),
            "signals": signals.assemble(tables, _named("anchors"), windows, every, _axes()),
            "labels": labels.labels(
                tables.activity, _named("anchors"), windows, (1, 3), date(2024, 5, 1), today.as_of, 0.2
            ),
            "definitions": labels.other_definitions(
                tables.activity, tables.outcomes, _named("anchors"), past[-1], 3, 0.2
            ),
            "audit_figures": audited(_activity(tables.activity)),
        }
        | _scoring()
        | _scores()
    )


def statement(expression: ir.Table, dialect: str) -> str:
    """One statement, in the words of a warehouse; tables made in memory are numbered in order of appearance."""
    text = raw_statement(expression, dialect)
    text = re.sub(r"(EXCEPT|EXCLUDE) \(([^()]*)\)", _in_order, text)  # Ibis keeps the columns that it drops in a set
    names = dict.fromkeys(re.findall(r"ibis_\w*memtable_\w+", text))
    for number, name in enumerate(names, 1):
        text = text.replace(name, f"in_memory_{number}")
    return text + "\n"


def raw_statement(expression: ir.Table, dialect: str) -> str:
    """One statement with the names that Ibis gives to tables made in memory."""
    compiler = importlib.import_module(f"ibis.backends.sql.compilers.{dialect}").compiler
    text: str = compiler.to_sqlglot(expression).sql(dialect=compiler.dialect, pretty=True)
    return text


def _in_order(match: re.Match[str]) -> str:
    return f"{match[1]} ({', '.join(sorted(part.strip() for part in match[2].split(',')))})"


def statements() -> dict[str, str]:
    """Every statement by the name of its file: ``dialect/expression.sql``."""
    found = expressions()
    return {
        f"{dialect}/{name}.sql": statement(expression, dialect)
        for dialect in DIALECTS
        for name, expression in found.items()
    }


def examples(texts: dict[str, str]) -> dict[str, str]:
    """The statements that are kept in full, one a warehouse."""
    return {name: text for name, text in texts.items() if name.endswith(f"/{EXAMPLE}.sql")}


def fingerprints(texts: dict[str, str]) -> str:
    """One line a statement, as ``sha256sum`` writes and checks them."""
    return "".join(f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in sorted(texts.items()))


def _scoring() -> dict[str, ir.Table]:
    """A logistic model on two signals, one of them logged and sometimes missing, and the curve of its probabilities."""
    names = ("value", "latest_rating")
    flagged, kept, source = np.array([False, True]), np.array([True, True, True]), np.array([0, 1, 1])
    mean, spread = np.array([3.0, 7.5, 0.25]), np.array([1.5, 2.0, 0.5])
    preparation = Preparation(np.array([True, False]), np.array([2.5, 8.0]), mean, spread, flagged, kept, source)
    fitted = FittedLogistic(preparation, np.array([0.75, 0.5, -0.25]), -1.5)
    curve = Isotonic(np.array([0.125, 0.25, 0.5, 0.875]), np.array([0.0625, 0.25, 0.5, 0.75]))
    scorer = Scorer("logistic_l2", names, fitted, curve, 0.625, 0.375)
    kept_odds = ibis.table({"customer_id": "string", "odds": "float64"}, "valuecast_odds")
    return {"odds": odds(scorer, _named("signals")), "probabilities": probabilities(scorer, kept_odds)}


def _scores() -> dict[str, ir.Table]:
    """What all scores share, which a run keeps, and each score from it."""
    context, kept = _context(), dict[str, ir.Table]()

    def keep(name: str, table: ir.Table) -> ir.Table:
        kept[f"scales_{name}"] = table
        return ibis.table(table.schema(), f"valuecast_{name}")

    scales = {item.scale for score in installed() for item in filled(score.parts, context.informative)}
    told = replace(context, scales=learn(_named("signals"), scales, keep))
    return kept | {f"score_{score.name}": score.score(_named("signals"), told) for score in installed()}


def _context() -> Context:
    """A handful of signals has data, and each is as strongly related to what follows as the next."""
    informative = next(score.requires for score in installed() if score.name == "weighted")
    return Context(informative, 0.2, {}, {"today": dict.fromkeys(sorted(informative), 0.5)})


def _canonical() -> Canonical:
    made: dict[str, Any] = {}
    for part in fields(Canonical):
        columns = {c.name: _TYPES[c.type] for c in CANONICAL[part.name].columns}
        made[part.name] = ibis.table(columns | ({"value": "float64"} if part.name == "activity" else {}), part.name)
    return Canonical(**made)


def _named(name: str) -> ir.Table:
    columns = {c.name: _TYPES[c.type] for c in INTERMEDIATE[name].columns}
    measured = dict.fromkeys(SIGNAL_CATALOGUE, "float64") if name == "signals" else {}
    return ibis.table(columns | measured, f"valuecast_{name}")


def _axes() -> ir.Table:
    shape = signals.across(OUTPUTS["use_patterns"].empty()).schema
    return ibis.table({name: "string" if name == "product_feature_id" else "float64" for name in shape.names}, "axes")


def audited(table: InputTable) -> ir.Table:
    """The one aggregate that the audit makes of a table."""
    return table.table.aggregate(**_aggregates(table, list(table.table.columns)))


def _activity(activity: ir.Table) -> InputTable:
    """Days of use, as the audit is told of them."""
    return InputTable(
        "activity",
        "days of use",
        activity,
        key=("customer_id", "day"),
        day="day",
        measures=("minutes", "events"),
        non_negative=("minutes", "events"),
        ranges={"minutes": (0.0, 1440.0)},
    )


def _write(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    made = statements()
    if sys.argv[1:]:
        _write(Path(sys.argv[1]), made)
    else:
        _write(FOLDER, examples(made))
        FINGERPRINTS.write_text(fingerprints(made), encoding="utf-8")
