"""What is followed over time: early warnings, value month by month, which signals lead, who moves most."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from valuecast import actions, trends
from valuecast.config import Config
from valuecast.contracts import Finding, Note
from valuecast.pipeline import outputs
from valuecast.pipeline.assessing import Planned, Valued, plan_of
from valuecast.pipeline.concluding import Tables, rows
from valuecast.signals import Usable
from valuecast.windows import TODAY


@dataclass(frozen=True)
class Followed:
    """Output tables by name, findings on the series, and notes."""

    tables: Tables
    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()


def warn(config: Config, brought: Tables, usable: Usable, valued: Valued, planned: Planned) -> actions.Alerted:
    """Early warnings, within what the team can look at.

    The rate of false alarms was measured on the use of accounts, minute by minute: it is quoted for nothing else.
    """
    plan = plan_of(planned)
    pairs = brought["accounts"].drop_null().sort_by([("customer_id", "ascending"), ("account_id", "descending")])
    return actions.early_warnings(
        rows(brought["signals"], window_id=TODAY),
        {name: brought[name] for name in ("weeks", "blocks", "champions", "answers")},
        dict(zip(pairs["customer_id"].to_pylist(), pairs["account_id"].to_pylist(), strict=True)),
        as_of=plan.as_of,
        capacity=config.alert_capacity,
        value_name=valued.value_name,
        rates_known=plan.grain == "account" and "minutes" in usable.today,
    )


def follow(config: Config, brought: Tables, usable: Usable, forecasted: trends.Forecast, planned: Planned) -> Followed:
    """Value by month, moves between tiers, cohorts of the best, signals that lead, movers, and the roll-up."""
    plan = plan_of(planned)
    days = {window.window_id: window.as_of for window in (*plan.windows, plan.today)}
    index = {day: _index(brought["scores"], window) for window, day in days.items()}
    history = trends.value_history(
        brought["months"],
        as_of=plan.as_of,
        past_months=plan.past_months,
        share=config.high_value_share,
        value_index=index,
    )
    indicators = trends.trend_indicators(
        brought["signals"], brought["labels"], horizons=plan.trend_horizons, usable=sorted(usable.past)
    )
    found: Tables = {
        "value_history": history,
        "tier_migration": trends.tier_migration(history, as_of=plan.as_of),
        "high_value_cohorts": trends.cohorts(history),
        "trend_indicators": indicators,
        "trend_movers": outputs.movers(
            trends.movers(forecasted.trends, brought["signals"], indicators, chosen=forecasted.chosen_method)
        ),
    }
    if plan.grain == "visitor":
        found["account_trends"] = trends.account_trends(forecasted.trends, brought["accounts"])
    seen = trends.interruptions(brought["months"], brought["signals"], as_of=plan.as_of)
    return Followed(found, tuple(seen))


def _index(scores: pa.Table, window: str) -> dict[str, float]:
    known = rows(scores, window_id=window, score="percentile_index").drop_null()
    return dict(zip(known["customer_id"].to_pylist(), known["value"].to_pylist(), strict=True))
