"""Standard output and error as they may be: closed, full, or of an encoding that lacks our signs."""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
import unicodedata

_PLAIN = {
    "\u2192": "->",
    "\u2190": "<-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2026": "...",
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u00d7": "x",
    "\u2022": "*",
    "\u00b7": "*",
    "\u2264": "<=",
    "\u2265": ">=",
    "\u2212": "-",
    "\u20ac": "EUR",
    "\u202f": " ",
    "\u00a0": " ",
}
_HANDLER = "valuecast_plain"
_UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)


def prepare() -> None:
    """Let whatever is printed be printable: a closed stream swallows it, signs that an encoding lacks become plain."""
    codecs.register_error(_HANDLER, _plainly)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None or stream.closed:
            setattr(sys, name, io.StringIO())
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)


def finish() -> None:
    """Write out what waits in the streams.

    Raises
    ------
    OSError
        When there is no room, or nobody reads.
    """
    sys.stdout.flush()
    sys.stderr.flush()


def unwritable(error: OSError) -> bool:
    """Whether it is standard output that could not be written."""
    return error.filename is None and error.errno in _UNWRITABLE


def abandon() -> None:
    """Let go of standard output, so that the end of the process does not try it again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def _plainly(error: UnicodeError) -> tuple[str, int]:
    """What an encoding lacks, in letters that every encoding has."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_as_ascii(sign) for sign in lacking), error.end


def _as_ascii(sign: str) -> str:
    if sign in _PLAIN:
        return _PLAIN[sign]
    apart = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()
    return apart or "?"
