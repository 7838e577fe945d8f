"""The main job: ``flow.STEPS`` is the whole of it, in order.

``assessing`` holds the steps that run inside the engine, ``concluding`` those on customer-level tables,
``delivering`` gathers the results; ``auditing`` holds the audit and the guard, ``snapshot`` the flow of customer360;
``refreshing`` the steps that take over from an earlier run what did not change, by what ``changes`` finds.
"""

from valuecast.pipeline.assessment import Assessment
from valuecast.pipeline.delivering import GLANCE_ROWS, GLANCED, RUN_ONLY
from valuecast.pipeline.flow import CUSTOMER360_STEPS, REFRESH_STEPS, STEPS, Refresh, Step, audit, refresh, run
from valuecast.pipeline.refreshing import Memory, Refreshed

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
