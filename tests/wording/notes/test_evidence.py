"""What the search for leaks found, in words."""

from __future__ import annotations

from valuecast.contracts import note
from valuecast.wording.notes import sentence


def test_methods_are_called_by_name() -> None:
    """Ids of methods do not reach the reader, and an AUC has a fourth decimal only where the third hides its side."""
    high = sentence(note("high_auc", method="value_regression", auc=0.9904, limit=0.99))
    assert high == "The future-value regression reaches an AUC of 0.9904 on the test window, above 0.99."
    best = sentence(note("high_auc_unexplained", signal="active_days", auc=0.9805))
    assert best == "No signal alone explains it; the best is active days with an AUC of 0.981."


def test_shuffled_labels_say_whether_chance_explains_them() -> None:
    """The verdict follows the figures."""
    figures = {"mean": 0.5031, "shuffles": 30}
    told = sentence(note("high_auc_of_shuffled_labels", **figures, at_chance=True))
    assert told.endswith("is 0.503 on average over 30 shuffles, as chance would have it.")
    told = sentence(note("high_auc_of_shuffled_labels", **figures, at_chance=False))
    assert told.endswith("which chance does not explain.")
