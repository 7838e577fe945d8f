"""A results folder with its report, and the maker of such folders."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from valuecast import report

HOSTILE = '<script>alert("x")</script>|*a*_b_ & </td>'


def _load(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(f"report_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def write_results() -> Callable[..., Path]:
    """Write a made-up results folder as the store does."""
    company, deepened = _load("company"), _load("deepened")
    further = partial(deepened.tables, table_of=company.table_of)
    return partial(company.write_results, further=further)


@pytest.fixture(scope="session")
def reported(tmp_path_factory: pytest.TempPathFactory, write_results: Callable[..., Path]) -> Path:
    """A whole run of 120 accounts with its report; the third account's name is hostile."""
    folder = write_results(tmp_path_factory.mktemp("run"), 120, ids={2: HOSTILE, 3: "ann@example.com"})
    report.write(folder)
    return folder


@pytest.fixture(scope="session")
def unsupported(tmp_path_factory: pytest.TempPathFactory, write_results: Callable[..., Path]) -> Path:
    """A run of five accounts without evidence, with its report."""
    folder = write_results(tmp_path_factory.mktemp("small"), 5, evidence=False)
    report.write(folder)
    return folder


@pytest.fixture(scope="session")
def rows_of() -> Callable[[object], list[object]]:
    """Every row of data within a chart's specification."""
    return _rows_of


def _rows_of(spec: object) -> list[object]:
    """Every row of data within a specification."""
    if isinstance(spec, list):
        return [row for part in spec for row in _rows_of(part)]
    if not isinstance(spec, dict):
        return []
    own = [row for rows in spec.get("datasets", {}).values() for row in rows] + list(spec.get("values", []))
    return own + [row for key, part in spec.items() if key not in ("datasets", "values") for row in _rows_of(part)]
