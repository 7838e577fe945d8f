"""The written rule for Up, Flat and Down."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valuecast.trends import trend_codes, trend_names


def _name(before: float, after: float) -> str | None:
    return trend_names(trend_codes(np.array([before]), np.array([after]), up=1.2, down=0.9))[0]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (10, 12, "Up"),
        (10, 11.99, "Flat"),
        (10, 9, "Down"),
        (10, 9.01, "Flat"),
        (10, 0, "Down"),
        (0, 0, "Flat"),
        (0, 0.01, "Up"),
        (-5, 0, "Flat"),
        (10, -5, "Down"),
        (10, float("nan"), None),
        (float("nan"), 1, None),
    ],
)
def test_each_line_of_the_rule(before: float, after: float, expected: str | None) -> None:
    """Bounds belong to Up and Down; zero, refunds and the unknown follow the table in the module."""
    assert _name(before, after) == expected


@settings(deadline=None, derandomize=True)
@given(st.floats(0, 1e9), st.floats(0, 1e9), st.sampled_from([0.25, 2.0, 1024.0]))
def test_unit_does_not_matter(before: float, after: float, factor: float) -> None:
    """Minutes or hours: the class is the same (by powers of two, where floats are exact)."""
    if before == 0 or before * factor > 1e-300:
        assert _name(before, after) == _name(before * factor, after * factor)


@settings(deadline=None, derandomize=True)
@given(st.floats(0.01, 1e6), st.floats(0, 1e6), st.floats(0, 1e6))
def test_more_value_is_never_a_worse_class(before: float, one: float, other: float) -> None:
    """The rule is monotone in the later value."""
    order = ["Down", "Flat", "Up"]
    low, high = sorted((one, other))
    assert order.index(str(_name(before, low))) <= order.index(str(_name(before, high)))
