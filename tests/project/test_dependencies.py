"""What the package imports is what it declares, and every declared package is pinned for the tests."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "valuecast"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OF_EXTRAS = {"pyspark": "spark", "psycopg": "postgres", "python_calamine": "excel"}


def _name(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match, requirement
    return re.sub(r"[-_.]+", "-", match[0]).lower()


def _declared(requirements: list[str]) -> set[str]:
    return {_name(requirement) for requirement in requirements}


def _imported() -> dict[str, str]:
    """Third-party modules that the package imports, wherever in a module, with one file that does."""
    found = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names.append(node.module or "")
            for name in names:
                found[name.partition(".")[0]] = file.relative_to(ROOT).as_posix()
    return {name: file for name, file in found.items() if name != "valuecast" and name not in sys.stdlib_module_names}


@pytest.mark.parametrize(("module", "file"), sorted(_imported().items()))
def test_every_import_is_declared(module: str, file: str) -> None:
    """A package that is imported, though it is there only because another needs it, fails."""
    extra = OF_EXTRAS.get(module)
    where = PROJECT["optional-dependencies"][extra] if extra else PROJECT["dependencies"]
    offered = {_name(name) for name in packages_distributions().get(module, [module])}
    assert offered & _declared(where), f"{file} imports {module}, which is not declared"


def test_every_dependency_is_pinned_for_the_tests() -> None:
    """Each direct dependency and extra has an exact version in constraints.txt, in alphabetical order."""
    lines = [line for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[\w.]+", line) for line in lines)
    pinned = [_name(line) for line in lines]
    assert len(pinned) == len(set(pinned))
    extras = PROJECT["optional-dependencies"]
    needed = _declared(
        [*PROJECT["dependencies"], *(r for name in extras if name != "benchmarks" for r in extras[name])]
    )
    assert sorted(needed - set(pinned)) == []


def test_versions_of_python_agree() -> None:
    """The classifiers name every version from the oldest that is allowed, and the tools are set to the oldest."""
    named = [c.rpartition(" ")[2] for c in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", c)]
    minors = [int(version.partition(".")[2]) for version in named]
    assert PROJECT["requires-python"] == f">={named[0]}"
    assert minors == list(range(minors[0], minors[-1] + 1))
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    assert tools["mypy"]["python_version"] == named[0]
    assert tools["ruff"]["target-version"] == "py" + named[0].replace(".", "")
