"""What to say where something could not be done."""

from __future__ import annotations

from valuecast.report.blocks import Text
from valuecast.report.results import Results
from valuecast.wording.numbers import sentence


def why(results: Results) -> str:
    """Why there is no evidence: the findings that rule it out, or the plan's own reasons."""
    stops = [f"{row['table']}: {row['evidence']}" for row in results.rows("findings") if row["stops"]]
    if stops:
        return " ".join(sentence(text) for text in stops[:2])
    if not results.get("plan", "supervised", False):
        reasons = [str(reason) for reason in results.get("plan", "reasons", [])]
        return " ".join(sentence(reason) for reason in reasons) or "The plan found no past with a known future."
    return "The run did not write the tables that this stands on."


def cannot(results: Results, what: str) -> Text:
    """A paragraph that says what could not be done, and why."""
    return Text(f"{what} {why(results)}", "caution")
