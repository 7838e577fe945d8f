"""The README of the truth folder: what every column of it means."""

from __future__ import annotations

COLUMN_NOTES: dict[str, dict[str, str]] = {
    "account_truth": {
        "account_id": "the account, as in pendo__account",
        "seats": "seats at the start; how many people arrive is in proportion to them",
        "contract": "annual (can be left at its renewal only) or monthly (in any month)",
        "renewal_month": "calendar month, 1 to 12, in which an annual contract renews; null for a monthly one",
        "started_on": "first of the first month for accounts that start within the period, else the first arrival of "
        "a person still there when the period begins",
        "price_per_seat": "money a seat and month",
        "intensity": "how much longer than usual its people stay [log minutes]",
        "mood": "how far its ratings lie from the mean, whatever its state [rating]",
        "last_state": "state in the last month",
        "churned_on": "first of the first month as churned; null if it never was",
        "returned_on": "first of the first month back after churn; null if it never was",
        "activity_stopped": "whether the fault activity_stops silences it; the other columns take no notice",
        "expected_minutes_1m": "expected minutes in the calendar month after the last one, given its hidden state",
        "expected_minutes_3m": "the same for the next three months together",
        "expected_minutes_6m": "the same for the next six months together",
    },
    "account_month_truth": {
        "account_id": "the account, as in pendo__account",
        "month": "first day of the month; the last month ends with the period",
        "state": "grow, hold, fade, churned, or returned, which is the time just after coming back",
        "adoption": "breadth of adoption: narrow, middling or broad; broad accounts grow more easily and fade less",
        "activity_level": "factor on each person's visit probability; 0 while churned",
        "visitors_present": "people who have not left at the end of the month, whether they visited or not",
        "minutes": "minutes that happened; equal to the sum of the daily rows unless a fault says otherwise",
        "expected_minutes": "expected minutes of this month, given the hidden state at the end of the month before; "
        "null in the month in which an account starts",
        "expected_minutes_next_1m": "expected minutes of the next calendar month, given the hidden state at the end "
        "of this one",
        "expected_minutes_next_3m": "the same for the next three months together",
        "expected_minutes_next_6m": "the same for the next six months together",
    },
    "visitor_truth": {
        "visitor_id": "the person, as in pendo__visitor",
        "account_id": "their account",
        "joined_on": "first visit; may lie before the period",
        "left_after": "last day of the last month in which they could visit; null if they have not left. People who "
        "leave their account stay in this table, and nothing in the Pendo tables says that they left",
        "visit_rate": "probability of a visit on an ordinary Wednesday, at an activity level of 1",
        "mean_minutes": "expected minutes of a day with a visit",
    },
}

_OPENING = """# The truth

What a real company would not have. A model must never read this folder; an evaluation may, to see how much of what
could be known a model has found. Faults never change it.

**Expected minutes** are exact expectations under the model, computed by backward recursion over its finite Markov
chain, not by simulation. They are given the *hidden* state at the end of a month: the account's state, adoption and
level, when its contract renews, who is present, and how often and how long each of them visits. Nobody who sees only
the tables can be expected to do better. Future arrivals, departures, churn and seasons are averaged over. Months
after the end of the period count in full.

`parameters.json` holds the settings and every parameter with its unit and source; `faults.json` holds, for each fault,
how many rows it touched in each table and how many customers or people (`keys`; in a table written in blocks, each
belongs to one block), or, under `world`, how many accounts and people a fault of the world itself touched.
"""


def readme() -> str:
    """The text of ``truth/README.md``."""
    parts = [_OPENING]
    for table, columns in COLUMN_NOTES.items():
        rows = [f"| `{name}` | {note} |" for name, note in columns.items()]
        parts.append("\n".join([f"## {table}.parquet\n", "| column | meaning |", "|---|---|", *rows, ""]))
    return "\n".join(parts)
