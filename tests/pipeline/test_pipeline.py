"""The flow is a value: it can be read, walked and checked."""

from __future__ import annotations

import inspect

import pyarrow as pa
import pytest

from valuecast.config import configure
from valuecast.contracts import OUTPUTS, Finding
from valuecast.pipeline import REFRESH_STEPS, STEPS, Assessment, flow, run

STOP = Finding("too_short", "error", "activity", "day", "3 months <of> data", "no evidence", "wait", stops=True)
SCORES = pa.table({"customer_id": ["a", "b"], "weighted": [0.2, 0.4]})


def assessment(*findings: Finding, plan: dict[str, object] | None = None) -> Assessment:
    """Results of two customers."""
    manifest = {"source": "a<b>.duckdb", "as_of": "2024-11-01", "grain": "account", "plan": plan}
    return Assessment(manifest, {"value_scores": SCORES}, findings)


def test_everything_read_has_been_written() -> None:
    """No step reads what no earlier step has written; only the configuration is there at the start."""
    for steps, given in ((STEPS, {"config"}), (REFRESH_STEPS, {"config", "memory"})):
        there = set(given)
        for step in steps:
            assert set(step.reads) <= there, step.name
            there.add(step.writes)
        assert "assessment" in there


def test_everything_written_is_read() -> None:
    """No step works for nothing: all but the assessment itself serves a later step."""
    for i, step in enumerate(STEPS[:-1]):
        assert any(step.writes in later.reads for later in STEPS[i + 1 :]), step.name
    assert STEPS[-1].writes == "assessment"


@pytest.mark.parametrize("part", ["name", "says", "writes"])
def test_names_are_unique(part: str) -> None:
    """Steps differ in name, in words and in what they write."""
    for steps in (STEPS, REFRESH_STEPS):
        named = [getattr(step, part) for step in steps]
        assert len(set(named)) == len(named)
        assert all(named)


def test_steps_take_what_they_read() -> None:
    """A step's work takes as many values as the step reads."""
    for step in (*STEPS, *REFRESH_STEPS):
        assert len(inspect.signature(step.work).parameters) == len(step.reads), step.name


def test_a_refresh_gives_what_a_run_gives() -> None:
    """Every result of a run's steps is written by a refresh too, and what comes after them is the same work."""
    assert {step.writes for step in STEPS} <= {step.writes for step in REFRESH_STEPS}
    after = [step for step in STEPS if step.name in {"segments", "predictions", "trends", "evaluation", "actions"}]
    assert [step for step in REFRESH_STEPS if step in after] == after


def test_what_always_runs_needs_nothing_that_may_be_missing() -> None:
    """A step before the plan runs always; after it, only those that give results."""
    always = [step.name for step in STEPS if step.always]
    assert always == [
        "connect", "read", "spell", "reread", "value", "span", "audit", "plan", "recheck", "findings", "results",
    ]  # fmt: skip


def test_progress_is_told_step_by_step_and_the_source_is_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each step is announced in order before it works, and the connection is closed when one fails."""
    told: list[str] = []
    closed: list[bool] = []

    class Closing:
        def close(self) -> None:
            closed.append(True)

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    steps = (
        flow.Step("connect", "opening", lambda _: Closing(), ("config",), "warehouse", always=True),
        flow.Step("read", "reading", fail, ("warehouse",), "source", always=True),
    )
    monkeypatch.setattr(flow, "STEPS", steps)
    with pytest.raises(ZeroDivisionError):
        run(configure(source="nowhere"), told.append)
    assert told == ["opening", "reading"]
    assert closed == [True]


def test_tables_are_attributes() -> None:
    """Every table of the run is an attribute, and shows up on completion."""
    found = assessment()
    assert found.value_scores.equals(SCORES)
    assert "value_scores" in dir(found)
    assert "supported" in dir(found)
    assert not hasattr(found, "_hidden")


def test_an_unknown_table_names_the_nearest() -> None:
    """A misspelt table is answered with the name that was meant."""
    with pytest.raises(AttributeError, match=r"no table 'value_score'; did you mean 'value_scores'\?"):
        _ = assessment().value_score
    with pytest.raises(AttributeError, match=r"no table 'zzz'; see \.tables"):
        _ = assessment().zzz


def test_a_table_that_the_run_lacks_says_why() -> None:
    """A table that exists in other runs points to the findings."""
    assert "hv_predictions_today" in OUTPUTS
    with pytest.raises(AttributeError, match="the data could not support it; see findings"):
        _ = assessment(STOP).hv_predictions_today


def test_supported_follows_the_findings() -> None:
    """Only a finding that stops a run takes the support away."""
    assert assessment().supported
    assert assessment(Finding("x", "error", "t", "", "e", "c", "r")).supported
    assert not assessment(STOP).supported


def test_only_keeps_what_is_there() -> None:
    """A part of the results ignores names that the run lacks."""
    assert set(assessment().only(["value_scores", "actions"]).tables) == {"value_scores"}


def test_it_shows_itself_in_a_notebook() -> None:
    """The notebook view escapes what it shows, and tells evidence, plan and rows."""
    shown = assessment(STOP)._repr_html_()
    assert "a&lt;b&gt;.duckdb" in shown
    assert "<b>" not in shown
    assert "no: 3 months &lt;of&gt; data" in shown
    assert "<td>2 rows</td>" in shown
    assert "past, future" not in shown
    planned = assessment(plan={"past_months": 4, "horizon": 3})._repr_html_()
    assert "4 and 3 months" in planned
    assert "<th>evidence</th><td>yes</td>" in planned
    assert "SCORES" not in repr(assessment())
    assert "customer_id" not in repr(assessment())
