"""What a stranger meets first: workflows, hooks, templates and the first lines of the README hold what they say."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TARGETS = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))


def _steps(workflow: Path) -> list[dict[str, Any]]:
    told = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    return [step for job in told["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_call_what_is_there(workflow: Path) -> None:
    """Every make target and script exists, every action has a version, and by default nothing may be written."""
    for step in _steps(workflow):
        words = step.get("run", "").split()
        assert words or "@" in step["uses"]
        if words[:1] == ["make"]:
            assert set(words[1:]) <= TARGETS
        if words[:1] == ["bash"]:
            assert (ROOT / words[1]).is_file()
    told = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    assert told["permissions"] == {"contents": "read"}


def test_workflows_test_every_version_that_is_promised() -> None:
    """The matrix of the tests is the list of classifiers."""
    told = yaml.safe_load((ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8"))
    promised = [c.rpartition(" ")[2] for c in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", c)]
    assert told["jobs"]["all"]["strategy"]["matrix"]["python"] == promised


def test_hooks_call_what_make_calls() -> None:
    """Each hook runs a tool of the project's own environment, and the tool is a declared one."""
    (repository,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for hook in repository["hooks"]:
        tool = hook["entry"].split()[0]
        assert tool.startswith(".venv/bin/")
        assert f"$(BIN)/{Path(tool).name}" in makefile


@pytest.mark.parametrize("form", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[!c]*.yml")), ids=lambda p: p.name)
def test_forms_ask_for_something(form: Path) -> None:
    """Every form of an issue has a name, a description and questions with labels."""
    told = yaml.safe_load(form.read_text(encoding="utf-8"))
    assert told["name"] and told["description"]
    assert all(part["attributes"]["label"] for part in told["body"])


def test_the_readme_begins_with_how_to_install_it() -> None:
    """Before anything else: what it is, how to install it by its name, and a first command."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    first = text.split("```sh")[1].split("```")[0]
    assert f"pip install {PROJECT['name']}" in first
    assert "valuecast demo" in first


@pytest.mark.parametrize("name", ["LICENSE", "SECURITY.md", "CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_a_stranger_finds(name: str) -> None:
    """The usual documents are where everybody looks for them."""
    assert (ROOT / name).read_text(encoding="utf-8").strip()
