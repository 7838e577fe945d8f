"""The main job: `flow` holds its flows as tuples of steps, in order, and `runner` walks them.

``reading`` opens, audits and plans; ``shaping`` and ``assessing`` compute inside the engine; ``concluding``,
``history``, ``population`` and ``outputs`` work on customer-level tables; ``auditing`` guards the past; ``delivering``
gathers the results. ``cache``, ``changes``, ``comparing``, ``cached`` and ``state`` are what a refresh adds.
"""

from valuecast.pipeline.assessment import Assessment
from valuecast.pipeline.cache import Cache, Refreshed
from valuecast.pipeline.flow import AUDIT, FLOWS, REFRESH, RUN, SNAPSHOT, Refresh, audit, refresh, run
from valuecast.pipeline.glancing import GLANCE_ROWS, GLANCED, RUN_ONLY
from valuecast.pipeline.step import Step

__all__ = [
    "AUDIT",
    "FLOWS",
    "GLANCED",
    "GLANCE_ROWS",
    "REFRESH",
    "RUN",
    "RUN_ONLY",
    "SNAPSHOT",
    "Assessment",
    "Cache",
    "Refresh",
    "Refreshed",
    "Step",
    "audit",
    "refresh",
    "run",
]
