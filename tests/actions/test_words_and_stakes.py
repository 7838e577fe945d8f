"""The reason in words, and the formula of value at stake."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valuecast.actions import PLAYBOOKS, Facts, at_stake, fit, reason_for
from valuecast.actions.rules import Fit
from valuecast.wording.rows import sentence
from valuecast.wording.rows.actions import change_in_words

VALUE = st.floats(0, 1e6)
CHANCE = st.floats(0, 1)


def said(found: Fit, known: dict[str, float | None]) -> str:
    """The reason in words."""
    return str(sentence(reason_for(found, known)))


def test_a_reason_tells_the_customers_own_numbers() -> None:
    """Every known number is spoken of, in whole words and singular where it is one."""
    known = {
        "value_change": -0.6,
        "days_since_last": 1.0,
        "recency_ratio": 0.5,
        "active_days": 14.0,
        "latest_rating": 4.0,
        "p_down": 0.714,
        "p_up": 0.1,
        "months": 3.0,
    }
    assert said(fit(Facts("High", "Down")), known) == (
        "One of your best, and forecast to slip: see them first. Last month's value is 75 % below the month before; "
        "last seen 1 day ago; active on 14 days of the past window; latest rating 4 of 10; "
        "71 % chance of going Down over 3 months."
    )


def test_gains_speak_of_up_and_silence_of_gaps() -> None:
    """Expansion tells the chance of Up and of being high-value; a long silence is set against the usual gap."""
    known = {
        "p_up": 0.4,
        "p_down": 0.2,
        "months": 6.0,
        "probability": 0.63,
        "days_since_last": 40.0,
        "recency_ratio": 5.2,
    }
    told = said(fit(Facts("Low", "Flat", predicted_high_value=True)), known)
    assert "63 % likely to be high-value" in told
    assert "40 % chance of going Up over 6 months" in told
    assert "Last seen 40 days ago, 5.2 times its usual gap" in told
    assert "Down" not in told


def test_the_unknown_is_not_spoken_of() -> None:
    """With nothing known, the line of the rule stands alone."""
    found = fit(Facts("Medium", "Flat"))
    assert said(found, {"latest_rating": None}) == found.why


def test_onboarding_tells_since_when() -> None:
    """A new customer's reason begins with its age."""
    told = said(fit(Facts("Low", "Up", onboarding=True)), {"tenure_days": 34.0})
    assert told == "New: the first weeks decide whether they stay. First seen 34 days ago."


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (-1.0, "no value in the last month after some the month before"),
        (1.0, "value in the last month after none the month before"),
        (0.5, "last month's value is 3.0 times the month before"),
        (0.2, "last month's value is 50 % above the month before"),
        (0.0, "last month's value is much the same as the month before"),
    ],
)
def test_change_in_words(change: float, words: str) -> None:
    """(last − before) / (last + before) is told as people say it, with both ends."""
    assert words in said(fit(Facts("Low", "Flat")), {"value_change": change}).casefold()


@settings(deadline=None, derandomize=True)
@given(st.floats(0.1, 1e4), st.floats(0.1, 1e4))
def test_change_agrees_with_the_months_behind_it(last: float, before: float) -> None:
    """Above is said only of a rise, below only of a fall."""
    told = change_in_words((last - before) / (last + before))
    if "above" in told or "times" in told:
        assert last > before
    if "below" in told:
        assert last < before


def test_stakes_by_hand() -> None:
    """Chance of moving times how far, up to the playbook's aim; without odds, the difference to the forecast."""
    odds = {"low": 20.0, "high": 150.0, "p_up": 0.3, "p_down": 0.5}
    rescue, expand, advocate = (PLAYBOOKS[name] for name in ("rescue", "expand", "advocate"))
    assert at_stake(rescue, past=100.0, forecast=90.0, **odds) == pytest.approx(40.0)
    assert at_stake(expand, past=100.0, forecast=90.0, **odds) == pytest.approx(6.0)
    assert at_stake(expand, past=100.0, forecast=90.0, **{**odds, "high": 110.0}) == pytest.approx(3.0)
    assert at_stake(expand, past=0.0, forecast=0.0, **odds) == pytest.approx(45.0)
    assert at_stake(advocate, past=100.0, forecast=90.0, **odds) == 0.0
    assert at_stake(advocate, past=0.0, forecast=0.0, **odds) == 0.0
    assert at_stake(rescue, past=100.0, forecast=90.0, **{**odds, "p_down": None}) == pytest.approx(10.0)
    assert at_stake(expand, past=100.0, forecast=90.0, **{**odds, "low": None}) == 0.0


@settings(deadline=None, derandomize=True)
@given(VALUE, VALUE, VALUE, VALUE, CHANCE, CHANCE)
def test_stakes_are_bounded(past: float, forecast: float, low: float, high: float, up: float, down: float) -> None:
    """Never below zero; where there was value before, never above what is aimed at."""
    for book in PLAYBOOKS.values():
        found = at_stake(book, past=past, forecast=forecast, low=low, high=high, p_up=up, p_down=down)
        assert found >= 0
        assert past == 0 or found <= book.aim * past * (1 + 1e-12)


def test_dormant_and_just_seen_in_words() -> None:
    """For the dormant, Up means coming back; nobody is told to have been seen 0 days ago."""
    gone = fit(Facts("Dormant", "Flat", days_since_last=300.0))
    assert "7 % chance of coming back over 3 months" in said(gone, {"p_up": 0.07, "p_down": 0.02, "months": 3.0})
    assert "Seen on the last day of the data." in said(fit(Facts("High", "Up")), {"days_since_last": 0.0})
