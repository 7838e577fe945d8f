"""A refresh gives what a full run gives, and takes over what did not change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib.metadata import entry_points
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from valuecast import store
from valuecast.config import Config, configure
from valuecast.contracts import INTERMEDIATE, SIGNAL_CATALOGUE
from valuecast.pipeline import REFRESH, RUN, Cache, Refreshed
from valuecast.pipeline.runner import board
from valuecast.pipeline.step import until
from valuecast.scores import Additive, Part, Score, registry

pytestmark = pytest.mark.slow

Frames = dict[str, pd.DataFrame]
Change = Callable[[Frames], None]

END = date(2024, 8, 18)
SETTINGS: dict[str, Any] = {
    "kind": "events",
    "grain": "account",
    "horizon_months": 1,
    "trend_months": [1, 2],
    "past_months": 2,
    "backtest_from": "month",
    "events": {
        "table": "log",
        "time": "day",
        "member_id": "member_id",
        "minutes": "minutes",
        "product_feature": "feature",
        "ratings_table": "ratings",
        "customers_table": "customers",
    },
}
CUSTOMERS = 120


def company() -> Frames:
    """A log of 120 customers over eight months, with answers and a list of customers."""
    rng = np.random.default_rng(11)
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range((END - date(2024, 1, 1)).days)]
    rows = 20 * CUSTOMERS
    who = rng.integers(0, CUSTOMERS, rows)
    log = pd.DataFrame(
        {
            "customer_id": [f"c{i:03d}" for i in who],
            "member_id": [f"c{i:03d}-{n}" for i, n in zip(who, rng.integers(0, 3, rows), strict=True)],
            "day": [days[n] for n in rng.integers(0, len(days), rows)],
            "minutes": np.round(rng.gamma(2.0, 10.0, rows) * (1 + who % 7), 2),
            "feature": [f"f{n}" for n in rng.integers(0, 6, rows)],
        }
    )
    recent = {"customer_id": "c000", "member_id": "c000-7", "minutes": 12.0, "feature": "f1"}
    log = add(log, day=END - timedelta(days=3), **recent)
    answers = rng.integers(0, CUSTOMERS, 90)
    ratings = pd.DataFrame(
        {
            "customer_id": [f"c{i:03d}" for i in answers],
            "rated_on": [days[n] for n in rng.integers(0, len(days), 90)],
            "rating": rng.integers(0, 11, 90).astype(float),
        }
    )
    customers = pd.DataFrame(
        {"customer_id": [f"c{i:03d}" for i in range(CUSTOMERS + 5)], "first_seen_on": [days[0]] * (CUSTOMERS + 5)}
    )
    return {"log": log, "ratings": ratings, "customers": customers}


def write(folder: Path, frames: Frames) -> Path:
    """The tables as Parquet, rows in an order of their own."""
    folder.mkdir(parents=True)
    for name, frame in frames.items():
        pq.write_table(pa.Table.from_pandas(frame, preserve_index=False), folder / f"{name}.parquet")
    return folder


@dataclass(frozen=True)
class Done:
    """The tables that all results are made from, and how much of them was taken over."""

    tables: dict[str, pa.Table]
    refreshed: Refreshed | None


def worked(config: Config, cache: Cache | None, *, scored: bool = True) -> Done:
    """The first half of a run, or of a refresh where there is a cache, up to labels or to scores."""
    passed_over = {"leak_map", "standing"} | (set() if scored else {"scoring", "state"})
    with board(config=config, cache=cache) as made:
        made.values["leak_map"] = SimpleNamespace(allowed=frozenset(SIGNAL_CATALOGUE))
        made.values |= {"standing": None} | ({} if scored else {"scoring": SimpleNamespace(cached=frozenset())})
        wanted = [*until(REFRESH if cache else RUN, "scoring" if scored else "sample"), *REFRESH[-2:]]
        for step in wanted:
            if step.name not in passed_over and set(step.needs) <= made.values.keys() | {"results"}:
                made.take(step)
        found = {"anchors": made["anchors"], "signals": made["signal_table"], "labels": made["outcomes"].table}
        tables = {name: INTERMEDIATE[name].conform(table.to_pyarrow()) for name, table in found.items()}
        if scored:
            tables["scores"] = INTERMEDIATE["scores"].conform(made["scoring"].scored.scores.to_pyarrow())
    if cache and scored:
        store.write_state(cache.after, made["state"].facts, made["state"].fingerprints)
    return Done(tables, made["refreshed"] if cache else None)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The state that a first refresh leaves."""
    home = tmp_path_factory.mktemp("first")
    state = home / "state"
    state.mkdir()
    source = write(home / "source", company())
    done = worked(configure(source=str(source), **SETTINGS), Cache(home / "none", state))
    assert done.refreshed is not None
    assert (done.refreshed.windows, done.refreshed.cached) == (5, 0)
    assert "there is no state" in done.refreshed.messages[0]
    return state


def add(frame: pd.DataFrame, **row: object) -> pd.DataFrame:
    """One row more."""
    return pd.concat([frame, pd.DataFrame([row])], ignore_index=True)


def _nothing(frames: Frames) -> None:
    frames["log"] = frames["log"].sample(frac=1.0, random_state=1)


def _a_day(frames: Frames) -> None:
    for i in range(40):
        row = {"customer_id": f"c{i:03d}", "member_id": f"c{i:03d}-1", "minutes": 5.0 + i, "feature": "f1"}
        frames["log"] = add(frames["log"], day=END, **row)
    newcomer = {"customer_id": "new", "member_id": "new-1", "minutes": 77.0, "feature": "brand new"}
    frames["log"] = add(frames["log"], day=END, **newcomer)


def _a_month(frames: Frames) -> None:
    _a_day(frames)
    frames["log"] = add(
        frames["log"], customer_id="c003", member_id="c003-1", day=date(2024, 9, 2), minutes=3.0, feature="f2"
    )


def _late(frames: Frames) -> None:
    for who in ("c005", "c017", "late newcomer"):
        row = {"customer_id": who, "member_id": f"{who}-1", "minutes": 44.0, "feature": "f3"}
        frames["log"] = add(frames["log"], day=date(2024, 6, 20), **row)


def _very_late(frames: Frames) -> None:
    row = {"customer_id": "c009", "member_id": "c009-1", "minutes": 44.0, "feature": "f3"}
    frames["log"] = add(frames["log"], day=date(2024, 4, 10), **row)


def _deleted(frames: Frames) -> None:
    log = frames["log"]
    frames["log"] = log[~((log["customer_id"] == "c021") & (log["day"] >= date(2024, 6, 8)))]


def _swapped(frames: Frames) -> None:
    """Two customers change places on one day: what the day adds up to stays the same."""
    log = frames["log"]
    day = log[log["day"].between(date(2024, 6, 10), date(2024, 6, 25))]["day"].mode()[0]
    two = log[log["day"] == day].drop_duplicates("customer_id").index[:2]
    log.loc[two, "minutes"] = log.loc[two, "minutes"].to_numpy()[::-1]


def _rated(frames: Frames) -> None:
    frames["ratings"] = add(frames["ratings"], customer_id="c030", rated_on=date(2024, 6, 22), rating=1.0)


def _seen_later(frames: Frames) -> None:
    customers = frames["customers"]
    customers.loc[customers["customer_id"] == f"c{CUSTOMERS + 1}", "first_seen_on"] = date(2024, 4, 20)


def _future_late(frames: Frames) -> None:
    """A late row after the last past window, within the future of some."""
    row = {"customer_id": "c040", "member_id": "c040-1", "minutes": 900.0, "feature": "f3"}
    frames["log"] = add(frames["log"], day=date(2024, 7, 20), **row)


COUNTS = ("windows", "cached", "labels_cached", "scores_cached")
CHANGES: dict[str, tuple[Change, tuple[int, ...]]] = {
    "nothing": (_nothing, (5, 5, 10)),
    "a day": (_a_day, (5, 5, 10, 5)),
    "a month": (_a_month, (6, 5, 9, 0)),
    "late rows": (_late, (5, 4, 5, 4)),
    "very late rows": (_very_late, (5, 2, 1)),
    "deleted rows": (_deleted, (5, 4, 5)),
    "values swapped": (_swapped, (5, 4, 5)),
    "a late answer": (_rated, (5, 4, 8)),
    "first seen later": (_seen_later, (5, 0, 0)),
    "late in the future": (_future_late, (5, 5, 8)),
}
"""What changes, and how much is then taken over: the counts named above, the last where scores are looked at too.

With a further window other signals carry information in all of them, so that every formula of a score changes.
"""


@pytest.mark.parametrize("change", CHANGES)
def test_a_refresh_is_a_full_run(change: str, first: Path, tmp_path: Path) -> None:
    """Whatever changed, anchors, signals, labels and scores are a full run's, and what did not change is taken over."""
    frames = company()
    alter, expected = CHANGES[change]
    alter(frames)
    (tmp_path / "state").mkdir()
    config = configure(source=str(write(tmp_path / "source", frames)), **SETTINGS)
    scored = len(expected) == len(COUNTS)
    again = worked(config, Cache(first, tmp_path / "state"), scored=scored)
    fresh = worked(config, None, scored=scored)
    assert {name: again.tables[name].equals(fresh.tables[name]) for name in fresh.tables} == dict.fromkeys(
        fresh.tables, True
    )
    assert tuple(getattr(again.refreshed, name) for name in COUNTS[: len(expected)]) == expected


def at_random(frames: Frames, rng: np.random.Generator) -> None:
    """Some rows come, some go, some change, on any day; a few days more."""
    log = frames["log"]
    log = log.drop(index=rng.choice(log.index, rng.integers(0, 3), replace=False)).reset_index(drop=True)
    for at in rng.choice(log.index, rng.integers(0, 3), replace=False):
        log.loc[at, "minutes"] = float(rng.integers(1, 500))
    for _ in range(int(rng.integers(1, 6))):
        day = END + timedelta(days=int(rng.integers(-120, 4)))
        who = f"c{rng.integers(0, CUSTOMERS + 10):03d}"
        row = {"customer_id": who, "member_id": f"{who}-{rng.integers(0, 4)}", "feature": f"f{rng.integers(0, 7)}"}
        log = add(log, day=day, minutes=float(rng.integers(1, 99)), **row)
    frames["log"] = log
    if rng.random() < 0.5:
        day = END - timedelta(days=int(rng.integers(1, 90)))
        frames["ratings"] = add(frames["ratings"], customer_id="c001", rated_on=day, rating=float(rng.integers(0, 11)))


@pytest.mark.parametrize("seed", range(2))
def test_refresh_after_refresh(seed: int, first: Path, tmp_path: Path) -> None:
    """Whatever comes, goes and changes: the second refresh, from the state of the first, is still a full run."""
    rng, frames, before = np.random.default_rng(seed), company(), first
    for round_ in ("one", "two"):
        at_random(frames, rng)
        config = configure(source=str(write(tmp_path / round_, frames)), **SETTINGS)
        after = tmp_path / f"state {round_}"
        after.mkdir()
        again = worked(config, Cache(before, after))
        before = after
    fresh = worked(config, None)
    assert [name for name in fresh.tables if not again.tables[name].equals(fresh.tables[name])] == []


def test_a_refresh_after_a_draw_is_a_full_run(tmp_path: Path) -> None:
    """Where only some customers are brought out, weights learned from them are those of a full run too."""
    settings = {**SETTINGS, "most_customers": 100}
    state, after = tmp_path / "state", tmp_path / "after"
    state.mkdir()
    after.mkdir()
    frames = company()
    worked(configure(source=str(write(tmp_path / "one", frames)), **settings), Cache(None, state))
    frames["log"] = add(frames["log"], customer_id="c001", member_id="c001-1", day=END, minutes=30.0, feature="f1")
    config = configure(source=str(write(tmp_path / "two", frames)), **settings)
    again, fresh = worked(config, Cache(state, after)), worked(config, None)
    assert [name for name in fresh.tables if not again.tables[name].equals(fresh.tables[name])] == []
    assert again.refreshed is not None
    assert again.refreshed.cached > 0


@dataclass(frozen=True)
class Entry:
    """A score of another package, as an entry point offers it."""

    score: Score

    def load(self) -> Callable[[], Score]:
        """The maker of the score."""
        return lambda: self.score

    @property
    def dist(self) -> SimpleNamespace:
        """The package that it comes from."""
        return SimpleNamespace(version="1.0")


def _with_score(monkeypatch: pytest.MonkeyPatch, score: Score) -> None:
    ours = tuple(entry for entry in entry_points(group=registry.GROUP))
    monkeypatch.setattr(registry, "entry_points", lambda group: (*ours, Entry(score)))  # sorting is the registry's


def test_a_score_of_another_package_is_taken_over_as_ours_are(
    first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its scales are learned once, and kept until its rule changes; the results are a full run's."""
    state, after, later = (tmp_path / name for name in ("state", "after", "later"))
    for folder in (state, after, later):
        folder.mkdir()
    config = configure(source=str(write(tmp_path / "source", company())), **SETTINGS)
    clicks = Part("clicks", "depth", ("feature_clicks", "value"), 1.0, scaling="percentile")
    _with_score(monkeypatch, Additive("clicks_only", (clicks,)))
    begun = worked(config, Cache(first, state))
    again, fresh = worked(config, Cache(state, after)), worked(config, None)
    assert begun.refreshed is not None and again.refreshed is not None
    assert begun.refreshed.scores_cached == 0
    assert again.refreshed.scores_cached == again.refreshed.windows > 0
    assert "clicks_only" in fresh.tables["scores"]["score"].to_pylist()
    assert again.tables["scores"].equals(fresh.tables["scores"])
    _with_score(monkeypatch, Additive("clicks_only", (replace(clicks, higher_is_better=False),)))
    changed = worked(config, Cache(state, later))
    assert changed.refreshed is not None
    assert changed.refreshed.scores_cached == 0


def test_a_state_of_other_settings_is_not_used(first: Path, tmp_path: Path) -> None:
    """With another share of high-value customers nothing is taken over, and the message says why."""
    (tmp_path / "state").mkdir()
    source = write(tmp_path / "source", company())
    config = configure(source=str(source), **{**SETTINGS, "high_value_share": 0.3})
    done = worked(config, Cache(first, tmp_path / "state"), scored=False)
    assert done.refreshed is not None
    assert done.refreshed.cached == done.refreshed.labels_cached == 0
    assert done.refreshed.messages == ("the state was made with another configuration",)
