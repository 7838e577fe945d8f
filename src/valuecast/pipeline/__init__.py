"""The main job: ``flow.STEPS`` is the whole of it, in order.

``assessing`` holds the steps that run inside the engine, ``concluding`` those on customer-level tables,
``delivering`` gathers the results; ``auditing`` holds the audit and the guard, ``snapshot`` the flow of customer360;
``refresh_flow.REFRESH_STEPS`` takes over from an earlier run what did not change: ``remembering`` reads its state,
``changes`` and ``comparing`` find what stands, ``refreshing`` does the work.
"""

from valuecast.pipeline.assessment import Assessment
from valuecast.pipeline.delivering import GLANCE_ROWS, GLANCED, RUN_ONLY
from valuecast.pipeline.flow import CUSTOMER360_STEPS, STEPS, Step, audit, run
from valuecast.pipeline.refresh_flow import REFRESH_STEPS, Refresh, refresh
from valuecast.pipeline.remembering import Memory, Refreshed

__all__ = [
    "CUSTOMER360_STEPS",
    "GLANCED",
    "GLANCE_ROWS",
    "REFRESH_STEPS",
    "RUN_ONLY",
    "STEPS",
    "Assessment",
    "Memory",
    "Refresh",
    "Refreshed",
    "Step",
    "audit",
    "refresh",
    "run",
]
