"""Scores: numbers computed from signals by a written rule, one module a method.

A score is an object with ``name``, ``parts``, ``requires`` and ``score(signals, context)``; see
:class:`~valuecast.scores.score.Score`. The built-in scores register under the entry point group
``valuecast.scores``, as an outsider's would, and ``valuecast.testing.check_score`` checks both.

Read in this order: ``score`` (the words), ``scaling`` (how a signal becomes a scaled number), ``additive`` (how
parts become a score), any one score, ``correlations``, ``notes``, ``assembly``.
"""

from valuecast.scores.additive import Additive
from valuecast.scores.assembly import Scored, is_measured, score_all
from valuecast.scores.correlation_weighted import CorrelationWeighted
from valuecast.scores.correlations import correlations
from valuecast.scores.duration_frequency import DurationFrequency
from valuecast.scores.health import Health
from valuecast.scores.percentile_index import PercentileIndex
from valuecast.scores.quintile_sum import QuintileSum
from valuecast.scores.registry import fingerprints, installed, methods
from valuecast.scores.rfm import Rfm
from valuecast.scores.score import Context, InForce, Part, Scale, Scales, Score, in_force
from valuecast.scores.weighted import Weighted

__all__ = [
    "Additive",
    "Context",
    "CorrelationWeighted",
    "DurationFrequency",
    "Health",
    "InForce",
    "Part",
    "PercentileIndex",
    "QuintileSum",
    "Rfm",
    "Scale",
    "Scales",
    "Score",
    "Scored",
    "Weighted",
    "correlations",
    "fingerprints",
    "in_force",
    "installed",
    "is_measured",
    "methods",
    "score_all",
]
