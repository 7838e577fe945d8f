"""The flow is a value: it can be read, walked and checked."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from valuecast.config import configure
from valuecast.contracts import OUTPUTS, finding, note
from valuecast.engines import connect
from valuecast.pipeline import AUDIT, REFRESH, RUN, SNAPSHOT, Assessment, Step
from valuecast.pipeline.flow import OPEN
from valuecast.pipeline.runner import Board, walk
from valuecast.pipeline.step import Result, Results, step
from valuecast.wording.findings import Message, message

pytestmark = pytest.mark.slow

STOP = message(finding("history_too_short", "activity", "day", count=3, grain="<of>", as_of="now", stops=True))
SCORES = pa.table({"customer_id": ["a", "b"], "weighted": [0.2, 0.4]})


def assessment(*findings: Message, plan: dict[str, object] | None = None) -> Assessment:
    """Results of two customers."""
    manifest = {"source": "a<b>.duckdb", "as_of": "2024-11-01", "grain": "account", "plan": plan}
    return Assessment(manifest, {"value_scores": SCORES}, findings)


GIVEN = {"config", "results"}
"""What every flow has from the start: settings, and what steps gave so far."""


@pytest.mark.parametrize("flow", [RUN, AUDIT, SNAPSHOT, REFRESH])
def test_everything_read_has_been_written(flow: tuple[Step, ...]) -> None:
    """A step needs only what an earlier one wrote, under one name; the last but for what a refresh leaves assesses."""
    there = GIVEN | ({"cache"} if flow == REFRESH else set())
    for each in flow:
        assert set(each.needs) <= there, each.name
        assert each.name not in there
        there.add(each.name)
    assert "assessment" in there
    words = [each.says for each in flow]
    assert len(set(words)) == len(words)
    assert all(words)


def test_what_may_be_missing_is_written_somewhere() -> None:
    """What a step of a run can do without is what a refresh adds: no name is misspelt."""
    written = {each.name for each in REFRESH} | GIVEN | {"cache"}
    assert {name for each in (*RUN, *REFRESH, *AUDIT) for name in each.reads} <= written


def test_no_step_works_for_nothing() -> None:
    """What a step returns serves a later step, but for the assessment, and for what is gathered for it."""
    for i, each in enumerate(RUN[:-1]):
        read = any(each.name in later.reads for later in RUN[i + 1 :])
        assert read or str(inspect.signature(each.work).return_annotation) == "Result[None]", each.name
    assert RUN[-1].name == "assessment"


def test_a_refresh_is_a_run_with_a_cache() -> None:
    """Every step of a run is taken by a refresh, as it is and in that order; what it adds looks up or leaves."""
    assert [each for each in REFRESH if each in RUN] == list(RUN)
    added = [each.name for each in REFRESH if each not in RUN]
    assert added == ["earlier", "fingerprints", "standing", "comparison", "state", "refreshed"]


def _none() -> str | None:
    return None


def _skipped(_none: str) -> str:
    raise AssertionError


def _told(_none: str | None, _lost: str | None) -> Result[str]:
    return Result("done", {"table": 1}, notes=(note("no_trend_known"),), facts={"plan": {"n": 1}})


def _told_again(_told: str, results: Results) -> tuple[str, dict[str, Any]]:
    return _told, dict(results.facts)


def test_what_needs_something_that_is_not_there_is_skipped() -> None:
    """A step that needs what is None is skipped; one that can do without is taken, and what it gives is gathered."""
    steps = (step(_none, "a"), step(_skipped, "b"), step(_told, "c"), step(_told_again, "d"))
    board = Board(config=configure(source="nowhere"))
    assert [board.take(each) for each in steps] == [None, None, "done", ("done", {"plan": {"n": 1}})]
    assert (board.results.tables, board.results.notes) == ({"table": 1}, [note("no_trend_known")])


def test_a_flow_may_end_early() -> None:
    """A step that ends a flow does so where it gives something, and what was given is not made again."""
    steps = (step(_none, "a", ends=True), step(_told, "c", ends=True), step(_told_again, "d"))
    said: list[str] = []
    assert "_told_again" not in walk(steps, said.append, config=configure(source="nowhere"))
    assert said == ["a", "c"]
    assert walk(steps, said.append, config=configure(source="nowhere"), _told="given")["_told"] == "given"


def test_progress_is_told_step_by_step_and_the_source_is_closed(tmp_path: Path) -> None:
    """Each step is announced in order before it works, and the connection is closed when one fails."""
    told: list[str] = []
    (tmp_path / "log.csv").write_text("customer_id,day\na,2024-01-01\n")
    opened = connect(str(tmp_path))

    def fail(warehouse: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        walk((OPEN[0], step(fail, "failing")), told.append, config=configure(source=str(tmp_path)), warehouse=opened)
    assert told == ["opening the source", "failing"]
    with pytest.raises(duckdb.ConnectionException):
        opened.connection.raw_sql("SELECT 1")


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
    assert assessment(message(finding("table_missing", "t", severity="error", purpose="a test"))).supported
    assert not assessment(STOP).supported


def test_only_keeps_what_is_there() -> None:
    """A part of the results ignores names that the run lacks."""
    assert set(assessment().only(["value_scores", "actions"]).tables) == {"value_scores"}


def test_it_shows_itself_in_a_notebook() -> None:
    """The notebook view escapes what it shows, and tells evidence, plan and rows."""
    shown = assessment(STOP)._repr_html_()
    assert "a&lt;b&gt;.duckdb" in shown
    assert "<b>" not in shown
    assert "no: 3 whole months of &lt;of&gt; activity before now" in shown
    assert "<td>2 rows</td>" in shown
    assert "past, future" not in shown
    planned = assessment(plan={"past_months": 4, "horizon": 3})._repr_html_()
    assert "4 and 3 months" in planned
    assert "<th>evidence</th><td>yes</td>" in planned
    assert "SCORES" not in repr(assessment())
    assert "customer_id" not in repr(assessment())
