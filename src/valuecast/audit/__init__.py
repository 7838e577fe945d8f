"""What can this data support? Findings with their numbers, and the plan that follows from them."""

from valuecast.audit.calendar import Calendar, calendar_of
from valuecast.audit.coverage import coverage, coverage_findings
from valuecast.audit.dimensions import dimension_findings
from valuecast.audit.inspection import Inspection, inspect, severity_order
from valuecast.audit.plan import make_plan

__all__ = [
    "Calendar",
    "Inspection",
    "calendar_of",
    "coverage",
    "coverage_findings",
    "dimension_findings",
    "inspect",
    "make_plan",
    "severity_order",
]
