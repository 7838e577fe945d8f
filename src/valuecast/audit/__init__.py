"""What can this data support? Findings with their numbers, and the plan that follows from them."""

from valuecast.audit.calendar import SILENCE, Calendar, calendar_of, whole
from valuecast.audit.columns import worthless
from valuecast.audit.coverage import coverage, coverage_findings
from valuecast.audit.dimensions import dimension_findings, dimensions_of
from valuecast.audit.identity import missing, spellings
from valuecast.audit.inspection import Inspection, changed, inspect, match_joins
from valuecast.audit.joins import Match, proposals
from valuecast.audit.leaks import (
    ColumnTiming,
    admissible,
    barred_findings,
    guard,
    leak_map,
    lineage,
    same_past,
    timings,
)
from valuecast.audit.limits import few_drawn
from valuecast.audit.lineage import origins
from valuecast.audit.months import Months, by_month
from valuecast.audit.nulls import null_policy, score_uncertainty, uncertainty_findings
from valuecast.audit.plan import candidate_windows, make_plan
from valuecast.audit.power import detectable_gain

__all__ = [
    "SILENCE",
    "Calendar",
    "ColumnTiming",
    "Inspection",
    "Match",
    "Months",
    "admissible",
    "barred_findings",
    "by_month",
    "calendar_of",
    "candidate_windows",
    "changed",
    "coverage",
    "coverage_findings",
    "detectable_gain",
    "dimension_findings",
    "dimensions_of",
    "few_drawn",
    "guard",
    "inspect",
    "leak_map",
    "lineage",
    "make_plan",
    "match_joins",
    "missing",
    "null_policy",
    "origins",
    "proposals",
    "same_past",
    "score_uncertainty",
    "spellings",
    "timings",
    "uncertainty_findings",
    "whole",
    "worthless",
]
