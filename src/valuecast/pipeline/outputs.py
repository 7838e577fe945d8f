"""The tables that a run writes, in the shape in which people read them: mostly one row a customer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from valuecast import actions, audit, identification, scores, segments, trends
from valuecast.config import Config
from valuecast.contracts import OUTPUTS, SIGNAL_CATALOGUE, Finding
from valuecast.contracts.methods import rows_of
from valuecast.pipeline.assessing import Planned, plan_of
from valuecast.pipeline.concluding import Evidence, Tables, first_trend, rows
from valuecast.signals import Usable
from valuecast.windows import TODAY
from valuecast.wording.movers import drivers


def findings_table(findings: Sequence[Finding]) -> pa.Table:
    """Findings as contract ``findings``."""
    names = OUTPUTS["findings"].names
    return pa.Table.from_pylist(
        [{name: getattr(finding, name) for name in names} for finding in findings],
        schema=OUTPUTS["findings"].empty().schema,
    )


def audit_tables(inspection: audit.Inspection, planned: Planned, findings: Sequence[Finding]) -> Tables:
    """What the audit alone can give."""
    found = {
        "findings": findings_table(findings),
        "inventory": inspection.inventory,
        "joins": inspection.joins,
        "column_figures": inspection.column_figures,
    }
    windows = {"coverage": planned.coverage, "candidate_windows": planned.candidates}
    return found | {name: table for name, table in windows.items() if table is not None}


def today_tables(
    config: Config,
    brought: Tables,
    usable: Usable,
    segmented: segments.Segmented,
    forecasted: trends.Forecast,
    acted: actions.Acted,
    planned: Planned,
    identified: identification.Identified,
) -> Tables:
    """What can be said of today without any evidence."""
    signals = rows(brought["signals"], window_id=TODAY)
    accounts = brought["accounts"]
    high = high_today(brought, identified)
    plan = plan_of(planned)
    return {
        "value_scores": _value_scores(brought, signals, accounts, planned),
        "score_parts": brought["score_parts"],
        "methods": pa.Table.from_pylist(rows_of(scores.methods()), schema=OUTPUTS["methods"].empty().schema),
        "segments": _segments(segmented, accounts, forecasted),
        "segment_profiles": segmented.profiles,
        "signals_today": signals.drop_columns(["window_id"]),
        "signal_dictionary": _dictionary(usable),
        "signal_correlations": segments.signal_correlations(signals, usable.today),
        "high_value_comparison": segments.compare(
            signals, high, usable.today, bootstrap=config.bootstrap, rng=np.random.default_rng(config.seed)
        ),
        f"value_trends_all_{plan.grain}s": _trends(forecasted, accounts, planned),
        "actions": acted.actions,
        "playbooks": acted.playbooks,
    }


def movers(found: pa.Table) -> pa.Table:
    """Those who rise and fall most, with what speaks for it in words."""
    words = pa.array([drivers(each) for each in found["drivers"].to_pylist()], pa.string())
    place = found.column_names.index("drivers")
    return OUTPUTS["trend_movers"].conform(found.set_column(place, "drivers", words))


def evidence_tables(
    brought: Tables, identified: identification.Identified, evidence: Evidence, planned: Planned
) -> Tables:
    """What was measured, and the predictions that it was measured for."""
    if identified.chosen is None:
        return {}
    return {
        "hv_predictions_testset": _tested(brought, identified, planned),
        "hv_predictions_today": _predicted(brought, identified, planned),
        "hv_contributions_today": identified.contributions_today,
        "feature_importances": identified.importances,
        "dimension_importances": identified.dimension_importances,
        "ablation": evidence.ablation,
        "backtest_windows": evidence.windows,
        "backtest_metrics": evidence.metrics,
        "backtest_differences": evidence.differences,
        "other_definitions": evidence.other_definitions,
        "calibration": evidence.calibration,
    } | ({} if evidence.circular is None else {"circular": evidence.circular})


def _joined(left: pa.Table, right: pa.Table, key: str = "customer_id") -> pa.Table:
    return left.join(right, key, join_type="left outer", use_threads=False)


def high_today(brought: Tables, identified: identification.Identified) -> frozenset[str]:
    """Customers called high-value today by the chosen model, or by the weighted score's rule where there is none."""
    called = (
        rows(brought["scores"], window_id=TODAY, score="weighted")
        if identified.chosen is None
        else rows(identified.predictions, window_id=TODAY, model=identified.chosen)
    )
    return frozenset(called.filter(pc.fill_null(called["high_value"], False))["customer_id"].to_pylist())


def _value_scores(brought: Tables, signals: pa.Table, accounts: pa.Table, planned: Planned) -> pa.Table:
    plan = plan_of(planned)
    table = signals.select(["customer_id", "active", "value"]).rename_columns(["customer_id", "active", "past_value"])
    table = _joined(table, accounts).append_column("as_of", pa.array([plan.as_of] * table.num_rows, pa.date32()))
    today = rows(brought["scores"], window_id=TODAY)
    for name in sorted(set(today["score"].to_pylist())):
        one = rows(today, score=name).select(["customer_id", "value", "high_value"])
        table = _joined(table, one.rename_columns(["customer_id", name, f"{name}_high_value"]))
    return table


def _segments(segmented: segments.Segmented, accounts: pa.Table, forecasted: trends.Forecast) -> pa.Table:
    trend = first_trend(forecasted).select(["customer_id", "predicted_class"])
    return _joined(_joined(segmented.segments, accounts), trend.rename_columns(["customer_id", "trend_class"]))


def _trends(forecasted: trends.Forecast, accounts: pa.Table, planned: Planned) -> pa.Table:
    today = rows(forecasted.trends, window_id=TODAY)
    today = _joined(today, accounts)
    index, predicted = today["value_index"], today["predicted_score"]
    today = today.append_column("delta", pc.subtract(predicted, index))
    today = today.append_column("as_of", pa.array([plan_of(planned).as_of] * today.num_rows, pa.date32()))
    today = today.append_column("trend_class", today["predicted_class"])
    pairs = zip(today["horizon_months"].to_pylist(), today["method"].to_pylist(), strict=True)
    chosen = [forecasted.chosen_method.get(horizon) == method for horizon, method in pairs]
    today = today.append_column("chosen", pa.array(chosen, pa.bool_()))
    return today.select(OUTPUTS["value_trends_all_accounts"].names)


def _tested(brought: Tables, identified: identification.Identified, planned: Planned) -> pa.Table:
    test = rows(identified.predictions, role="test")
    chosen = rows(test, model=identified.chosen)
    table = chosen.select(["window_id", "customer_id", "probability", "high_value"])
    table = table.rename_columns(["window_id", "customer_id", "probability", "predicted_high_value"])
    plan = plan_of(planned)
    as_of = {window.window_id: window.as_of for window in plan.windows}
    table = table.append_column("as_of", pa.array([as_of[w] for w in table["window_id"].to_pylist()], pa.date32()))
    table = table.append_column("chosen_model", pa.array([identified.chosen] * table.num_rows, pa.string()))
    window = table["window_id"][0].as_py() if table.num_rows else ""
    actual = rows(brought["labels"], window_id=window, horizon_months=plan.horizon)
    actual = actual.select(["customer_id", "high_value", "future_value"])
    table = _joined(table, actual.rename_columns(["customer_id", "actual_high_value", "future_value"]))
    for model in sorted(set(test["model"].to_pylist())):
        one = rows(test, model=model).select(["customer_id", "probability"])
        table = _joined(table, one.rename_columns(["customer_id", f"probability_{model}"]))
    return table


def _predicted(brought: Tables, identified: identification.Identified, planned: Planned) -> pa.Table:
    today = rows(identified.predictions, window_id=TODAY, model=identified.chosen)
    table = today.select(["customer_id", "probability", "high_value", "model"])
    table = table.rename_columns(["customer_id", "probability", "predicted_high_value", "model"])
    table = _joined(_joined(table, brought["accounts"]), identified.reasons_today)
    for name in ("reasons", "would_change"):
        table = table.set_column(table.column_names.index(name), name, pc.fill_null(table[name], ""))
    return table.append_column("as_of", pa.array([plan_of(planned).as_of] * table.num_rows, pa.date32()))


def _dictionary(usable: Usable) -> pa.Table:
    return pa.Table.from_pylist(
        [
            {
                "signal": signal.name,
                "dimension": signal.dimension,
                "unit": signal.unit,
                "null_policy": signal.null_policy,
                "meaning": signal.meaning,
                "used_in_scores": signal.name in usable.today,
                "used_in_models": signal.name in usable.past,
            }
            for signal in SIGNAL_CATALOGUE.values()
        ],
        schema=OUTPUTS["signal_dictionary"].empty().schema,
    )
