"""What became of customers over time: early warnings, value month by month, which signals lead, who moves most."""

from __future__ import annotations

import pyarrow as pa

from valuecast import actions, trends
from valuecast.config import Config
from valuecast.pipeline import outputs
from valuecast.pipeline.concluding import Tables, rows
from valuecast.pipeline.reading import Activity
from valuecast.pipeline.step import Result
from valuecast.signals import Informative
from valuecast.windows import TODAY, Plan
from valuecast.wording.rows import in_words


def alerts(
    config: Config, customer_tables: Tables, informative: Informative, activity: Activity, plan: Plan
) -> Result[actions.Alerted]:
    """Early warnings, within what the team can look at.

    The rate of false alarms was measured on the use of accounts, minute by minute: it is quoted for nothing else.
    """
    pairs = (
        customer_tables["accounts"].drop_null().sort_by([("customer_id", "ascending"), ("account_id", "descending")])
    )
    found = actions.early_warnings(
        rows(customer_tables["signals"], window_id=TODAY),
        {name: customer_tables[name] for name in ("weeks", "blocks", "champions", "answers")},
        dict(zip(pairs["customer_id"].to_pylist(), pairs["account_id"].to_pylist(), strict=True)),
        as_of=plan.as_of,
        capacity=config.alert_capacity,
        value_name=activity.value_name,
        rates_known=plan.grain == "account" and "minutes" in informative.today,
    )
    return Result(found, {"alerts": in_words(found.alerts, "evidence")}, notes=found.notes)


def history(
    config: Config, customer_tables: Tables, informative: Informative, forecast: trends.Forecast, plan: Plan
) -> Result[None]:
    """Value by month, moves between tiers, cohorts of the best, signals that lead, movers, and the roll-up."""
    days = {window.window_id: window.as_of for window in (*plan.windows, plan.today)}
    index = {day: _index(customer_tables["scores"], window) for window, day in days.items()}
    by_month = trends.value_history(
        customer_tables["months"],
        as_of=plan.as_of,
        past_months=plan.past_months,
        share=config.high_value_share,
        value_index=index,
    )
    indicators = trends.trend_indicators(
        customer_tables["signals"],
        customer_tables["labels"],
        horizons=plan.trend_horizons,
        informative=sorted(informative.past),
    )
    found: Tables = {
        "value_history": by_month,
        "tier_migration": trends.tier_migration(by_month, as_of=plan.as_of),
        "high_value_cohorts": trends.cohorts(by_month),
        "trend_indicators": indicators,
        "trend_movers": outputs.movers(
            trends.movers(forecast.trends, customer_tables["signals"], indicators, chosen=forecast.chosen_method)
        ),
    }
    if plan.grain == "visitor":
        found["account_trends"] = trends.account_trends(forecast.trends, customer_tables["accounts"])
    seen = trends.interruptions(customer_tables["months"], customer_tables["signals"], as_of=plan.as_of)
    return Result(None, found, tuple(seen))


def _index(scores: pa.Table, window: str) -> dict[str, float]:
    known = rows(scores, window_id=window, score="percentile_index").drop_null()
    return dict(zip(known["customer_id"].to_pylist(), known["value"].to_pylist(), strict=True))
