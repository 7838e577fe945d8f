"""Findings on joins and ids."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.wording.figures import Figures
from valuecast.wording.findings.entry import Entry
from valuecast.wording.sentences import Sentence

_LEFT_OUT = "what cannot be matched is left out, and no score counts it as zero"
_MATCHED = "{matched:count} of {ids:count} ids ({rate:percent 1}) are found in {right}"


def _rests(f: Figures) -> Sentence:
    return f.say("{dimensions:commas} rest on it" if f["dimensions"] else "names and attributes rest on it")


def _alike(f: Figures) -> Sentence:
    text = (
        "{count:count} of {ids:count} ids are found in {right} only when spelt alike ({steps:commas}), for example "
        "{examples}"
    )
    return f.say(text, examples="; ".join(f["examples"]))


ENTRIES: Mapping[str, Entry] = {
    "ids_lossy": Entry(
        "Ids lie in a column of floating-point numbers that cannot hold them.",
        "several customers may have become one, so nobody is assessed",
        "write the ids as text where the file or table is made",
        "{count:count} of {present:count} ids ({type}) are fractions, not numbers, or too long to be told apart, for "
        "example {example:quoted}",
    ),
    "join_matches_nothing": Entry(
        "(Almost) no id of one table is found in another.",
        _LEFT_OUT,
        "compare the ids of the two tables: case, blanks, prefixes, another system's key",
        _MATCHED,
        here=lambda f: f.say("{rests}: {left_out}", rests=_rests(f), left_out=_LEFT_OUT),
    ),
    "join_partial": Entry(
        "A part of the ids of one table is not found in another.",
        "what rests on the join covers the matched part only",
        "compare the unmatched ids of the two tables",
        _MATCHED,
        here=lambda f: f.say("{rests}: it covers the matched part only", rests=_rests(f)),
    ),
    "ids_spelt_differently": Entry(
        "Ids match once they are spelt alike.",
        "what rests on the join covers the matched part only, as long as the ids are left as they are",
        "spell ids alike where the tables are built, or set ids: normalise (--fix-ids)",
        _alike,
        here=lambda f: f.say("{rests}: as the ids are, it covers {rate:percent 1} of them", rests=_rests(f)),
    ),
    "ids_normalised": Entry(
        "Ids were spelt alike before joining, as configured.",
        "none: the join now matches more",
        "spell ids alike where the tables are built",
        "{matched_before:count} of {ids_before:count} ids were found in {right}; spelt alike, {matched:count} of "
        "{ids:count} are",
    ),
    "visitors_of_several_accounts": Entry(
        "Visitors have belonged to more than one account.",
        "their whole past counts for the latest account, except where a dated row names another",
        "keep dated rows of who belonged where",
        "{count:count} {member} have had more than one {owner}",
    ),
    "visitors_without_account": Entry(
        "Visitors name no account.",
        "they count for no account",
        "fill the account of each visitor",
        "{count:count} {member} have no {owner}",
    ),
    "accounts_without_visitors": Entry(
        "Accounts have no visitor.",
        "nothing can be said of their people",
        "check that every visitor was exported",
        "{count:count} of {owners:count} {owner} occur in no row of {members}",
    ),
}
