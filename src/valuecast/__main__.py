"""``python -m valuecast``."""

from valuecast.cli import main

main()
