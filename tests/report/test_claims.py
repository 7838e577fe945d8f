"""Every figure of the report says where it came from."""

from __future__ import annotations

import re
from pathlib import Path

from valuecast.contracts import OUTPUTS
from valuecast.report import claims_of, read, sections
from valuecast.report.blocks import Section, texts_of
from valuecast.wording import claims_in

NUMBER = re.compile(r"\d[\d,.]*")
NAMES = re.compile(r"95\s%|80\s%|100\s%|2-D|F1|0 to 1(0{1,2})?|\bW\d+\b|\w*_\w*|\[[^]]*\]")
"""Names and units that hold a digit and are no figure: 95 % intervals, the 2-D score, windows, columns."""
LEAST = 0.96
"""Share of figures with a claim that is reached; it may rise, and never falls."""


def _figures(text: str) -> int:
    return len(NUMBER.findall(NAMES.sub("", text)))


def _share(section: Section) -> tuple[int, int]:
    """How many figures the texts of a section hold, and how many of them have a claim."""
    texts = [text for text in texts_of(section) if text]
    return sum(map(_figures, texts)), sum(
        min(sum(_figures(claim.shown) for claim in claims_in(text)), _figures(text)) for text in texts
    )


def test_figures_keep_their_claims(reported: Path) -> None:
    """Nearly all figures in sentences, cells, captions and titles of charts; the rest are counted by section."""
    shares = {section.title: _share(section) for section in sections(read(reported))}
    told = "\n".join(f"{claimed:5d} of {all_:5d}  {title}" for title, (all_, claimed) in shares.items())
    every, claimed = (sum(share[place] for share in shares.values()) for place in (0, 1))
    assert claimed >= LEAST * every, f"{claimed} of {every} figures have a claim:\n{told}"


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
