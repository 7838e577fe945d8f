"""The same figures from every engine that the tests can run."""

import pytest

ENGINES = (
    pytest.param("postgres", marks=pytest.mark.postgres),
    pytest.param("spark", marks=pytest.mark.spark),
)
