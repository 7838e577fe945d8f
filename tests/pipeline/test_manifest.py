"""The manifest of a run is that run's alone."""

from __future__ import annotations

from valuecast.audit import inspect
from valuecast.config import configure
from valuecast.pipeline.manifest import manifest_of
from valuecast.pipeline.step import Results


def test_nothing_of_a_run_stays_for_the_next() -> None:
    """Choices of one run are not found in the manifest of another in the same process."""
    config, nothing = configure(source="nowhere"), inspect((), ())
    fresh = manifest_of(config, nothing, Results())
    chosen = {"trend_method": {"1": "persistence"}, "curves": {"gbm": {"curve": "none"}}, "model": "gbm"}
    first = manifest_of(config, nothing, Results(facts={"choices": chosen}))
    assert first["choices"]["trend_method"] == {"1": "persistence"}
    assert manifest_of(config, nothing, Results()) == fresh
    assert fresh["choices"]["trend_method"] == fresh["choices"]["curves"] == {}
