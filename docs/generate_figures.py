"""Put the figures of a demo run into the README, between its markers.

Run from the top of the repository: ``python docs/generate_figures.py [demo/results]``.

Everything comes out of ``backtest_metrics`` and ``manifest.json``; no figure in the README is typed by hand.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from valuecast.contracts import REFERENCE, method_of
from valuecast.wording.names import name_of

README = Path(__file__).parents[1] / "README.md"
_MARKED = r"(<!-- figures:begin[^>]*-->\n).*?(<!-- figures:end -->)"


def main(arguments: Sequence[str]) -> int:
    """Rewrite the marked part of the README."""
    text = README.read_text(encoding="utf-8")
    figures = marked(Path(arguments[0] if arguments else "demo/results"))
    changed, count = re.subn(_MARKED, lambda found: found[1] + figures + found[2], text, flags=re.DOTALL)
    if count != 1:
        sys.stderr.write("README.md must hold the markers figures:begin and figures:end once\n")
        return 1
    README.write_text(changed, encoding="utf-8")
    return 0


def marked(folder: Path) -> str:
    """The Markdown that belongs between the markers, for one results folder."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    rows = pq.read_table(folder / "tables" / "backtest_metrics.parquet").to_pylist()
    test = [row for row in rows if row["split"] == "test" and row["value"] is not None]
    return "\n".join(["", *_identification(test, manifest), "", *_trend(test, manifest), "", ""])


def _identification(test: list[dict[str, Any]], manifest: dict[str, Any]) -> list[str]:
    chosen = manifest["choices"]["model"]
    found = _ranked(test, "identification", "r_precision")
    lines = [
        f"**Who will be high-value**, {found[0]['horizon_months']} months ahead, {found[0]['n']:,} accounts. "
        "Precision at k: of a list as long as there are high-value accounts, the share that turned out to be.",
        "",
        "| method | precision at k | 95 % interval | points over the 2-D score | 95 % interval |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for row in found:
        name = f"**{_name(row['method'])}** (chosen)" if row["method"] == chosen else _name(row["method"])
        compared = row["difference"] is not None and row["method"] != row["baseline"]
        difference = f"{100 * row['difference']:+.1f}" if compared else ""
        between = _between(row["difference_low"], row["difference_high"], "+") if compared else ""
        lines.append(
            f"| {name} | {100 * row['value']:.1f} % | {_between(row['low'], row['high'])} | {difference} | {between} |"
        )
    ceiling = manifest["noise_ceiling"]
    if ceiling:
        lines += ["", f"Noise ceiling: {ceiling['sentence']}"]
    called = {row["metric"]: row for row in test if row["method"] == chosen and row["task"] == "identification"}
    precision, recall = called["precision"], called["recall"]
    lines += [
        "",
        "At the threshold chosen on validation months for "
        f"{100 * manifest['config']['target_precision']:.0f} % precision: "
        f"precision {_figure(precision)}, recall {_figure(recall)}, n = {precision['n']:,}.",
    ]
    return lines


def _trend(test: list[dict[str, Any]], manifest: dict[str, Any]) -> list[str]:
    lines = [
        "**Where value goes** (Up, Flat or Down). Macro F1 is the mean over the three classes of how well each "
        f"was found; the mean error is that of the forecast value, in {manifest['value_name']}.",
        "",
        "| ahead | method | macro F1 | 95 % interval | points over “no change” | 95 % interval | accuracy "
        "| mean error | n |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    chosen = manifest["choices"]["trend_method"]
    for row in sorted(_ranked(test, "trend", "macro_f1"), key=lambda r: (r["horizon_months"], -r["value"])):
        picked = chosen.get(str(row["horizon_months"])) == row["method"]
        name = f"**{_name(row['method'])}** (chosen)" if picked else _name(row["method"])
        compared = row["difference"] is not None and row["method"] != row["baseline"]
        difference = f"{100 * row['difference']:+.1f}" if compared else ""
        between = _between(row["difference_low"], row["difference_high"], "+") if compared else ""
        lines.append(
            f"| {row['horizon_months']} months | {name} | {100 * row['value']:.1f} % | "
            f"{_between(row['low'], row['high'])} | {difference} | {between} | "
            f"{_beside(test, row, 'accuracy', '{:.1%}').replace('%', ' %')} | "
            f"{_beside(test, row, 'mae', '{:,.0f}')} | {row['n']:,} |"
        )
    return lines


def _beside(test: list[dict[str, Any]], row: dict[str, Any], metric: str, shape: str) -> str:
    """Another measure of the same method at the same horizon; empty where it was not taken."""
    key = (row["task"], row["horizon_months"], row["method"], metric)
    values = [r["value"] for r in test if (r["task"], r["horizon_months"], r["method"], r["metric"]) == key]
    return shape.format(values[0]) if values else ""


def _ranked(test: list[dict[str, Any]], task: str, metric: str) -> list[dict[str, Any]]:
    found = [row for row in test if (row["task"], row["metric"]) == (task, metric)]
    return sorted(found, key=lambda row: (-row["value"], row["method"]))


def _name(method: str) -> str:
    simple = method in REFERENCE.values() or method_of(method).family == "simple rule"
    return name_of(method) + (" (baseline)" if simple else "")


def _figure(row: dict[str, Any]) -> str:
    return f"{100 * row['value']:.1f} % ({_between(row['low'], row['high'])})"


def _between(low: float | None, high: float | None, sign: str = "") -> str:
    if low is None or high is None:
        return ""
    return f"{100 * low:{sign}.1f} to {100 * high:{sign}.1f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
