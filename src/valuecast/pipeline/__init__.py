"""The main job: ``flow.STEPS`` is the whole of it, in order.

``assessing`` holds the steps that run inside the engine, ``concluding`` those on customer-level tables,
``delivering`` gathers the results.
"""

from valuecast.pipeline.assessment import Assessment
from valuecast.pipeline.flow import STEPS, Step, audit, run

__all__ = ["STEPS", "Assessment", "Step", "audit", "run"]
