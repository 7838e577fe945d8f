"""Cells of the description of a snapshot: why a question is open, what a key changes, bands, verdicts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

WHY_OPEN = {
    "no table": "the table is not there",
    "no rows": "the table is empty",
    "no column": "{column} is missing",
    "no value": "{column} holds no value",
}
"""Why a column cannot answer a question."""


def question_open(why: str, column: str) -> str:
    """What a column lacks that would answer a question."""
    return WHY_OPEN[why].format(column=column)


def rows_to_customers(rows: int, customers: int, summed: bool) -> str:
    """What keeping one row a key changes; ``summed`` says whether sums over rows are figures that people use."""
    twice = "; sums over rows would count some customers twice" if summed else ""
    return f"{rows:,} rows become {customers:,} customers{twice}"


def band(low: float | None, high: float | None) -> str:
    """A range of a KPI.

    >>> band(0.4, None), band(0.25, 0.4), band(None, 3.0)
    ('from 0.4', '0.25 to 0.4', 'up to 3')
    """
    if low is None:
        return f"up to {high:.3g}"
    return f"from {low:.3g}" if high is None else f"{low:.3g} to {high:.3g}"


SENTENCES: Mapping[str, Callable[..., str]] = {
    "question_open": question_open,
    "no_key_repeats": lambda: "nothing: no key repeats",
    "rows_to_customers": rows_to_customers,
    "band": band,
    "band_below": lambda high: f"below {high:.3g}",
    "band_above": lambda low: f"above {low:.3g}",
    "band_unknown": lambda least: f"not given: fewer than {least} customers",
    "few_on_one_side": lambda least: f"fewer than {least} customers on one side",
    "few_or_alike": lambda least: f"fewer than {least} customers, or all of them alike",
    "interval_with_zero": lambda: "the 95 % interval includes no difference",
    "interval_beside_claim": lambda: "the 95 % interval lies on the side of the claim",
    "interval_against_claim": lambda: "the 95 % interval lies on the other side",
}
