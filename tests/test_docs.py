"""The documentation agrees with the code, and its commands, settings and links exist."""

from __future__ import annotations

import ast
import importlib.util
import re
import shlex
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

import valuecast
from valuecast.actions.false_alarms import RATES
from valuecast.config import Config, parse
from valuecast.contracts import FINDINGS, OUTPUTS
from valuecast.identification.candidates import CANDIDATES
from valuecast.scores import installed
from valuecast.trends import methods

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PACKAGE = ROOT / "src" / "valuecast"
PAGES = sorted(
    [
        *(ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")),
        *DOCS.rglob("*.md"),
        *(ROOT / "decisions").glob("*.md"),
    ]
)
_SHELL = ("sh", "console", "bash")


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@cache
def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _reference() -> dict[str, str]:
    found: dict[str, str] = _script("generate_reference").pages()
    return found


def _blocks(page: Path, *languages: str) -> list[str]:
    """Fenced blocks in one of these languages."""
    text = page.read_text(encoding="utf-8")
    return [
        re.sub(r"(?m)^ {2}", "", body) if indent else body
        for indent, language, body in re.findall(r"(?ms)^( *)```(\w*)\n(.*?)^ *```", text)
        if language in languages
    ]


def _lines(page: Path) -> Iterator[list[str]]:
    """Commands of the shell blocks, and of code in running text, split into words."""
    text = page.read_text(encoding="utf-8")
    for block in _blocks(page, *_SHELL):
        for line in block.replace("\\\n", " ").splitlines():
            yield shlex.split(line, comments=True)
    for line in re.findall(r"`([^`\n]+)`", text):
        if line.startswith(("valuecast ", "make ")):
            yield shlex.split(line)


def _commands() -> list[tuple[str, list[str]]]:
    found = []
    for page in PAGES:
        for words in _lines(page):
            place = next((i for i, word in enumerate(words) if Path(word).name == "valuecast"), None)
            if place is not None and len(words) > place + 1:
                found.append((_name(page), words[place + 1 :]))
    return found


def _anchors(page: Path) -> set[str]:
    text = page.read_text(encoding="utf-8")
    titles = re.findall(r"(?m)^#+ +(.+)$", re.sub(r"(?ms)^```.*?^```", "", text))
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def test_reference_has_the_pages_that_the_script_writes() -> None:
    """No page of the reference is missing, and none is left over."""
    assert {file.name for file in (DOCS / "reference").glob("*")} == set(_reference())


@pytest.mark.parametrize("name", sorted(_reference()))
def test_reference_says_what_the_code_says(name: str) -> None:
    """Each page is what the script writes today; if not: python docs/generate_reference.py."""
    assert (DOCS / "reference" / name).read_text(encoding="utf-8") == _reference()[name]


def test_every_option_has_help_and_is_in_the_reference() -> None:
    """An option without a word of help, or missing from the reference, fails."""
    page = _reference()["command-line.md"]
    for command, facts in _script("generate_reference").commands().items():
        section = page.split(f"## valuecast {command}\n")[1].split("\n## ")[0]
        for option in facts.params:
            if option.name == "help":
                continue
            assert option.help, f"{command} {option.opts[0]} has no help"
            assert f"`{option.opts[0]}`" in section, f"{command} {option.opts[0]} is not documented"


def test_every_setting_is_described_and_explained() -> None:
    """Each setting has a description in the reference, and a place in the page on configuration."""
    page = (DOCS / "how-to" / "configuration.md").read_text(encoding="utf-8")
    for name, field in Config.model_fields.items():
        assert re.search(rf"(?m)^\| `{name}[`.]", _reference()["configuration.md"]), f"{name} is not in the reference"
        assert re.search(rf"\b{name}\b", page), f"{name} is not in docs/how-to/configuration.md"
        nested = field.annotation if isinstance(field.annotation, type) else type(None)
        fields = getattr(nested, "model_fields", {"": field})
        assert all(part.description for part in fields.values()), f"{name} has no description"


def test_every_kind_of_finding_is_in_the_reference() -> None:
    """Each code is listed with what was seen, what it costs and what to do."""
    page = _reference()["findings.md"]
    for code in FINDINGS:
        assert f"| `{code}` |" in page, f"{code} is not documented"


@pytest.mark.parametrize(
    ("page", "named"),
    [
        ("explanation/scores.md", [score.name for score in installed()]),
        ("explanation/trends.md", [method.name for method in methods(up=1.2, down=0.9, signals=(), seed=0)]),
        ("explanation/evidence.md", [candidate.name for candidate in CANDIDATES]),
    ],
    ids=["scores", "trends", "models"],
)
def test_every_method_is_explained(page: str, named: list[str]) -> None:
    """A score, a trend method or a model that no page explains fails."""
    text = (DOCS / page).read_text(encoding="utf-8")
    assert named
    assert [name for name in named if f"`{name}`" not in text] == []


@pytest.mark.parametrize(("page", "words"), _commands(), ids=lambda value: value if isinstance(value, str) else None)
def test_commands_in_the_pages_exist(page: str, words: list[str]) -> None:
    """A command of the documentation names a command and options that exist."""
    known: dict[str, Any] = _script("generate_reference").commands()
    assert words[0] in known, f"{page}: valuecast {words[0]}"
    options = {spelling for option in known[words[0]].params for spelling in option.opts} | {"--help"}
    for word in words[1:]:
        if word.startswith("-"):
            assert word.partition("=")[0] in options, f"{page}: valuecast {' '.join(words)}"


def test_make_targets_in_the_pages_exist() -> None:
    """Every make target that a page names is in the Makefile."""
    targets = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    named = {words[1] for page in PAGES for words in _lines(page) if len(words) > 1 and words[0] == "make"}
    assert {"demo", "test"} <= named <= targets


def test_configurations_in_the_pages_are_valid() -> None:
    """Every YAML block of the documentation is a configuration that is accepted."""
    blocks = [(page, block) for page in PAGES for block in _blocks(page, "yaml")]
    assert len(blocks) >= 4
    for page, block in blocks:
        assert isinstance(parse(yaml.safe_load(block), where=_name(page)), Config)


def test_python_in_the_pages_uses_names_that_exist() -> None:
    """Python blocks parse, and use only public names of the package and tables that a run writes."""
    blocks = [block for page in PAGES for block in _blocks(page, "python")]
    assert blocks
    for block in blocks:
        for node in ast.walk(ast.parse(block)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                if node.value.id == "valuecast":
                    assert node.attr in valuecast.__all__, node.attr
                if node.value.id == "assessment":
                    public = {*OUTPUTS, *vars(valuecast.Assessment), *valuecast.Assessment.__dataclass_fields__}
                    assert node.attr in public, node.attr


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_relative_links_lead_somewhere(page: Path) -> None:
    """A relative link leads to a file, and its fragment to a title there."""
    text = re.sub(r"(?ms)^```.*?^```", "", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target or target.startswith("mailto:"):
            continue
        place, _, fragment = target.partition("#")
        file = (page.parent / place).resolve() if place else page
        assert file.exists(), f"{_name(page)}: {target}"
        if fragment and file.suffix == ".md":
            assert fragment in _anchors(file), f"{_name(page)}: {target}"


def test_architecture_names_files_that_exist() -> None:
    """A file or folder that the page names is there, in the package or beside it."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_]+(?:/[a-z_]+)*(?:\.py|/))`", text))
    assert {"pipeline/flow.py", "signals/", "labels.py"} <= named
    there = [path.relative_to(ROOT).as_posix() for top in (PACKAGE, DOCS) for path in top.rglob("*")]
    assert [
        name for name in sorted(named) if not any(f"/{path}".endswith("/" + name.strip("/")) for path in there)
    ] == []


def test_architecture_draws_every_package() -> None:
    """Each package and module of the top level is named on the page."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = [path for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()]
    missing = [path.stem for path in rooms if not re.search(rf"\b{path.stem}\b", text)]
    assert sorted(set(missing) - {"__init__"}) == []


def test_architecture_draws_the_layers_that_are_checked() -> None:
    """The layers on the page are those of the import checker, in the same order."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    assert "\n".join(next(c["layers"] for c in contracts if c["type"] == "layers")) in text


def test_every_page_can_be_reached() -> None:
    """Each page of docs is linked from the list of pages, each decision from the list of decisions."""
    for folder in (DOCS, ROOT / "decisions"):
        listed = (folder / "README.md").read_text(encoding="utf-8")
        for page in folder.rglob("*.md"):
            place = page.relative_to(folder).as_posix()
            assert place == "README.md" or f"]({place})" in listed, f"{place} is not listed"


def test_decisions_are_numbered_without_gaps() -> None:
    """Decisions count from one, and each title carries the number of its file."""
    files = sorted((ROOT / "decisions").glob("[0-9]*.md"))
    assert [int(file.name[:4]) for file in files] == list(range(1, len(files) + 1))
    for number, file in enumerate(files, start=1):
        text = file.read_text(encoding="utf-8")
        assert text.startswith(f"# {number}. ")
        assert all(f"**{part}.**" in text for part in ("Context", "Decision", "Consequences")), file.name


def test_decisions_carry_date_and_status_and_the_list_agrees() -> None:
    """Each decision says when it was taken and whether it holds; the list says the same."""
    listed = (ROOT / "decisions" / "README.md").read_text(encoding="utf-8")
    for file in sorted((ROOT / "decisions").glob("[0-9]*.md")):
        head = re.match(r"# (\d+)\. (.+)\n\nDate: (\S+)\\\nStatus: (.+)\n\n", file.read_text(encoding="utf-8"))
        assert head, f"{file.name}: after the title come the lines Date and Status"
        number, title, day, status = head.groups()
        date.fromisoformat(day)
        assert re.fullmatch(r"accepted|replaced by \[\d+\]\(\d{4}-[\w-]+\.md\)", status), f"{file.name}: {status}"
        assert f"| {number} | [{title}]({file.name}) | {day} | {status} |\n" in listed, f"{file.name}: not in the list"


def test_readme_holds_the_markers_of_the_figures() -> None:
    """The README has one place for the figures, and they are there with their intervals."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    parts = re.findall(r"(?s)<!-- figures:begin[^>]*-->(.*?)<!-- figures:end -->", text)
    assert len(parts) == 1
    assert re.search(r"\d+\.\d to \d+\.\d", parts[0])
    assert "(baseline)" in parts[0]
    assert len(re.findall(r"(?s)<!-- cost:begin[^>]*-->.+?<!-- cost:end -->", text)) == 1


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_pages_name_no_place_of_a_machine(page: Path) -> None:
    """No page holds a path of somebody's machine."""
    assert not re.search(r"(?<![\w.:/])/(?:home|tmp|work|root|Users|mnt)/", page.read_text(encoding="utf-8"))


def test_false_alarm_rates_in_the_product_are_those_that_were_measured() -> None:
    """What a warning is said to cost in false alarms is the figure on the page that the benchmark writes."""
    page = (ROOT / "docs" / "results" / "trend.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| (\w+) \| ([\d.]+)% \| [\d.]+% \| [\d.]+% \|$", page, re.MULTILINE))
    assert set(told) == set(RATES)
    assert {kind: float(rate) for kind, rate in told.items()} == pytest.approx(
        {kind: 100 * rate for kind, rate in RATES.items()}, abs=0.0051
    )
