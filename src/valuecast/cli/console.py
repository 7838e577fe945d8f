"""Progress and messages for a person, one JSON object for a machine."""

from __future__ import annotations

import json
import math
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from textwrap import fill
from typing import Any

from rich.console import Console as Rich
from rich.console import RenderableType
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn


class Console:
    """Progress and messages on standard error, results on standard output.

    Parameters
    ----------
    quiet : bool
        No progress; there is none either where standard error is not a terminal.
    """

    def __init__(self, quiet: bool = False) -> None:
        self._quiet = quiet
        self._out = Rich(highlight=False, soft_wrap=not sys.stdout.isatty())
        self._err = Rich(stderr=True, highlight=False, soft_wrap=not sys.stderr.isatty())

    @contextmanager
    def progress(self, steps: int | None) -> Iterator[Callable[[str], None]]:
        """A bar; call what it gives with the name of each step as it begins."""
        if self._quiet or not self._err.is_terminal:
            yield lambda _: None
            return
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=self._err, transient=True) as bar:
            task = bar.add_task("starting", total=steps)
            begun = 0

            def begin(name: str) -> None:
                nonlocal begun
                bar.update(task, description=name, completed=begun if steps else None)
                begun += 1

            yield begin

    def say(self, *lines: str) -> None:
        """Plain lines, each as it is."""
        for line in lines:
            self._out.print(escape(line), soft_wrap=True)

    def wrapped(self, lead: str, text: str) -> str:
        """Text after its lead, in lines as wide as a terminal or COLUMNS says; on one line where neither says so."""
        if not (self.is_terminal or "COLUMNS" in os.environ):
            return lead + text
        indent = " " * len(lead)
        return fill(text, self._out.width, initial_indent=lead, subsequent_indent=indent, break_on_hyphens=False)

    def note(self, line: str) -> None:
        """A remark beside the results; silent with ``quiet``."""
        if not self._quiet:
            self._err.print(escape(line), style="dim", soft_wrap=True)

    def error(self, text: str) -> None:
        """An error, whole."""
        first, _, rest = text.partition("\n")
        self._err.print(f"[bold red]error:[/] {escape(first)}", soft_wrap=True)
        if rest:
            self._err.print(escape(rest), soft_wrap=True)

    def show(self, table: RenderableType) -> None:
        """A table, or text with markup, among the results."""
        self._out.print(table, soft_wrap=True if isinstance(table, str) else None)

    @property
    def is_terminal(self) -> bool:
        """Whether a person looks at the results."""
        return self._out.is_terminal


def as_json(facts: Mapping[str, Any]) -> None:
    """One JSON object on standard output; a number that is not finite becomes null."""
    sys.stdout.write(json.dumps(_finite(facts), ensure_ascii=False, default=str) + "\n")


def _finite(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
