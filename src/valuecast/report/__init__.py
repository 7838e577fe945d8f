"""The report: one self-contained page, the same words in Markdown, and every chart as PNG, SVG and specification.

It reads a results folder (``manifest.json`` and ``tables/*.parquet``) and calls no step. ``results`` reads,
``sections`` choose the words, ``charts`` draw, ``html`` and ``markdown`` write the same blocks down twice.
`claims_of` the `sections` are the figures that the report states, each with where it comes from.
"""

from valuecast.report.blocks import claims_of
from valuecast.report.folder import write
from valuecast.report.results import Results, read
from valuecast.report.sections import sections

__all__ = ["Results", "claims_of", "read", "sections", "write"]
