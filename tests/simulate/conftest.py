"""Simulated companies shared by the tests of this folder."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from valuecast.simulate import Company, Simulated, simulate

SMALL = Company(accounts=60, months=8, seed=11)


class Rows:
    """SQL over the tables of a simulated company; `{name}` stands for a table's file."""

    def __init__(self, simulated: Simulated) -> None:
        self.simulated = simulated
        self.paths = {name: f"read_parquet('{path}')" for name, path in simulated.paths.items()}

    def all(self, query: str) -> list[tuple]:
        """Every row."""
        with duckdb.connect(config={"threads": 1}) as connection:
            return connection.sql(query.format(**self.paths)).fetchall()

    def one(self, query: str):
        """The only value."""
        ((value,),) = self.all(query)
        return value


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Rows:
    """Sixty accounts, eight months, nothing wrong with them."""
    return Rows(simulate(SMALL, tmp_path_factory.mktemp("small") / "company"))


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Rows:
    """Six hundred accounts, fourteen months: enough for averages."""
    return Rows(simulate(Company(accounts=600, visitors=18_000, months=14), tmp_path_factory.mktemp("large") / "c"))


@pytest.fixture(scope="session")
def spoilt(tmp_path_factory: pytest.TempPathFactory):
    """The small company with the given faults, written once."""
    made: dict[tuple[str, ...], Rows] = {}

    def make(*faults: str) -> Rows:
        if faults not in made:
            folder: Path = tmp_path_factory.mktemp("spoilt") / "company"
            settings = Company(accounts=SMALL.accounts, months=SMALL.months, seed=SMALL.seed, faults=faults)
            made[faults] = Rows(simulate(settings, folder))
        return made[faults]

    return make
