"""Which playbook fits whom."""

from __future__ import annotations

import itertools

import pytest

from valuecast.actions import PLAYBOOKS, Facts, fit, grid
from valuecast.contracts import SIGNAL_CATALOGUE

NAMES = {"expand", "nudge", "rescue", "onboard", "advocate", "re-engage", "off-board"}


def _book(tier: str, trend: str | None = "Flat", **facts: object) -> str:
    return fit(Facts(tier, trend, **facts)).playbook.name


def test_seven_playbooks_fully_written() -> None:
    """Each has every text, a deadline and hours above zero."""
    assert set(PLAYBOOKS) == NAMES
    for book in PLAYBOOKS.values():
        assert all((book.title, book.when, book.action, book.owner, book.measure))
        assert book.deadline_days > 0
        assert book.hours > 0


def test_grid_covers_every_combination() -> None:
    """Twelve combinations of tier and trend, each with a known playbook and a line of its own."""
    rows = grid().to_pylist()
    pairs = {(row["tier"], row["trend_class"]) for row in rows}
    assert pairs == set(itertools.product(("High", "Medium", "Low", "Dormant"), ("Up", "Flat", "Down")))
    assert len(rows) == 12
    assert {row["playbook"] for row in rows} <= NAMES
    assert all(row["advice"] for row in rows)


def test_grid_is_what_the_rule_says_without_overrides() -> None:
    """For a customer with nothing else known, seen lately, the rule and the grid agree."""
    for row in grid().to_pylist():
        found = fit(Facts(row["tier"], row["trend_class"], days_since_last=10.0))
        assert (found.playbook.name, found.why) == (row["playbook"], row["advice"])


@pytest.mark.parametrize(
    ("expected", "tier", "trend", "facts"),
    [
        ("re-engage", "Dormant", "Down", {"days_since_last": 180.0}),
        ("off-board", "Dormant", "Up", {"days_since_last": 181.0}),
        ("off-board", "Dormant", "Flat", {}),
        ("off-board", "Dormant", "Flat", {"days_since_last": 400.0, "onboarding": True}),
        ("onboard", "High", "Up", {"onboarding": True}),
        ("onboard", "Medium", "Down", {"onboarding": True, "latest_rating": 1.0}),
        ("rescue", "High", "Up", {"latest_rating": 6.0}),
        ("expand", "High", "Up", {"latest_rating": 6.5}),
        ("rescue", "Medium", "Flat", {"days_since_last": 14.0, "recency_ratio": 3.0}),
        ("nudge", "Medium", "Flat", {"days_since_last": 13.0, "recency_ratio": 9.0}),
        ("nudge", "Medium", "Flat", {"days_since_last": 40.0, "recency_ratio": 2.9}),
        ("nudge", "Medium", "Flat", {"days_since_last": 40.0}),
        ("rescue", "Medium", "Up", {"latest_rating": 2.0, "predicted_high_value": True}),
        ("re-engage", "Low", "Flat", {"latest_rating": 2.0}),
        ("expand", "Low", "Flat", {"predicted_high_value": True}),
        ("expand", "Medium", None, {"predicted_high_value": True}),
        ("rescue", "Medium", "Down", {"predicted_high_value": True}),
        ("advocate", "High", "Flat", {"predicted_high_value": True}),
        ("advocate", "High", None, {}),
    ],
)
def test_overrides_and_their_edges(expected: str, tier: str, trend: str | None, facts: dict[str, object]) -> None:
    """Dormancy, then onboarding, then discontent and silence, then promise, then the grid."""
    assert _book(tier, trend, **facts) == expected


def test_rules_read_signals_that_exist() -> None:
    """The signals named by the rules and reasons are in the catalogue."""
    from valuecast.actions.worklist import SPOKEN_OF

    assert set(SPOKEN_OF) <= set(SIGNAL_CATALOGUE)
