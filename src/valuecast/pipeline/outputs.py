"""The tables that a run writes, in the shape in which people read them: mostly one row a customer."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from valuecast import identification, scores, segments, trends
from valuecast.config import Config
from valuecast.contracts import OUTPUTS, SIGNAL_CATALOGUE
from valuecast.contracts.methods import rows_of
from valuecast.contracts.streams import stream
from valuecast.pipeline.concluding import Tables, first_trend, rows
from valuecast.pipeline.step import Result
from valuecast.signals import Informative
from valuecast.windows import TODAY, Plan
from valuecast.wording.findings import Message
from valuecast.wording.rows import in_words
from valuecast.wording.rows.trends import drivers


def findings_table(findings: Sequence[Message]) -> pa.Table:
    """Findings as contract ``findings``."""
    names = OUTPUTS["findings"].names
    return pa.Table.from_pylist(
        [{name: getattr(finding, name) for name in names} for finding in findings],
        schema=OUTPUTS["findings"].empty().schema,
    )


def today_tables(
    config: Config,
    customer_tables: Tables,
    informative: Informative,
    segmentation: segments.Segmented,
    forecast: trends.Forecast,
    predictions: identification.Identified,
    plan: Plan,
) -> Result[None]:
    """What can be said of today without any evidence."""
    signals, accounts = rows(customer_tables["signals"], window_id=TODAY), customer_tables["accounts"]
    high = high_today(customer_tables, predictions)
    tables = {
        "value_scores": _value_scores(customer_tables, signals, accounts, plan),
        "score_parts": customer_tables["score_parts"],
        "methods": pa.Table.from_pylist(rows_of(scores.methods()), schema=OUTPUTS["methods"].empty().schema),
        "segments": _segments(segmentation, accounts, forecast),
        "signals_today": signals.drop_columns(["window_id"]),
        "signal_dictionary": _dictionary(informative),
        "signal_correlations": segments.signal_correlations(signals, informative.today),
        "high_value_comparison": segments.compare(
            signals,
            high,
            informative.today,
            bootstrap=config.bootstrap,
            rng=stream("comparison_intervals", config.seed),
        ),
        f"value_trends_all_{plan.grain}s": _trends(forecast, accounts, plan),
    }
    return Result(None, tables)


def prediction_tables(customer_tables: Tables, predictions: identification.Identified, plan: Plan) -> Result[None]:
    """What the chosen model said of the test window, and says of today; nothing where none could be chosen."""
    if predictions.chosen is None:
        return Result(None)
    tables = {
        "hv_predictions_testset": _tested(customer_tables, predictions, plan),
        "hv_predictions_today": _predicted(customer_tables, predictions, plan),
    }
    return Result(None, tables)


def movers(found: pa.Table) -> pa.Table:
    """Those who rise and fall most, with what speaks for it in words."""
    words = pa.array([drivers(each) for each in found["drivers"].to_pylist()], pa.string())
    place = found.column_names.index("drivers")
    return OUTPUTS["trend_movers"].conform(found.set_column(place, "drivers", words))


def _joined(left: pa.Table, right: pa.Table, key: str = "customer_id") -> pa.Table:
    return left.join(right, key, join_type="left outer", use_threads=False)


def high_today(customer_tables: Tables, predictions: identification.Identified) -> frozenset[str]:
    """Customers called high-value today by the chosen model, or by the weighted score's rule where there is none."""
    called = (
        rows(customer_tables["scores"], window_id=TODAY, score="weighted")
        if predictions.chosen is None
        else rows(predictions.predictions, window_id=TODAY, model=predictions.chosen)
    )
    return frozenset(called.filter(pc.fill_null(called["high_value"], False))["customer_id"].to_pylist())


def _value_scores(customer_tables: Tables, signals: pa.Table, accounts: pa.Table, plan: Plan) -> pa.Table:
    table = signals.select(["customer_id", "active", "value"]).rename_columns(["customer_id", "active", "past_value"])
    table = _joined(table, accounts).append_column("as_of", pa.array([plan.as_of] * table.num_rows, pa.date32()))
    today = rows(customer_tables["scores"], window_id=TODAY)
    for name in sorted(set(today["score"].to_pylist())):
        one = rows(today, score=name).select(["customer_id", "value", "high_value"])
        table = _joined(table, one.rename_columns(["customer_id", name, f"{name}_high_value"]))
    return table


def _segments(segmentation: segments.Segmented, accounts: pa.Table, forecast: trends.Forecast) -> pa.Table:
    trend = first_trend(forecast).select(["customer_id", "predicted_class"])
    return _joined(_joined(segmentation.segments, accounts), trend.rename_columns(["customer_id", "trend_class"]))


def _trends(forecast: trends.Forecast, accounts: pa.Table, plan: Plan) -> pa.Table:
    today = rows(forecast.trends, window_id=TODAY)
    today = _joined(today, accounts)
    index, predicted = today["value_index"], today["predicted_score"]
    today = today.append_column("delta", pc.subtract(predicted, index))
    today = today.append_column("as_of", pa.array([plan.as_of] * today.num_rows, pa.date32()))
    today = today.append_column("trend_class", today["predicted_class"])
    pairs = zip(today["horizon_months"].to_pylist(), today["method"].to_pylist(), strict=True)
    chosen = [forecast.chosen_method.get(horizon) == method for horizon, method in pairs]
    today = today.append_column("chosen", pa.array(chosen, pa.bool_()))
    return today.select(OUTPUTS["value_trends_all_accounts"].names)


def _tested(customer_tables: Tables, predictions: identification.Identified, plan: Plan) -> pa.Table:
    test = rows(predictions.predictions, role="test")
    chosen = rows(test, model=predictions.chosen)
    table = chosen.select(["window_id", "customer_id", "probability", "high_value"])
    table = table.rename_columns(["window_id", "customer_id", "probability", "predicted_high_value"])
    as_of = {window.window_id: window.as_of for window in plan.windows}
    table = table.append_column("as_of", pa.array([as_of[w] for w in table["window_id"].to_pylist()], pa.date32()))
    table = table.append_column("chosen_model", pa.array([predictions.chosen] * table.num_rows, pa.string()))
    window = table["window_id"][0].as_py() if table.num_rows else ""
    actual = rows(customer_tables["labels"], window_id=window, horizon_months=plan.horizon)
    actual = actual.select(["customer_id", "high_value", "future_value"])
    table = _joined(table, actual.rename_columns(["customer_id", "actual_high_value", "future_value"]))
    for model in sorted(set(test["model"].to_pylist())):
        one = rows(test, model=model).select(["customer_id", "probability"])
        table = _joined(table, one.rename_columns(["customer_id", f"probability_{model}"]))
    return table


def _predicted(customer_tables: Tables, predictions: identification.Identified, plan: Plan) -> pa.Table:
    today = rows(predictions.predictions, window_id=TODAY, model=predictions.chosen)
    table = today.select(["customer_id", "probability", "high_value", "model"])
    table = table.rename_columns(["customer_id", "probability", "predicted_high_value", "model"])
    reasons = in_words(predictions.reasons_today, "reasons", "would_change")
    table = _joined(_joined(table, customer_tables["accounts"]), reasons)
    for name in ("reasons", "would_change"):
        table = table.set_column(table.column_names.index(name), name, pc.fill_null(table[name], ""))
    return table.append_column("as_of", pa.array([plan.as_of] * table.num_rows, pa.date32()))


def _dictionary(informative: Informative) -> pa.Table:
    return pa.Table.from_pylist(
        [
            {
                "signal": signal.name,
                "dimension": signal.dimension,
                "unit": signal.unit,
                "null_policy": signal.null_policy,
                "meaning": signal.meaning,
                "used_in_scores": signal.name in informative.today,
                "used_in_models": signal.name in informative.past,
            }
            for signal in SIGNAL_CATALOGUE.values()
        ],
        schema=OUTPUTS["signal_dictionary"].empty().schema,
    )
