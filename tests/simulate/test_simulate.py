"""Settings, sizes, and what happens to the output folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from valuecast.errors import ConfigurationError, OutputError
from valuecast.simulate import Company, simulate

from .conftest import SMALL, Rows


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_same_seed_same_bytes(small, tmp_path):
    """The same settings give the same bytes in every file."""
    again = simulate(SMALL, tmp_path / "again")
    assert _bytes(again.folder) == _bytes(small.simulated.folder)


def test_other_seed_other_company(tmp_path):
    """Another seed gives other rows."""
    first = simulate(Company(accounts=3, months=2, seed=1), tmp_path / "a")
    second = simulate(Company(accounts=3, months=2, seed=2), tmp_path / "b")
    assert _bytes(first.folder)["pendo__visitor.parquet"] != _bytes(second.folder)["pendo__visitor.parquet"]


def test_reports_what_it_wrote(small):
    """Row counts and paths are those of the files, and an unspoilt company has no faults."""
    for name, count in small.simulated.rows.items():
        assert small.one(f"select count(*) from {{{name}}}") == count
    assert small.simulated.faults == {}
    assert small.simulated.rows["pendo__account"] == SMALL.accounts


def test_number_of_visitors_is_about_what_was_asked(large):
    """About as many people are seen as were asked for."""
    assert large.simulated.rows["pendo__visitor"] == pytest.approx(18_000, rel=0.2)


@pytest.mark.parametrize(
    "company",
    [
        Company(accounts=1, months=1),
        Company(accounts=1, visitors=1, months=1, seed=0),
        Company(accounts=2, months=3, end=date(2024, 2, 1)),
        Company(accounts=2, visitors=4000, months=2),
    ],
    ids=["one account, one month", "one seat", "one day of the last month", "two large accounts"],
)
def test_small_and_odd_sizes(tmp_path, company):
    """The smallest sizes, a cut last month and very large accounts give whole, consistent tables."""
    rows = Rows(simulate(company, tmp_path / "company"))
    daily = "select coalesce(sum(sum_minutes), 0), max(date_day) <= date '{end}' from {{{table}}}"
    total = rows.one("select sum(sum_minutes) from {pendo__account}")
    for table in ("pendo__account_daily_metrics", "pendo__visitor_daily_metrics"):
        assert rows.all(daily.format(end=company.end, table=table)) == [(total, True)]
    assert rows.one("select sum(minutes) from {account_month_truth}") == total
    assert rows.simulated.rows["account_truth"] == company.accounts


def test_progress_is_told_block_by_block(tmp_path):
    """The caller hears which accounts are being drawn."""
    heard: list[str] = []
    simulate(Company(accounts=3, visitors=30_000, months=1), tmp_path / "company", heard.append)
    assert heard == ["accounts 1 to 1 of 3", "accounts 2 to 2 of 3", "accounts 3 to 3 of 3"]


def test_earlier_accounts_do_not_depend_on_later_ones(tmp_path):
    """A company's first block is the same however many blocks follow, so that it can be written as a stream."""
    visitors = 2_500
    some = Rows(simulate(Company(accounts=4, visitors=4 * visitors, months=2), tmp_path / "some"))
    more = Rows(simulate(Company(accounts=6, visitors=6 * visitors, months=2), tmp_path / "more"))
    query = "select * from {pendo__account_daily_metrics} where account_id < 'acct-0000005' order by all"
    assert some.all(query) == more.all(query)


@pytest.mark.parametrize(
    ("setting", "value"), [("accounts", 0), ("months", 0), ("months", 1.5), ("seed", -1), ("visitors", 5)]
)
def test_settings_out_of_range_are_refused(setting, value):
    """A setting out of range is an error that names the setting and the range."""
    with pytest.raises(ConfigurationError, match=f"{setting} is out of range") as caught:
        Company(**{"accounts": 10, setting: value})
    assert caught.value.where == f"simulate.{setting}"
    assert "whole number" in (caught.value.expected or "")


def test_end_must_be_a_day():
    """An end that is not a date is an error that says so."""
    with pytest.raises(ConfigurationError, match="end is not a date"):
        Company(end="2024-10-31")  # type: ignore[arg-type]


def test_unknown_fault_is_refused_with_the_nearest_name(tmp_path):
    """An unknown fault lists those that exist and names the nearest; nothing is written."""
    with pytest.raises(ConfigurationError, match="unknown fault") as caught:
        simulate(Company(faults=("empty_tabel",)), tmp_path / "company")
    assert caught.value.hint == "did you mean 'empty_table'?"
    assert "join_matches_nothing" in (caught.value.expected or "")
    assert list(tmp_path.iterdir()) == []


def test_other_peoples_folders_are_left_alone(tmp_path):
    """A folder with something else in it, or a file, is refused and stays as it was."""
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match="holds something else"):
        simulate(Company(accounts=1, months=1), tmp_path)
    with pytest.raises(OutputError, match="is a file"):
        simulate(Company(accounts=1, months=1), tmp_path / "notes.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_an_earlier_simulation_is_replaced_whole(tmp_path):
    """Writing over an earlier simulation leaves nothing of it, nor any temporary folder."""
    out = tmp_path / "company"
    simulate(Company(accounts=1, months=1), out)
    before = _bytes(out)
    simulate(Company(accounts=2, months=1), out)
    assert _bytes(out) != before
    assert [path.name for path in tmp_path.iterdir()] == ["company"]


def test_a_file_of_somebody_else_in_an_earlier_simulation_stops_the_next(tmp_path):
    """Nothing of the user's is deleted with what we wrote."""
    out = tmp_path / "company"
    simulate(Company(accounts=1, months=1), out)
    (out / "notes.txt").write_text("mine", "utf-8")
    before = _bytes(out)
    with pytest.raises(OutputError, match=r"notes\.txt"):
        simulate(Company(accounts=2, months=1), out)
    assert _bytes(out) == before


def test_a_failure_leaves_nothing_behind(tmp_path):
    """When writing fails half-way, the earlier simulation is still there and no half-written one."""
    out = tmp_path / "company"
    simulate(Company(accounts=1, months=1), out)
    before = _bytes(out)

    def fail(message: str) -> None:
        raise RuntimeError(message)

    with pytest.raises(RuntimeError, match="accounts 1 to 2"):
        simulate(Company(accounts=2, months=1), out, fail)
    assert _bytes(out) == before
    assert [path.name for path in tmp_path.iterdir()] == ["company"]
