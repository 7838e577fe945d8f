"""Write the report into the results folder that it is about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from valuecast.errors import OutputError
from valuecast.report import html, markdown
from valuecast.report.blocks import figures_of
from valuecast.report.charts import Drawn, draw
from valuecast.report.results import read
from valuecast.report.sections import sections, title


def write(folder: Path, progress: Callable[[str], None] | None = None) -> None:
    """Write ``report.html``, ``report.md`` and ``charts/`` from ``manifest.json`` and ``tables/*.parquet``.

    Nothing is computed anew: what the folder lacks, the report says it lacks. The same folder gives the same bytes.

    Parameters
    ----------
    folder : pathlib.Path
        A results folder.
    progress : callable, optional
        Told the name of each chart before it is drawn.

    Raises
    ------
    SourceError
        When the folder holds no manifest, or a table of another shape.
    OutputError
        When the folder cannot be written.
    """
    results = read(folder)
    parts = sections(results)
    drawn: dict[str, Drawn] = {}
    for chart in figures_of(parts):
        if progress is not None:
            progress(chart.name)
        drawn[chart.name] = draw(chart)
    about = subtitle(str(results.manifest.get("source") or ""), str(results.manifest.get("as_of") or ""))
    page = html.page(title(results), about, parts, {name: picture.svg for name, picture in drawn.items()})
    text = markdown.page(title(results), about, parts)
    try:
        (folder / "charts").mkdir(exist_ok=True)
        for name, picture in drawn.items():
            (folder / "charts" / f"{name}.svg").write_text(picture.svg, encoding="utf-8")
            (folder / "charts" / f"{name}.png").write_bytes(picture.png)
            (folder / "charts" / f"{name}.json").write_text(picture.json, encoding="utf-8")
        (folder / "report.html").write_text(page, encoding="utf-8")
        (folder / "report.md").write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError("the report cannot be written", where=str(folder), got=str(error)) from error


def subtitle(source: str, as_of: str) -> str:
    """Which data, up to when; without the folders of the machine that it ran on.

    >>> subtitle("warehouse/pendo.duckdb", "2024-11-01")
    'pendo.duckdb, data before 2024-11-01'
    """
    name = source.rsplit("@", maxsplit=1)[-1] if "://" in source else Path(source).name
    message = [name] if name else []
    return ", ".join([*message, f"data before {as_of}"] if as_of else message)
