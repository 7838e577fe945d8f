"""Sentences keep the claims of their figures, and refuse what they cannot say."""

from __future__ import annotations

import pytest

from valuecast.wording import Claim, Sentence, joined, say


def test_a_sentence_keeps_the_claims_of_its_figures_in_reading_order() -> None:
    """Nested sentences and words that go with a number included."""
    n = Claim(1, "alerts", rule="count")
    share = Claim(0.5, "backtest_metrics", "value", {"metric": "r_precision"})
    told = say(
        "{first}, right in {share:percent}", first=say("{n:plural alert} {n:verb is are} open", n=n), share=share
    )
    assert told.text == "1 alert is open, right in 50\u00a0%"
    assert [(claim.rounding, claim.shown) for claim in told.claims] == [
        ("plural alert", "1 alert"),
        ("percent", "50\u00a0%"),
    ]
    assert told.claims[1].where == {"metric": "r_precision"}


def test_a_noun_may_be_a_figure_too() -> None:
    """The grain is not known when the template is written."""
    assert say("{n:plural {grain}}", n=2, grain="visitor").text == "2 visitors"


@pytest.mark.parametrize("template", ["{missing:count}", "{n:unheard_of}"])
def test_what_cannot_be_said_is_a_defect(template: str) -> None:
    """A field without a figure, or a format that does not exist."""
    with pytest.raises(KeyError):
        say(template, n=1)


def test_joined_sentences_keep_every_claim() -> None:
    """Empty ones leave no blank."""
    one = say("{n:count} rows.", n=Claim(3, "alerts", rule="count"))
    both = joined([one, Sentence(), one])
    assert both.text == "3 rows. 3 rows."
    assert len(both.claims) == 2
