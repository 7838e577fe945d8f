"""Where each customer's value goes over the coming months.

Up, Flat or Down by one written rule (`classes`); methods that forecast (`persistence`, `health_blend`), each an object
with a name and a ``predict``; bands and probabilities learned from earlier windows only (`uncertainty`); the
choice between the methods (`selection`); and visitors rolled up to accounts (`rollup`).
"""

from valuecast.trends.classes import CLASSES, trend_codes, trend_names
from valuecast.trends.forecasting import METHODS, Forecast, forecast
from valuecast.trends.health_blend import HealthBlend
from valuecast.trends.method import Method, Outlook
from valuecast.trends.persistence import Persistence
from valuecast.trends.rollup import roll_up
from valuecast.trends.snapshot import Snapshot

__all__ = [
    "CLASSES",
    "METHODS",
    "Forecast",
    "HealthBlend",
    "Method",
    "Outlook",
    "Persistence",
    "Snapshot",
    "forecast",
    "roll_up",
    "trend_codes",
    "trend_names",
]
