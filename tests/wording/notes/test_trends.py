"""Notes on trends in words."""

from __future__ import annotations

from valuecast.contracts import note
from valuecast.wording.notes import sentence


def test_the_choice_of_a_method_names_its_rivals_and_keeps_its_claims() -> None:
    """Methods by name, each macro F1 a claim on the manifest's table of choices; one window takes no plural."""
    others = (("persistence", 0.164), ("last_period_slope", 0.43))
    told = sentence(note("trend_method_chosen", horizon=3, method="gbm", macro_f1=0.4683, others=others, windows=1))
    assert str(told) == (
        "The 3-month trend uses the boosted-trees model: macro F1 0.47 (“no change” 0.16, the last period's slope "
        "0.43) on 1 window whose future had ended before the test window began."
    )
    assert [claim.value for claim in told.claims] == [3, 0.4683, 0.164, 0.43, 1]
    assert told.claims[2].where == {"horizon_months": 3, "method": "persistence"}


def test_a_part_without_data_names_where() -> None:
    """A part lacking everywhere, and in some windows only."""
    which = {"horizon": 6, "method": "health_blend", "part": "value_index"}
    assert "had no value index in any window;" in str(sentence(note("trend_part_without_data", **which, windows=())))
    assert "in W1, W3;" in str(sentence(note("trend_part_without_data", **which, windows=("W1", "W3"))))
