"""What a run asks of Snowflake, BigQuery, Databricks and Trino is written down, and changes only when meant to."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlglot

from valuecast.sources.gaps import ENGINES, GAPS

from .statements import DIALECTS, FOLDER, expressions, statement, written

AGAIN = "if it was meant: python tests/golden/statements.py"


@pytest.fixture(scope="module")
def today() -> dict[Path, str]:
    """Every statement as it is compiled today."""
    return written()


def test_no_statement_is_missing_or_left_over(today: dict[Path, str]) -> None:
    """There is one file for each warehouse and expression."""
    assert set(FOLDER.glob("*/*.sql")) == set(today), AGAIN


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", list(expressions()))
def test_statements_are_as_written_down(name: str, dialect: str, today: dict[Path, str]) -> None:
    """The text is the one in the repository, and parses as one statement of its warehouse."""
    path = FOLDER / dialect / f"{name}.sql"
    assert path.read_text(encoding="utf-8") == today[path], AGAIN
    assert len(sqlglot.parse(today[path], read=dialect)) == 1


def test_a_statement_is_the_same_each_time() -> None:
    """Names that Ibis draws by chance do not show."""
    one, other = (statement(expressions()["labels"], "snowflake") for _ in range(2))
    assert one == other
    assert "in_memory_1" in one


def test_every_engine_is_told_as_it_is_tested() -> None:
    """The page of engines calls compiled what is written down here, and names no gap of an engine that it lacks."""
    assert {e.name.lower() for e in ENGINES if e.tested != "executed"} == set(DIALECTS)
    assert {name.strip() for gap in GAPS for name in gap.engine.split(",")} <= {e.name for e in ENGINES}
    assert all(gap.why and gap.instead for gap in GAPS)
