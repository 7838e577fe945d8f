"""The command line: ``valuecast demo | init | audit | run | refresh | backtest | simulate``.

Exit codes: 0 done, 1 unexpected failure, 2 usage or configuration, 3 the data cannot support the run,
130 interrupted.

``options`` are shared by the commands of ``beginning`` and ``assessing``, which load what they need when they are
called: so help is quick. ``settings`` puts options over a file, ``results`` writes what came out, ``views`` shows it.
"""

from __future__ import annotations

import sys

from valuecast.cli import assessing, beginning
from valuecast.cli.app import app
from valuecast.cli.exits import leave

__all__ = ["app", "assessing", "beginning", "main"]
COMMANDS = ("demo", "init", "audit", "run", "refresh", "backtest", "simulate")


def main(arguments: list[str] | None = None) -> None:
    """Entry point."""
    leave(app, COMMANDS, sys.argv[1:] if arguments is None else arguments)
