"""The files of a report, for whole runs and for runs that lack almost everything."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import altair as alt
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from valuecast import customer360, report
from valuecast.errors import OutputError, SourceError
from valuecast.simulate.customer360 import Snapshot, snapshot_tables

pytestmark = pytest.mark.slow

EVERY_CHART = {
    "ablation",
    "dimension_importances",
    "early_warnings",
    "gain_over_simple",
    "high_value_cohorts",
    "leading_signals",
    "tier_migration",
    "calibration",
    "clusters_by_value",
    "coverage_by_month",
    "health_by_tier",
    "high_value_multiples",
    "importances",
    "lifecycle_stages",
    "list_length",
    "methods_difference",
    "methods_precision",
    "methods_r_precision",
    "nps_by_tier",
    "recency",
    "rfm_tiers",
    "score_contributions",
    "score_distributions",
    "score_overlap",
    "signal_correlations",
    "tiers",
    "trend_classes",
    "trend_methods",
    "trend_movers",
    "usage_bands",
    "usage_frequency_by_tier",
    "value_by_lifecycle_stage",
    "work_list",
}
VOID = {"meta", "br", "img", "hr", "link", "input"}


class _Page(HTMLParser):
    """Collects tags and visible words, and checks that tags are closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.folded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "svg"} & set(self.open):
            (self.folded if "details" in self.open else self.words).append(data)


def _parsed(folder: Path) -> _Page:
    page = _Page()
    page.feed((folder / "report.html").read_text(encoding="utf-8"))
    assert page.open == []
    return page


def _plain(markdown: str) -> str:
    return html.unescape(re.sub(r"\\([\\`*_{}\[\]#|~$&!])", r"\1", markdown))


def test_every_chart_of_the_five_reports_has_its_counterpart(reported: Path) -> None:
    """A whole run draws every chart three times: PNG, SVG and specification."""
    for suffix in ("png", "svg", "json"):
        assert {path.stem for path in (reported / "charts").glob(f"*.{suffix}")} == EVERY_CHART


def test_pictures_are_well_formed(reported: Path, rows_of: Callable[[object], list[object]]) -> None:
    """Each SVG is XML and about a page wide; each PNG is a PNG; each specification carries its few data and "
    "its title.
    """
    for name in EVERY_CHART:
        svg = ElementTree.fromstring((reported / "charts" / f"{name}.svg").read_text(encoding="utf-8"))
        assert 500 < float(svg.attrib["width"]) <= 810, name
        assert (reported / "charts" / f"{name}.png").read_bytes().startswith(b"\x89PNG")
        spec = json.loads((reported / "charts" / f"{name}.json").read_text(encoding="utf-8"))
        assert spec["title"]["text"]
        alt.Chart.from_dict(spec, validate=True)
        assert 0 < len(rows_of(spec)) < 5000


def test_page_stands_alone(reported: Path) -> None:
    """The page holds no script, loads nothing, and links only within itself; its ids are unique."""
    page = _parsed(reported)
    names = [tag for tag, _ in page.tags]
    assert not {"script", "link", "iframe", "img", "object"} & set(names)
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    links = [attrs["href"] for tag, attrs in page.tags if tag == "a"]
    assert links and all(link is not None and link.startswith("#") and link[1:] in ids for link in links)
    assert names.count("svg") == len(EVERY_CHART)
    assert not [attrs for _, attrs in page.tags if any(name.startswith("on") for name in attrs)]


def test_names_of_customers_are_escaped(reported: Path) -> None:
    """A customer named like markup is shown as text on the page, in the Markdown, and in the charts."""
    named = '<script>alert("x")</script>|*a*_b_ & </td>'
    page, text = _parsed(reported), (reported / "report.md").read_text(encoding="utf-8")
    assert named in page.words
    assert "<script" not in text
    assert named in _plain(text)
    cells = [
        len(re.findall(r"(?<!\\)\|", line)) for line in text.splitlines() if "alert" in line and line.startswith("|")
    ]
    header = [len(re.findall(r"(?<!\\)\|", line)) for line in text.splitlines() if line.startswith("| account |")]
    assert cells and set(cells) <= set(header) | {10}
    assert "ann@example.com" in page.words


def test_both_files_say_the_same(reported: Path) -> None:
    """Every paragraph, list entry and table cell of the page is in the Markdown."""
    text = re.sub(r"\s+", " ", _plain((reported / "report.md").read_text(encoding="utf-8")).replace("**", ""))
    said = [re.sub(r"\s+", " ", words).strip() for words in _parsed(reported).words]
    missing = [words for words in said if words and words not in text]
    assert [words for words in missing if "Every table of this report" not in words] == []


def test_long_tables_are_closed_on_the_page_and_cut_in_markdown(reported: Path) -> None:
    """A long table is whole but closed on the page; Markdown shows its first rows and names the file, which exists."""
    page, text = _parsed(reported), (reported / "report.md").read_text(encoding="utf-8")
    closed = [attrs for tag, attrs in page.tags if tag == "details"]
    assert closed and not [attrs for attrs in closed if "open" in attrs]
    assert "weekend share [0 to 1]" in page.folded
    files = re.findall(r"more of [\d,]+ rows: see tables/([\w\\]+)\.csv", text)
    assert {name.replace("\\", "") for name in files} > {"trend_indicators", "null_policy", "candidate_windows"}
    assert all((reported / "tables" / f"{name.replace(chr(92), '')}.parquet").is_file() for name in files)


def test_links_of_the_markdown_lead_somewhere(reported: Path) -> None:
    """Each picture linked from the Markdown exists."""
    links = re.findall(r"\]\((charts/[^)]+)\)", (reported / "report.md").read_text(encoding="utf-8"))
    assert len(links) == len(EVERY_CHART)
    assert all((reported / link).is_file() for link in links)


def test_same_results_give_same_bytes_whatever_the_order_of_rows(reported: Path, tmp_path: Path) -> None:
    """The same tables with their rows turned round give the same files, byte for byte; each chart is told of."""
    (tmp_path / "tables").mkdir()
    (tmp_path / "manifest.json").write_bytes((reported / "manifest.json").read_bytes())
    for path in (reported / "tables").glob("*.parquet"):
        table = pq.read_table(path)
        turned = table if path.stem == "findings" else table.take(pa.array(range(table.num_rows), pa.int64())[::-1])
        pq.write_table(turned, tmp_path / "tables" / path.name)
    told: list[str] = []
    report.write(tmp_path, told.append)
    assert set(told) == EVERY_CHART
    written = [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".parquet"]
    differing = [
        path.name for path in written if path.read_bytes() != (reported / path.relative_to(tmp_path)).read_bytes()
    ]
    assert differing == []


def test_without_evidence_the_report_says_so_and_why(unsupported: Path) -> None:
    """Five accounts and no backtest: no claim about the future, the reason named, no chart of evidence."""
    words = " ".join(_parsed(unsupported).words)
    assert "4 months of history, 9 are needed" in words
    assert "Target precision of 85 %: not measured" in words.replace("\u00a0", " ")
    assert "No method could be tested on a future." in words
    assert not list((unsupported / "charts").glob("methods_*"))
    assert "Precision at k of" not in words


@pytest.mark.parametrize(
    "only", [(), ("findings",), ("findings", "inventory", "coverage"), ("value_scores", "findings")]
)
def test_tables_may_be_absent(tmp_path: Path, write_results: Callable[..., Path], only: tuple[str, ...]) -> None:
    """Whatever a stopped run left behind, the report is written and names what is missing."""
    report.write(write_results(tmp_path, 5, evidence=False, only=only))
    words = " ".join(_parsed(tmp_path).words)
    assert "No trend could be given." in words
    assert "Not part of this run:" in words
    assert ("(stops evidence)" in words) == ("findings" in only)


def test_a_snapshot_is_described_and_nothing_is_said_to_be_tested(tmp_path: Path) -> None:
    """Tables without dated rows get a report of their own: segments, verdicts and open questions, but no evidence."""
    given, _ = snapshot_tables(Snapshot(customers=80))
    (tmp_path / "tables").mkdir()
    for name, table in customer360.analyse(given, 0).tables.items():
        pq.write_table(table, tmp_path / "tables" / f"{name}.parquet")
    (tmp_path / "manifest.json").write_text(json.dumps({"kind": "customer360"}), encoding="utf-8")
    report.write(tmp_path)
    words = " ".join(_parsed(tmp_path).words)
    assert "nothing here could be tested on months that came after" in words
    assert "Is “low consistency, high value” true here?" in words
    assert "recision at k" not in words and "arget precision" not in words
    assert {path.stem for path in (tmp_path / "charts").glob("*.png")} >= {"snapshot_rule", "snapshot_tier"}


def test_bare_manifest_is_enough(tmp_path: Path) -> None:
    """A manifest of nothing, or one whose parts are null, still gives a report."""
    for manifest in ("{}", '{"plan": null, "config": null, "as_of": null, "choices": null, "noise_ceiling": null}'):
        (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")
        report.write(tmp_path)
        assert "not measured, because" in (tmp_path / "report.md").read_text(encoding="utf-8").replace("\u00a0", " ")


def test_no_manifest_is_told(tmp_path: Path) -> None:
    """A folder that no run wrote is named, with what was expected."""
    with pytest.raises(SourceError, match="not a results folder") as caught:
        report.write(tmp_path)
    assert str(tmp_path) in str(caught.value)


def test_foreign_table_is_told(tmp_path: Path) -> None:
    """A table of another shape is named with the columns it lacks."""
    (tmp_path / "tables").mkdir()
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    pq.write_table(pa.table({"rank": [1]}), tmp_path / "tables" / "actions.parquet")
    with pytest.raises(SourceError, match="lacks columns") as caught:
        report.write(tmp_path)
    assert "customer_id" in str(caught.value)


def test_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file in the place of the charts folder is an error of output, not a traceback."""
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    (tmp_path / "charts").write_text("in the way", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        report.write(tmp_path)
