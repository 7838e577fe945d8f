"""Where each customer's value goes over the coming months.

Up, Flat or Down by one written rule (`classes`); methods that forecast (`persistence`, `last_period_slope`,
`intermittent`, `health_blend`, `gbm`), each an object with a name and a ``predict``; bands and probabilities learned
from earlier windows only (`uncertainty`, `distribution`); the choice between the methods (`selection`); visitors
rolled up to accounts (`rollup`); value tracked month by month (`tracking`); and which signals lead (`indicators`).
"""

from valuecast.trends.classes import CLASSES, trend_codes, trend_names
from valuecast.trends.forecasting import Forecast, forecast, methods
from valuecast.trends.gbm import Boosted
from valuecast.trends.health_blend import HealthBlend
from valuecast.trends.indicators import trend_indicators
from valuecast.trends.intermittent import Intermittent
from valuecast.trends.interruptions import interruptions
from valuecast.trends.last_period_slope import LastPeriodSlope
from valuecast.trends.method import Method, Outlook
from valuecast.trends.movers import movers
from valuecast.trends.persistence import Persistence
from valuecast.trends.rollup import account_trends, roll_up
from valuecast.trends.snapshot import Snapshot
from valuecast.trends.tracking import cohorts, tier_migration, value_history

__all__ = [
    "CLASSES",
    "Boosted",
    "Forecast",
    "HealthBlend",
    "Intermittent",
    "LastPeriodSlope",
    "Method",
    "Outlook",
    "Persistence",
    "Snapshot",
    "account_trends",
    "cohorts",
    "forecast",
    "interruptions",
    "methods",
    "movers",
    "roll_up",
    "tier_migration",
    "trend_codes",
    "trend_indicators",
    "trend_names",
    "value_history",
]
