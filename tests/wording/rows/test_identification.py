"""Why a customer has its probability, and what would change it."""

from __future__ import annotations

from valuecast.contracts import SIGNAL_CATALOGUE, row_note
from valuecast.wording.rows import sentence
from valuecast.wording.rows.identification import phrase


def test_every_signal_of_the_catalogue_has_its_words() -> None:
    """No signal is explained by its technical name, and each phrase reads with numbers in it."""
    assert all(signal.above and signal.below for signal in SIGNAL_CATALOGUE.values())
    for name in SIGNAL_CATALOGUE:
        for value in (1.0, 30.0, 10.0, float("nan")):
            assert "{" not in phrase(name, value, 10.0)


def test_words_for_one_for_unknown_and_for_a_strange_signal() -> None:
    """One is singular, the unknown is called so, and a foreign signal is named as it is."""
    assert phrase("active_members", 3.0, 2.0) == "1 active member more than usual"
    assert phrase("longest_gap", 5.0, 6.0) == "longest break 1 day shorter than usual"
    assert phrase("mean_rating", float("nan"), 6.0).endswith(": not known")
    assert phrase("my_signal", 5.0, 6.0) == "my signal: 5, usually 6"


def test_row_notes_come_through_their_column() -> None:
    """What a step leaves in a column is what is said; nothing and nobody stay as they are."""
    note = row_note("next_tier", tier="long list", signal="active_days", now=float("nan"), level=12.0)
    assert sentence(note) == "on the long list if days of use in the past window went from unknown to 12"
    assert sentence(row_note("reasons", raise_it=[], lower_it=[])) == "Nothing sets this customer apart"
    assert (sentence(""), sentence(None)) == ("", None)
