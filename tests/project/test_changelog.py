"""The changelog has the form that it names, and agrees with the version of the package."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
KINDS = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]


def _releases() -> list[tuple[str, str]]:
    """Version and date of every release, the newest first."""
    return re.findall(r"(?m)^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})$", TEXT)


def test_changelog_begins_with_what_is_not_released() -> None:
    """The first section is Unreleased, and every other one is a version with its day, the newest first."""
    titles = re.findall(r"(?m)^## (.+)$", TEXT)
    assert titles[0] == "[Unreleased]"
    assert [f"[{version}] - {day}" for version, day in _releases()] == titles[1:]
    days = [date.fromisoformat(day) for _, day in _releases()]
    assert days == sorted(days, reverse=True)


def test_changes_are_grouped_by_kind() -> None:
    """Under a version stand only the kinds of change that Keep a Changelog names, each once."""
    for section in re.split(r"(?m)^## ", TEXT)[1:]:
        kinds = re.findall(r"(?m)^### (.+)$", section)
        assert set(kinds) <= set(KINDS)
        assert len(kinds) == len(set(kinds))


def test_every_version_of_the_changelog_has_an_address() -> None:
    """Each title in brackets is defined as a link at the end."""
    for name in re.findall(r"(?m)^## \[([^\]]+)\]", TEXT):
        assert re.search(rf"(?m)^\[{re.escape(name)}\]: https://", TEXT), name


def test_version_of_the_package_follows_the_newest_release() -> None:
    """The package is the newest release, or is on its way to a later one."""
    newest = tuple(map(int, _releases()[0][0].split(".")))
    match = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)(\.dev\d+)?", VERSION)
    assert match, VERSION
    number = tuple(map(int, match.groups()[:3]))
    assert number > newest if match[4] else number == newest
