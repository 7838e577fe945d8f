"""A score of another package is one of ours everywhere: in the tables, on the screen and in the report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from valuecast.report import measured, read
from valuecast.scores import Additive, Part, registry

from .conftest import Command


@dataclass(frozen=True)
class ClicksAlone(Additive):
    """Clicks as a percentile."""

    name: str = "clicks_x"
    parts: tuple[Part, ...] = (Part("clicks", "depth", ("feature_clicks",), 1.0, scaling="percentile"),)
    label: str = "Clicks alone"


@dataclass(frozen=True)
class Entry:
    """An entry point of no installed package."""

    dist: None = None
    load: Callable[[], type[ClicksAlone]] = field(default=lambda: ClicksAlone)


def test_a_score_of_another_package_is_found_by_its_own_label(
    company: Path, valuecast: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is scored, measured and compared; the report and the console call it by its label, as a score."""
    ours = tuple(entry_points(group=registry.GROUP))
    monkeypatch.setattr(registry, "entry_points", lambda group: (*ours, Entry()))
    folder = tmp_path / "results"
    (tmp_path / "settings.yaml").write_text("bootstrap: 100\n", encoding="utf-8")
    ran = valuecast("run", "--source", company, "--out", folder, "--config", tmp_path / "settings.yaml")
    assert ran.code == 0, ran.said
    assert "clicks_x" in pq.read_table(folder / "tables" / "value_scores.parquet").column_names
    results = read(folder)
    assert results.name_of("clicks_x") == "Clicks alone"
    assert "clicks_x" in {figure.method for figure in measured.figures(results, "r_precision")}
    assert measured.kind(results, "clicks_x", results.model) == "score"
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "Clicks alone" in page and "clicks_x" not in page
    assert "Clicks alone" in ran.said and "clicks_x" not in ran.said
