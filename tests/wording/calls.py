"""Every call of a function in the package that gives a code and figures."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import valuecast


def calls_of(function: str) -> Iterator[tuple[str, frozenset[str], str]]:
    """Code, names of figures and place of every call; a mapping of figures is named ``**``."""
    for path in sorted(Path(valuecast.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function:
                for code in _codes(node.args[0]):
                    yield code, frozenset(k.arg or "**" for k in node.keywords), f"{path.name}:{node.lineno}"


def _codes(argument: ast.expr) -> list[str]:
    """A code that is written where it is given; of a choice between some, all of them."""
    return [each.value for each in ast.walk(argument) if isinstance(each, ast.Constant) and isinstance(each.value, str)]


def asked(wording: str | Callable[..., Any]) -> set[str]:
    """The figures that a sentence needs."""
    if isinstance(wording, str):
        return {name for _, name, _, _ in Formatter().parse(wording) if name}
    source = textwrap.dedent(inspect.getsource(wording))
    return set(re.findall(r'\bf\["(\w+)"\]', source))
