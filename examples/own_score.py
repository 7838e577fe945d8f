"""A score of your own, computed, measured and compared like ours.

Run with: python examples/own_score.py

In a package of yours, an entry point makes it part of every run::

    [project.entry-points."valuecast.scores"]
    big_orders = "my_package.scores:BigOrders"
"""

from dataclasses import dataclass

from valuecast.scores import Additive, Part
from valuecast.testing import check_score


@dataclass(frozen=True)
class BigOrders(Additive):
    """Value in the past window counts three times as much as the days with an order."""

    name: str = "big_orders"
    label: str = "Big orders"
    parts: tuple[Part, ...] = (
        Part("value", "intensity", ("value",), 3.0, scaling="percentile"),
        Part("days", "frequency", ("active_days",), 1.0, scaling="percentile"),
    )


check_score(BigOrders())  # the same in any order of rows, null for the inactive, equals together, …
print("big_orders keeps every promise of a score")
