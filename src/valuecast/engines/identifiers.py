"""Normalisation of ids: two systems write one customer in two ways, and each step evens out one of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

import ibis
import ibis.expr.types as ir

STEPS = ("blanks", "case", "numeric", "prefix", "suffix", "separators", "zeros")
"""In the order in which they are taken: each evens out one way in which ids of one thing differ."""


_INVISIBLE = "^[\u00a0\u200b\ufeff]+|[\u00a0\u200b\ufeff]+$"
"""Blanks that are none to an engine, at the beginning and the end."""


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


def among(ids: ir.StringValue, patterns: Collection[str]) -> ir.BooleanValue:
    """Whether an id is one of these: itself, one with ``*`` for anything, or an e-mail address of ``@domain``."""
    text = ids.strip().lower()
    exact = sorted({p.strip().lower() for p in patterns if "*" not in p and not p.startswith("@")})
    found = text.isin(exact) if exact else ibis.literal(False)
    for pattern in sorted({p.strip().lower() for p in patterns if "*" in p or p.startswith("@")}):
        whole = f"*{pattern}" if pattern.startswith("@") else pattern
        found |= text.re_search("^" + ".*".join(re.escape(part) for part in whole.split("*")) + "$")
    return found


_APPLY: dict[str, Callable[[ir.StringValue], ir.StringValue]] = {
    "blanks": lambda text: text.re_replace(_INVISIBLE, "").strip(),
    "case": lambda text: text.lower(),
    "numeric": lambda text: text.re_replace(r"\.0+$", ""),
    "prefix": lambda text: text.re_replace(r"^[A-Za-z]+[-_.:/# ]+", ""),
    "suffix": lambda text: text.re_replace(r"[-_.:/# @]+[A-Za-z.]+$", ""),
    "separators": lambda text: text.re_replace(r"[-_.:/# ]+", ""),
    "zeros": lambda text: text.re_replace(r"^0+", ""),
}
"""No step looks at its text twice: conditions would double the statement with every step."""
