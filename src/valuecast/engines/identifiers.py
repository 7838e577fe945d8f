"""Normalisation of ids: two systems write one customer in two ways, and each step evens out one of them."""

from __future__ import annotations

from collections.abc import Callable, Collection

import ibis
import ibis.expr.types as ir

STEPS = ("blanks", "case", "numeric", "prefix", "suffix", "separators", "zeros")
"""In the order in which they are taken: each evens out one way in which ids of one thing differ."""


def normalise(values: ir.StringValue, steps: Collection[str]) -> ir.StringValue:
    """Ids after some steps of normalisation, so that two ways of writing one id become the same text.

    ``blanks``: outer white space goes; ``case``: capitals become small; ``numeric``: a whole number written with a
    decimal point, ``12.0``, loses it; ``prefix`` and ``suffix``: letters before or after a separator go;
    ``separators``: ``- _ . : / #`` and blanks within go; ``zeros``: leading zeros go. An id of which nothing would be
    left stays as it is, save for outer blanks.
    """
    text = values
    for step in STEPS:
        if step in steps:
            text = _APPLY[step](text)
    return ibis.ifelse(text == "", values.strip(), text)


_APPLY: dict[str, Callable[[ir.StringValue], ir.StringValue]] = {
    "blanks": lambda text: text.strip(),
    "case": lambda text: text.lower(),
    "numeric": lambda text: text.re_replace(r"\.0+$", ""),
    "prefix": lambda text: text.re_replace(r"^[A-Za-z]+[-_.:/# ]+", ""),
    "suffix": lambda text: text.re_replace(r"[-_.:/# @]+[A-Za-z.]+$", ""),
    "separators": lambda text: text.re_replace(r"[-_.:/# ]+", ""),
    "zeros": lambda text: text.re_replace(r"^0+", ""),
}
"""No step looks at its text twice: conditions would double the statement with every step."""
