"""The main job: ``flow.STEPS`` is the whole of it, in order.

``assessing`` holds the steps that run inside the engine, ``concluding`` those on customer-level tables,
``delivering`` gathers the results; ``auditing`` holds the audit and the guard, ``snapshot`` the flow of customer360.
"""

from valuecast.pipeline.assessment import Assessment
from valuecast.pipeline.delivering import GLANCE_ROWS, GLANCED, RUN_ONLY
from valuecast.pipeline.flow import CUSTOMER360_STEPS, STEPS, Step, audit, run

__all__ = ["CUSTOMER360_STEPS", "GLANCED", "GLANCE_ROWS", "RUN_ONLY", "STEPS", "Assessment", "Step", "audit", "run"]
