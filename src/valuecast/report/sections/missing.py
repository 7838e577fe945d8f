"""What to say where something could not be done."""

from __future__ import annotations

from valuecast.report.blocks import Text
from valuecast.report.results import Results
from valuecast.wording import Sentence, joined, quoted, say, whole
from valuecast.wording.numbers import sentence
from valuecast.wording.report import missing as words


def why(results: Results) -> Sentence:
    """Why there is no evidence: the findings that rule it out, or the plan's own reasons."""
    stops = [say(words.STOPPED, **results.claims("findings", row)) for row in results.rows("findings") if row["stops"]]
    if stops:
        return joined(whole(text) for text in stops[:2])
    if not results.get("plan", "supervised", False):
        reasons = [str(reason) for reason in results.get("plan", "reasons", [])]
        return joined(quoted(sentence(reason), "plan.reasons") for reason in reasons) or Sentence(words.NO_PAST)
    return Sentence(words.NOT_WRITTEN)


def cannot(results: Results, what: str) -> Text:
    """A paragraph that says what could not be done, and why."""
    return Text(joined([what, why(results)]), "caution")
