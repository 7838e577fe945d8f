"""Which tables hold rows, and which questions an empty one leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa

from valuecast.contracts import Finding, finding, row_note
from valuecast.contracts.customer360 import ACTIVITY, FUNNEL, VALUE
from valuecast.customer360.tables import table


@dataclass(frozen=True)
class Question:
    """A question, the column that answers it, and the proxy that stands in; empty where nothing does."""

    column: str
    table: str
    asks: str
    proxy: str = ""


QUESTIONS = (
    Question("estimated_customer_ltv", VALUE, "What is each customer worth over its life?"),
    Question("rfm_avg_score", VALUE, "How recent, frequent and large is its business?"),
    Question("customer_health_score", VALUE, "How healthy is each customer?"),
    Question("churn_probability", VALUE, "How likely is each customer to leave?"),
    Question(
        "activity_efficiency", ACTIVITY, "How much of its time is a customer active?", "activity_efficiency_proxy"
    ),
    Question("primary_engagement_channel", ACTIVITY, "Through which channel does a customer engage most?"),
    Question("composite_engagement_score", ACTIVITY, "How engaged is each customer over all channels?"),
    Question("cross_platform_consistency", ACTIVITY, "Is a customer equally active on every platform?", "consistency"),
    Question("engagement_velocity", ACTIVITY, "Is engagement rising or falling?"),
    Question(
        "cross_stage_engagement_consistency",
        FUNNEL,
        "Does a customer engage evenly from awareness to support?",
        "consistency",
    ),
    Question("revenue_velocity_monthly", FUNNEL, "How fast does a customer bring in revenue?", "ltv_velocity"),
    Question("marketing_to_sales_days", FUNNEL, "How long from marketing to sales?"),
    Question("sales_to_support_days", FUNNEL, "How long from sales to support?"),
    Question("funnel_efficiency", FUNNEL, "Where does the funnel lose customers?"),
    Question("drop_off_risk", FUNNEL, "Who is about to drop out of the funnel?"),
)


def answered(given: Mapping[str, pa.Table | None]) -> dict[str, bool]:
    """Whether each question's column holds any value."""
    with_value = {}
    for question in QUESTIONS:
        rows = given.get(question.table)
        there = rows is not None and question.column in rows.column_names
        with_value[question.column] = bool(
            there and rows is not None and rows[question.column].null_count < rows.num_rows
        )
    return with_value


def question_table(given: Mapping[str, pa.Table | None]) -> pa.Table:
    """Contract ``customer360_questions``, with why each stays open as a row note."""
    known = answered(given)
    return table("customer360_questions", [_row(q, given.get(q.table), answered=known[q.column]) for q in QUESTIONS])


def _row(question: Question, rows: pa.Table | None, *, answered: bool) -> dict[str, object]:
    column = question.column
    return {
        "table": question.table,
        "column": column,
        "question": question.asks,
        "rows": 0 if rows is None else rows.num_rows,
        "answered": answered,
        "why_not": "" if answered else row_note("question_open", why=_lacks(rows, column), column=column),
        "proxy": "" if answered else question.proxy,
    }


def question_findings(given: Mapping[str, pa.Table | None]) -> Iterator[Finding]:
    """One warning for each table, with the questions that it leaves open."""
    known = answered(given)
    for name in dict.fromkeys(q.table for q in QUESTIONS):
        lost = [q for q in QUESTIONS if q.table == name and not known[q.column]]
        if lost:
            yield finding(
                "questions_unanswerable",
                name,
                ", ".join(q.column for q in lost),
                count=len(lost),
                why=_lacks(given.get(name), lost[0].column),
                first=lost[0].column,
                questions=tuple(q.asks for q in lost),
            )


def _lacks(rows: pa.Table | None, column: str) -> str:
    """What a column lacks that would answer a question: its table, any row, itself, or any value."""
    if rows is None:
        return "no table"
    if rows.num_rows == 0:
        return "no rows"
    return "no column" if column not in rows.column_names else "no value"
