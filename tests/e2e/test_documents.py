"""The scripts that write the documents, on the results of a real run."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest


def test_figures_of_the_readme_come_from_a_results_folder(results: Path, repository: Path) -> None:
    """Every method of the test window stands in the tables with its interval, and the choice is marked."""
    script = runpy.run_path(str(repository / "docs" / "generate_figures.py"))
    text = script["marked"](results)
    assert "| 2-D score (baseline) |" in text
    assert text.count("(chosen)**") + text.count("** (chosen)") >= 2
    assert "Noise ceiling" in text


@pytest.mark.parametrize("name", ["demo", "audit", "audit_faults", "identification", "identification_speed", "trend"])
def test_benchmarks_can_be_started(repository: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each benchmark explains itself without running: a rename in the product would break it unseen."""
    file = repository / "benchmarks" / f"{name}.py"
    monkeypatch.setattr("sys.argv", [str(file), "--help"])
    monkeypatch.syspath_prepend(str(file.parent))
    with pytest.raises(SystemExit) as left:
        runpy.run_path(str(file), run_name="__main__")
    assert not left.value.code
