"""Findings on a snapshot of customer360 tables."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.wording.figures import Figures
from valuecast.wording.findings.entry import Entry
from valuecast.wording.rows.customer360 import question_open
from valuecast.wording.sentences import Sentence


def _open(f: Figures) -> Sentence:
    text = "{why}: {count:count} questions stay open: {questions}"
    return f.say(text, why=question_open(f["why"], f["first"]), questions=" ".join(f["questions"]))


ENTRIES: Mapping[str, Entry] = {
    "questions_unanswerable": Entry(
        "A table that answers certain questions is empty or missing.",
        "the questions are named, and left open; proxies are named as proxies",
        "fill the table",
        _open,
    ),
    "repeated_customers": Entry(
        "Customer keys repeat.",
        "one row a key is kept: the latest snapshot, then a stable tie break",
        "make the key unique where the table is built",
        "{repeated:count} e-mails occur more than once, {most_repeated} {most:count} times; {count:count} of "
        "{rows:count} rows are dropped",
    ),
    "rfm_disagrees": Entry(
        "The supplied RFM score is not the mean of its three parts.",
        "the recomputed score is used",
        "recompute rfm_avg_score where the table is built",
        "{count:count} of {customers:count} customers differ from the mean of R, F and M, by {most:fixed 2} at most",
    ),
    "categories_unknown": Entry(
        "A category is none of the known ones.",
        "these rows belong to no named group and are counted as other",
        "use the known names",
        "{count:count} customers have {names:commas}; known are {known:commas}",
    ),
    "descriptions_only": Entry(
        "The tables are one snapshot without dated rows.",
        "descriptions of the snapshot only: nothing can be tested on months that came after",
        "keep a dated snapshot every month, or give the dated tables that these were built from",
        "one snapshot of {count:count} customers, and no dated rows before it",
    ),
}
