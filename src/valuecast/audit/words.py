"""Numbers with their nouns."""

from __future__ import annotations


def plural(number: int, noun: str) -> str:
    """A count with its noun, in the singular for one.

    >>> plural(1, "row"), plural(1200, "active account")
    ('1 row', '1,200 active accounts')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
