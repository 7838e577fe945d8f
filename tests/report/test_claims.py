"""Every figure of the report says where it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from valuecast.contracts import OUTPUTS
from valuecast.report import claims_of, read, sections
from valuecast.report.blocks import Grid, Section, texts_of
from valuecast.wording import claims_in

pytestmark = pytest.mark.slow

NUMBER = re.compile(r"\d[\d,.]*")
NAMES = re.compile(r"95\s%|80\s%|100\s%|2-D|F1|0 to 1(0{1,2})?|\bW\d+\b|\w*_\w*|\[[^]]*\]")
"""Names and units that hold a digit and are no figure: 95 % intervals, the 2-D score, windows, columns."""
LEAST = {"all": 0.96, "sentences": 0.69}
"""Shares of figures with a claim that are reached, of all and of those outside cells; they may rise, and never fall."""


def _figures(text: str) -> int:
    return len(NUMBER.findall(NAMES.sub("", text)))


def _counted(texts: Iterable[str]) -> tuple[int, int]:
    """How many figures the texts hold, and how many of them have a claim."""
    given = [text for text in texts if text]
    claimed = (min(sum(_figures(claim.shown) for claim in claims_in(text)), _figures(text)) for text in given)
    return sum(map(_figures, given)), sum(claimed)


def _sentences(section: Section) -> Section:
    """A section whose tables have captions alone."""
    blocks = tuple(replace(b, header=(), rows=()) if isinstance(b, Grid) else b for b in section.blocks)
    return replace(section, blocks=blocks)


@pytest.mark.parametrize("of", LEAST)
def test_figures_keep_their_claims(of: str, reported: Path) -> None:
    """Nearly all figures of the report, most of those in sentences, captions and what stands with charts."""
    kept = [each if of == "all" else _sentences(each) for each in sections(read(reported))]
    shares = {section.title: _counted(texts_of(section)) for section in kept}
    told = "\n".join(f"{claimed:5d} of {total:5d}  {title}" for title, (total, claimed) in shares.items())
    total, claimed = (sum(share[place] for share in shares.values()) for place in (0, 1))
    assert claimed >= LEAST[of] * total, f"{claimed} of {total} figures have a claim:\n{told}"


def test_claims_name_what_there_is(reported: Path) -> None:
    """Tables and columns of claims are declared."""
    results = read(reported)
    found = claims_of(sections(results))
    assert found
    for claim in found:
        columns = claim.column if isinstance(claim.column, tuple) else (claim.column,)
        if claim.table != "manifest":
            declared = OUTPUTS[claim.table]
            assert set(filter(None, columns)) <= {*declared.names, *results.table(claim.table).column_names}, claim
