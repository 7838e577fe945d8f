"""What each customer's past says at each anchor: one module a dimension, put together by ``assemble``.

Training, backtest, today's scores and any later service call the same ``assemble``;
only the anchors differ. Each module sees rows from before ``as_of`` only: ``past`` cuts them off once,
for all.
"""

from valuecast.signals.anchors import anchors
from valuecast.signals.assemble import assemble
from valuecast.signals.daily import linked
from valuecast.signals.informative import Informative, informative
from valuecast.signals.measured import measured
from valuecast.signals.series import months, watched
from valuecast.signals.usage_embedding import across, learn

__all__ = [
    "Informative",
    "across",
    "anchors",
    "assemble",
    "informative",
    "learn",
    "linked",
    "measured",
    "months",
    "watched",
]
