"""The map of joins: both directions, ids as they are and spelt alike."""

from __future__ import annotations

import ibis
import pyarrow as pa
import pytest

from valuecast.audit import inspect, match_joins, proposals
from valuecast.contracts import InputTable, Join
from valuecast.engines import identifiers
from valuecast.wording.findings import message


def tables(left: list[str | None], right: list[str | None]) -> tuple[list[InputTable], list[Join]]:
    """Two tables of ids and the join between them."""
    inputs = [
        InputTable(name, "for a test", ibis.memtable(pa.table({"id": pa.array(ids, pa.string())})))
        for name, ids in (("left", left), ("right", right))
    ]
    return inputs, [Join("left", "right", "id", "id", ("reach",), "account")]


@pytest.mark.parametrize(
    ("left", "right", "steps"),
    [
        ([" a-1 ", "a-2"], ["a-1", "a-2"], ("blanks",)),
        (["A-1", "a-2"], ["a-1", "a-2"], ("case",)),
        (["A-1 ", "a-2"], ["a-1", "a-2"], ("blanks", "case")),
        (["12.0", "7"], ["12", "7"], ("numeric",)),
        (["acct-12", "acct-7"], ["12", "7"], ("prefix",)),
        (["12@crm", "7@crm"], ["12", "7"], ("suffix",)),
        (["1-2-3", "4-5-6"], ["123", "456"], ("separators",)),
        (["00012", "007"], ["12", "7"], ("zeros",)),
        (["acct-00012", "acct-007"], ["12", "7"], ("prefix", "zeros")),
    ],
)
def test_fewest_steps_are_proposed(left: list[str | None], right: list[str | None], steps: tuple[str, ...]) -> None:
    """Where ids match when spelt alike, the fewest steps that do it are proposed, with examples and the gain."""
    (match,) = match_joins(*tables(left, right))
    assert match.steps == steps
    assert match.normalised == 2
    assert match.gained == 2 - match.matched > 0
    assert match.examples
    assert proposals([match]) == {"account": steps}


def test_message_of_ids_spelt_differently() -> None:
    """The finding says how many ids are gained, by which steps, and shows one."""
    found = {f.code: f for f in inspect(*tables(["A-1", "a-2", "a-3"], ["a-1", "a-2", "a-3"])).findings}
    finding = found["ids_spelt_differently"]
    assert finding.count == 1
    assert message(finding).evidence == (
        "1 of 3 ids are found in right.id only when spelt alike (case), for example 'A-1' is 'a-1'"
    )
    assert "--fix-ids" in message(finding).remedy
    assert "join_partial" not in found


def test_nothing_is_proposed_that_merges_two_ids() -> None:
    """Steps that would make one id of two are not proposed, however much they gain; the merging is counted."""
    (match,) = match_joins(*tables(["A", "b"], ["a", "B", "b "]))
    assert "case" not in match.steps or "blanks" not in match.steps
    (merging,) = match_joins(*tables(["1", "2"], ["01", "001", "02"]))
    assert merging.steps == ()
    assert merging.merged == 1


def test_ids_of_another_system_stay_unmatched() -> None:
    """Ids that no spelling makes alike are an error of their own."""
    (finding,) = inspect(*tables(["anon_1f_1", "anon_2a_2"], ["v-1", "v-2"])).findings
    assert (finding.code, finding.severity, finding.count) == ("join_matches_nothing", "error", 2)
    assert message(finding).evidence == "0 of 2 ids (0.0\u00a0%) are found in right.id"


def test_both_directions_are_reported() -> None:
    """The map gives the share of left ids found, and the share of right ids that occur on the left."""
    (row,) = inspect(*tables(["a", "b", None], ["a", "b", "c", "d"])).joins.to_pylist()
    assert (row["left_ids"], row["right_ids"], row["matched_ids"]) == (2, 4, 2)
    assert (row["match_rate"], row["reverse_rate"]) == (1.0, 0.5)
    assert not row["applied"]
    assert "COUNT" in row["sql"].upper()


def test_message_of_a_partial_join() -> None:
    """A join that loses a good part says which part, and what rests on it."""
    (finding,) = inspect(*tables(["a", "x", "y", "z"], ["a", "b", "c", "d"])).findings
    assert finding.code == "join_partial"
    assert message(finding).evidence == "1 of 4 ids (25.0\u00a0%) are found in right.id"
    assert message(finding).consequence == "reach rest on it: it covers the matched part only"


def test_message_of_normalised_ids() -> None:
    """Once ids have been spelt alike, a note tells before and after, and the map keeps both."""
    inputs, joins = tables(["A-1", "a-2"], ["a-1", "a-2"])
    before = match_joins(inputs, joins)
    after, _ = tables(["a-1", "a-2"], ["a-1", "a-2"])
    inspection = inspect(after, joins, before=before, applied=proposals(before))
    (finding,) = inspection.findings
    assert (finding.code, finding.severity, finding.count) == ("ids_normalised", "note", 1)
    assert message(finding).evidence == "1 of 2 ids were found in right.id; spelt alike, 2 of 2 are"
    (row,) = inspection.joins.to_pylist()
    assert (row["match_rate"], row["normalised_rate"], row["applied"], row["steps"]) == (0.5, 1.0, True, "case")


def test_an_id_never_vanishes() -> None:
    """A step that would leave nothing of an id leaves the id as it is; one of blanks alone was none."""
    ids = ibis.memtable(pa.table({"id": ["---", "000", "  ", "A"]}))
    found = ids.select(alike=identifiers.normalise(ids.id, identifiers.STEPS)).to_pyarrow()["alike"].to_pylist()
    assert found == ["---", "000", "", "a"]
