"""The report: one self-contained page, the same words in Markdown, and every chart as PNG, SVG and specification.

It reads a results folder (``manifest.json`` and ``tables/*.parquet``) and calls no step. ``results`` reads,
``sections`` choose the words, ``charts`` draw, ``html`` and ``markdown`` write the same blocks down twice.
"""

from valuecast.report.folder import write
from valuecast.report.results import Results, read

__all__ = ["Results", "read", "write"]
