"""What a run asks of warehouses that are not run here is written down, and changes only when meant to."""

from __future__ import annotations

import pytest
import sqlglot

from valuecast.engines.register import ENGINES, gaps

from .statements import DIALECTS, EXAMPLE, FINGERPRINTS, FOLDER, expressions, fingerprints, statement, statements

pytestmark = pytest.mark.slow

AGAIN = "if it was meant: python tests/golden/statements.py, whose first lines say how to read what changed"


@pytest.fixture(scope="module")
def today() -> dict[str, str]:
    """Every statement as it is compiled today."""
    return statements()


def test_every_statement_is_as_written_down(today: dict[str, str]) -> None:
    """There is one fingerprint for each warehouse and expression, and it is that of today's statement."""
    written = set(FINGERPRINTS.read_text(encoding="utf-8").splitlines())
    differ = sorted({line.split()[1] for line in written ^ set(fingerprints(today).splitlines())})
    assert differ == [], AGAIN


@pytest.mark.parametrize("dialect", DIALECTS)
def test_one_statement_can_be_read(dialect: str, today: dict[str, str]) -> None:
    """One statement a warehouse is in the repository in full, and is the one that is compiled today."""
    name = f"{dialect}/{EXAMPLE}.sql"
    assert (FOLDER / name).read_text(encoding="utf-8") == today[name], AGAIN
    assert [path.name for path in (FOLDER / dialect).iterdir()] == [f"{EXAMPLE}.sql"]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", list(expressions()))
def test_statements_parse(name: str, dialect: str, today: dict[str, str]) -> None:
    """The text is one statement of its warehouse."""
    assert len(sqlglot.parse(today[f"{dialect}/{name}.sql"], read=dialect)) == 1


def test_a_statement_is_the_same_each_time() -> None:
    """Names that Ibis draws by chance do not show."""
    one, other = (statement(expressions()["labels"], "snowflake") for _ in range(2))
    assert one == other
    assert "in_memory_1" in one


def test_every_engine_is_told_as_it_is_tested() -> None:
    """The page of engines calls compiled what is written down here, and gives each gap a reason and what is done."""
    assert {e.name.lower() for e in ENGINES if e.tested != "executed"} == set(DIALECTS)
    assert all(gap.why and gap.instead for gap in gaps())
