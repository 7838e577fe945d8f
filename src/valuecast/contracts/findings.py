"""What the audit says: every kind of finding by its code, and a finding with its figures.

The one registry: findings are made by ``finding`` only. What a kind means, costs and how it is mended is said in
``valuecast.wording.findings``, for every medium.

>>> finding("table_empty", "pendo__feature_event").severity
'warning'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from valuecast.contracts.notes import Value

Severity = Literal["error", "warning", "note"]
_RANK: Mapping[Severity, int] = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True)
class Kind:
    """One kind of finding.

    Parameters
    ----------
    code : str
        Stable name; never reused for something else.
    severity : {"error", "warning", "note"}
        As a rule; a finding may be milder or graver where its consequence says why.
    stops : bool
        Whether it can rule out evidence altogether.
    """

    code: str
    severity: Severity
    stops: bool = False


_KINDS = (
    # whether the input held still
    Kind("input_changed", "warning"),
    # how files were read
    Kind("files_as_one_table", "note"),
    Kind("lines_above_names", "note"),
    Kind("encoding_guessed", "note"),
    # whether there is anything to assess
    Kind("no_activity", "error", stops=True),
    Kind("history_too_short", "error", stops=True),
    Kind("too_few_customers", "error", stops=True),
    Kind("few_drawn", "warning"),
    Kind("customers_identical", "error", stops=True),
    Kind("days_unreadable", "error", stops=True),
    Kind("value_unreadable", "error", stops=True),
    Kind("no_value", "error", stops=True),
    Kind("one_customer", "warning"),
    Kind("horizon_too_long", "warning"),
    # tables and columns
    Kind("rows_left_out", "note"),
    Kind("table_missing", "warning"),
    Kind("table_empty", "warning"),
    Kind("column_missing", "error"),
    Kind("types_converted", "note"),
    Kind("dates_unreadable", "warning"),
    Kind("days_read_as", "note"),
    Kind("days_exchanged", "error", stops=True),
    Kind("numbers_read_as", "note"),
    Kind("days_of_instants", "note"),
    Kind("decimal_marks_mixed", "warning"),
    Kind("units_mixed", "error"),
    Kind("currencies_mixed", "error", stops=True),
    Kind("numbers_unreadable", "warning"),
    Kind("not_finite", "warning"),
    Kind("duplicate_keys", "warning"),
    Kind("stale_table", "warning"),
    # dates
    Kind("dates_after_end", "warning"),
    Kind("mixed_time_zones", "warning"),
    Kind("dead_days", "warning"),
    Kind("spike_days", "warning"),
    Kind("value_below_zero", "warning"),
    Kind("values_too_fine", "warning"),
    Kind("activity_drops", "warning"),
    Kind("activity_stops", "warning"),
    Kind("activity_gap", "warning"),
    Kind("customers_of_one_day", "note"),
    Kind("value_of_zero", "note"),
    Kind("step_change", "warning"),
    # values
    Kind("negative_values", "warning"),
    Kind("impossible_values", "warning"),
    Kind("constant_column", "note"),
    Kind("missing_values", "note"),
    Kind("missing_depends_on_activity", "warning"),
    Kind("totals_disagree", "warning"),
    Kind("totals_after_end", "warning"),
    Kind("person_days", "note"),
    # joins and ids
    Kind("ids_lossy", "error", stops=True),
    Kind("placeholder_ids", "warning"),
    Kind("total_row", "warning"),
    Kind("ids_unlike_others", "warning"),
    Kind("one_id_has_most", "warning"),
    Kind("one_row_each", "error", stops=True),
    Kind("rows_repeated", "warning"),
    Kind("running_total", "warning"),
    Kind("money_given_back", "note"),
    Kind("value_missing", "warning"),
    Kind("days_missing", "warning"),
    Kind("customers_excluded", "note"),
    Kind("join_matches_nothing", "error"),
    Kind("join_partial", "warning"),
    Kind("ids_spelt_differently", "warning"),
    Kind("ids_normalised", "note"),
    Kind("visitors_of_several_accounts", "warning"),
    Kind("visitors_without_account", "note"),
    Kind("accounts_without_visitors", "note"),
    # what follows for dimensions, models and scores
    Kind("dimension_without_data", "warning"),
    Kind("dimension_only_today", "note"),
    Kind("signals_as_of_build", "note"),
    Kind("satisfaction_uncertain", "note"),
    # customer360
    Kind("questions_unanswerable", "warning"),
    Kind("repeated_customers", "warning"),
    Kind("keys_missing", "warning"),
    Kind("rfm_disagrees", "warning"),
    Kind("categories_unknown", "warning"),
    Kind("descriptions_only", "error", stops=True),
)
FINDINGS: Mapping[str, Kind] = {kind.code: kind for kind in _KINDS}
"""Every kind of finding by its code."""


@dataclass(frozen=True)
class Finding:
    """One thing that the audit found.

    Parameters
    ----------
    code : str
        Its kind; ``wording.findings`` holds the sentences.
    severity : {"error", "warning", "note"}
        An ``error`` costs part of the assessment, or, with ``stops``, all of its evidence; a ``warning`` weakens it; a
        ``note`` is for the reader to know.
    table, column : str
        Where; the column is empty when it is the whole table.
    count : int
        Rows, keys or customers concerned.
    stops : bool
        Whether it rules out evidence altogether.
    dimensions : tuple of str
        The dimensions that it costs.
    figures : mapping of str to Value
        What the sentences need beside these, unrounded, in the units of the tables.
    """

    code: str
    severity: Severity
    table: str
    column: str
    count: int = 0
    stops: bool = False
    dimensions: tuple[str, ...] = ()
    figures: Mapping[str, Value] = field(default_factory=dict, hash=False)


def finding(
    code: str,
    table: str,
    column: str = "",
    *,
    count: int = 0,
    severity: Severity | None = None,
    stops: bool = False,
    dimensions: tuple[str, ...] = (),
    **figures: Value,
) -> Finding:
    """A finding of a registered kind; the other keywords are figures that its sentences need.

    Raises
    ------
    ValueError
        When the code is not registered, or stops a run though its kind never does: a defect of ours.
    """
    if code not in FINDINGS:
        raise ValueError(f"finding code {code!r} is not registered")
    kind = FINDINGS[code]
    if stops and not kind.stops:
        raise ValueError(f"finding code {code!r} cannot stop a run")
    return Finding(code, severity or kind.severity, table, column, count, stops, dimensions, figures)


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What stops a run first, then errors, warnings and notes; equals by code, table and column."""
    return tuple(sorted(findings, key=lambda f: (not f.stops, _RANK[f.severity], f.code, f.table, f.column)))
