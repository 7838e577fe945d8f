"""``python -m valuecast``, and the ``valuecast`` command: an interruption while loading is told like any other."""

import sys


def main() -> None:
    """Load the command line and run it."""
    try:
        from valuecast.cli import main as run  # noqa: PLC0415  so that an interruption is told

        run()
    except KeyboardInterrupt:
        sys.unraisablehook = lambda _: None
        sys.stderr.write("error: interrupted; no results were written\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
